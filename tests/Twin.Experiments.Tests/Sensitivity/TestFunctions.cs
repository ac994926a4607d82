using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps.Designs;

namespace Twin.Experiments.Tests.Sensitivity;

/// <summary>Functions whose indices are known exactly, put through the designs that a sweep uses.</summary>
internal static class TestFunctions
{
    /// <summary>Ishigami's function over [−π, π]³ with a = 7, b = 0.1, of places from 0 to 1.</summary>
    /// <remarks>Source: Ishigami, Homma, "An importance quantification technique in uncertainty analysis", ISUMA 1990.</remarks>
    public static double Ishigami(double[] place)
    {
        double[] x = [.. place.Select(p => ((2 * p) - 1) * Math.PI)];
        return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    /// <summary>First and total order of Ishigami's function, from its variances: V₁ = ½(1 + bπ⁴/5)², V₂ = a²/8, V₁₃ = b²π⁸(1/18 − 1/50).</summary>
    public static (double[] First, double[] Total) IshigamiIndices()
    {
        double v1 = 0.5 * Math.Pow(1 + (0.1 * Math.Pow(Math.PI, 4) / 5), 2), v2 = 49.0 / 8, v13 = 0.01 * Math.Pow(Math.PI, 8) * ((1.0 / 18) - (1.0 / 50));
        double v = v1 + v2 + v13;
        return ([v1 / v, v2 / v, 0], [(v1 + v13) / v, v2 / v, v13 / v]);
    }

    /// <summary>Sobol's g-function, ∏ (|4x − 2| + a) / (1 + a).</summary>
    public static double G(double[] place, double[] a) => place.Zip(a, (x, own) => (Math.Abs((4 * x) - 2) + own) / (1 + own)).Aggregate(1.0, (product, factor) => product * factor);

    /// <summary>First and total order of the g-function, of which a factor alone has the variance 1/3 / (1 + a)².</summary>
    public static (double[] First, double[] Total) GIndices(double[] a)
    {
        double[] own = [.. a.Select(value => 1 / (3 * (1 + value) * (1 + value)))];
        double v = own.Aggregate(1.0, (product, part) => product * (1 + part)) - 1;
        return ([.. own.Select(part => part / v)], [.. own.Select(part => part * ((v + 1) / (1 + part)) / v)]);
    }

    /// <summary>Sobol indices of a function.</summary>
    public static IReadOnlyList<SobolIndices> Sobol(Func<double[], double> function, int dimensions, int basePoints, ulong seed)
    {
        double[] values = [.. SaltelliDesign.Points(dimensions, basePoints, seed).Select(function)];
        return SobolIndices.Of([.. values.Chunk(dimensions + 2)], seed);
    }

    /// <summary>Morris's measures of a function.</summary>
    public static IReadOnlyList<MorrisIndices> Morris(Func<double[], double> function, int dimensions, int levels, int trajectories, ulong seed)
    {
        List<double>[] effects = [.. Enumerable.Range(0, dimensions).Select(_ => new List<double>())];
        foreach (int[][] trajectory in MorrisDesign.Points(dimensions, levels, trajectories, seed).Chunk(dimensions + 1))
        {
            double[][] places = [.. trajectory.Select(at => at.Select(index => (double)index / (levels - 1)).ToArray())];
            for (int step = 1; step < places.Length; step++)
            {
                int moved = Enumerable.Range(0, dimensions).Single(d => trajectory[step][d] != trajectory[step - 1][d]);
                effects[moved].Add((function(places[step]) - function(places[step - 1])) / (places[step][moved] - places[step - 1][moved]));
            }
        }

        return [.. effects.Select(own => MorrisIndices.Of(own, []))];
    }
}
