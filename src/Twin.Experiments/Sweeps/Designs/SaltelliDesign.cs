using Twin.Model.Randomness;

namespace Twin.Experiments.Sweeps.Designs;

/// <summary>Saltelli's design for Sobol indices: of each base point two independent places A and B, and A with one dimension after the other taken from B.</summary>
/// <remarks>
/// Source: Saltelli et al., "Variance based sensitivity analysis of model output", Computer Physics Communications 181 (2010). A and B are independent
/// uniform draws with Philox from the seed, so that base points are independent of each other and a bootstrap over them means what it says.
/// </remarks>
public static class SaltelliDesign
{
    private const uint Placing = 0xFFFF_0005;

    /// <summary>Draws the points.</summary>
    /// <param name="dimensions">At least 1.</param>
    /// <param name="basePoints">How many base points; at least 1.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Each point's coordinates, above 0 and below 1; of each base point A, B, and A with dimension 0, 1, … from B.</returns>
    public static IReadOnlyList<double[]> Points(int dimensions, int basePoints, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(basePoints, 1);
        List<double[]> points = [];
        for (int n = 0; n < basePoints; n++)
        {
            double[] a = new double[dimensions], b = new double[dimensions];
            for (int d = 0; d < dimensions; d++)
            {
                (uint w0, uint w1, uint w2, uint w3) = Philox.Block((uint)n, (uint)d, 0, Placing, (uint)seed, (uint)(seed >> 32));
                (a[d], b[d]) = (Uniform(w0, w1), Uniform(w2, w3));
            }

            points.Add(a);
            points.Add(b);
            for (int d = 0; d < dimensions; d++)
            {
                double[] mixed = [.. a];
                mixed[d] = b[d];
                points.Add(mixed);
            }
        }

        return points;
    }

    private static double Uniform(uint high, uint low) => (((((ulong)high << 32) | low) >> 12) + 0.5) * (1.0 / (1UL << 52));
}
