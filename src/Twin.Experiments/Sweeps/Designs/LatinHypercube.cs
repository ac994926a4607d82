using Twin.Model.Randomness;

namespace Twin.Experiments.Sweeps.Designs;

/// <summary>A Latin hypercube: of n points, each dimension has one in each of n equal strata, at a random place within it.</summary>
/// <remarks>Source: McKay, Beckman, Conover, Technometrics 21 (1979). Drawn with Philox from the seed; the purposes lie far from those of the model.</remarks>
public static class LatinHypercube
{
    private const uint Shuffling = 0xFFFF_0001, Placing = 0xFFFF_0002;

    /// <summary>Draws the points.</summary>
    /// <param name="dimensions">At least 1.</param>
    /// <param name="count">How many points; at least 1.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Each point's coordinates, above 0 and below 1.</returns>
    public static IReadOnlyList<double[]> Points(int dimensions, int count, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => new double[dimensions])];
        for (int d = 0; d < dimensions; d++)
        {
            int[] strata = [.. Enumerable.Range(0, count)];
            for (int i = count - 1; i > 0; i--)
            {
                int j = (int)(Uniform(d, i, Shuffling, seed) * (i + 1));
                (strata[i], strata[j]) = (strata[j], strata[i]);
            }

            for (int i = 0; i < count; i++)
            {
                points[i][d] = (strata[i] + Uniform(d, i, Placing, seed)) / count;
            }
        }

        return points;
    }

    private static double Uniform(int dimension, int n, uint purpose, ulong seed)
    {
        (uint w0, uint w1, _, _) = Philox.Block(0, (uint)dimension, (uint)n, purpose, (uint)seed, (uint)(seed >> 32));
        return (((((ulong)w0 << 32) | w1) >> 12) + 0.5) * (1.0 / (1UL << 52));
    }
}
