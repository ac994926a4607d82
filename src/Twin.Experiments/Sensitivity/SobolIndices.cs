using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Twin.Experiments.Statistics;
using Twin.Model.Randomness;

namespace Twin.Experiments.Sensitivity;

/// <summary>Sobol indices of a factor: shares of the response's variance.</summary>
/// <param name="First">First order: the share that would go if the factor alone were known.</param>
/// <param name="Total">Total order: the share that would stay if all others were known; what is above the first order are interactions.</param>
/// <remarks>
/// What chance alone gives, from the spread of the replications, is taken away from both at each base point, so that it is part of the intervals too; the variance
/// of which they are shares is that of the points' means, chance included. Estimates and intervals are cut at 0 and 1.
/// Sources: first order: Saltelli et al., Computer Physics Communications 181 (2010), table 2 (b); total order: Jansen, Computer Physics Communications 117 (1999), their (f).
/// Intervals are percentiles of a bootstrap over base points, as ratios of means are skewed; with few base points the percentiles lie further out, as Student's t does
/// (Hesterberg, The American Statistician 69, 2015, section 3.6).
/// </remarks>
public sealed record SobolIndices(SensitivityIndex First, SensitivityIndex Total)
{
    /// <summary>Resamples of the bootstrap.</summary>
    public const int Resamples = 1_000;

    private const double TooWide = 0.5;
    private const double TooFar = 0.05;
    private const uint Resampling = 0xFFFF_0006;

    /// <summary>Whether what chance alone gives was taken away; with one replication a point it is not known.</summary>
    public bool IsNetOfChance { get; init; }

    /// <summary>Whether the design is too small for these shares: before the cut an estimate lies outside 0 and 1, or the interval of the total order is wider than a half.</summary>
    public bool IsTooSmall { get; init; }

    /// <summary>Adds base points up.</summary>
    /// <param name="blocks">Of each base point the response at A, at B, and at A with one factor after the other from B; at least two, all finite.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <param name="chances">Of each base point what chance alone adds to the products in the mean: of the first orders, then of the total orders; null if it is not known.</param>
    /// <returns>The indices of each factor; empty if the response does not vary.</returns>
    public static IReadOnlyList<SobolIndices> Of(
        IReadOnlyList<IReadOnlyList<double>> blocks, ulong seed, IReadOnlyList<double[]>? chances = null)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(blocks.Count, 2);
        Sums[] parts = Parts(blocks, chances);
        int factors = blocks[0].Count - 2;
        double[] estimates = Ratios(Sums.Of(parts, factors));
        if (estimates.Length == 0)
        {
            return [];
        }

        List<double>[] resampled = [.. estimates.Select(_ => new List<double>(Resamples))];
        for (int b = 0; b < Resamples && parts.Length >= ReplicationRule.Fewest; b++)
        {
            double[] ratios = Ratios(Sums.Of(Resample(parts, b, seed), factors));
            for (int i = 0; i < ratios.Length; i++)
            {
                resampled[i].Add(ratios[i]);
            }
        }

        SensitivityIndex[] indices = [.. estimates.Select((estimate, i) => Index(estimate, resampled[i], parts.Length))];
        return
        [
            .. Enumerable.Range(0, factors).Select(i => new SobolIndices(Cut(indices[i]), Cut(indices[factors + i]))
            {
                IsNetOfChance = chances is not null,
                IsTooSmall = IsOutside(estimates[i]) || IsOutside(estimates[factors + i]) || indices[factors + i].High - indices[factors + i].Low > TooWide,
            }),
        ];
    }

    private static bool IsOutside(double share) => share is < -TooFar or > 1 + TooFar;

    /// <summary>A share lies within 0 and 1, whatever its estimator says.</summary>
    private static SensitivityIndex Cut(SensitivityIndex index) => new(
        Math.Clamp(index.Estimate, 0, 1), index.Low is { } low ? Math.Clamp(low, 0, 1) : null, index.High is { } high ? Math.Clamp(high, 0, 1) : null);

    private static SensitivityIndex Index(double estimate, List<double> resampled, int count)
    {
        if (resampled.Count == 0)
        {
            return new SensitivityIndex(estimate, null, null);
        }

        double tail = Normal.CDF(0, 1, Math.Sqrt(count / (count - 1.0)) * StudentT.InvCDF(0, 1, count - 1, 0.025));
        double[] sorted = [.. resampled.Order()];
        return new SensitivityIndex(estimate, SortedArrayStatistics.Quantile(sorted, tail), SortedArrayStatistics.Quantile(sorted, 1 - tail));
    }

    /// <summary>What each base point adds to the sums. The mean is taken away first: the estimators do not need it, and it would add nothing but noise.</summary>
    private static Sums[] Parts(IReadOnlyList<IReadOnlyList<double>> blocks, IReadOnlyList<double[]>? chances)
    {
        double mean = blocks.Average(block => (block[0] + block[1]) / 2);
        return
        [
            .. blocks.Select((block, number) =>
            {
                (double a, double b) = (block[0] - mean, block[1] - mean);
                double[] changes = [.. block.Skip(2).Select(mixed => mixed - block[0])];
                double[] products = [.. changes.Select(change => b * change), .. changes.Select(change => change * change / 2)];
                return new Sums(1, a + b, (a * a) + (b * b), chances is null ? products : [.. products.Zip(chances[number], (product, chance) => product - chance)]);
            }),
        ];
    }

    /// <summary>First orders, then total orders; empty if there is no variance.</summary>
    private static double[] Ratios(Sums sums)
    {
        double values = 2.0 * sums.Count;
        double variance = (sums.Squares - (sums.Values * sums.Values / values)) / (values - 1);
        return variance > 0 ? [.. sums.Products.Select(product => product / sums.Count / variance)] : [];
    }

    private static IEnumerable<Sums> Resample(Sums[] parts, int resample, ulong seed)
    {
        for (int n = 0; n < parts.Length; n += 4)
        {
            (uint w0, uint w1, uint w2, uint w3) = Philox.Block((uint)n, (uint)resample, 0, Resampling, (uint)seed, (uint)(seed >> 32));
            foreach (uint word in ((uint[])[w0, w1, w2, w3]).Take(parts.Length - n))
            {
                yield return parts[(int)(((ulong)word * (ulong)parts.Length) >> 32)];
            }
        }
    }

    private sealed record Sums(int Count, double Values, double Squares, double[] Products)
    {
        public static Sums Of(IEnumerable<Sums> parts, int factors)
        {
            (int count, double values, double squares) = (0, 0, 0);
            double[] products = new double[2 * factors];
            foreach (Sums part in parts)
            {
                count += part.Count;
                values += part.Values;
                squares += part.Squares;
                for (int i = 0; i < products.Length; i++)
                {
                    products[i] += part.Products[i];
                }
            }

            return new Sums(count, values, squares, products);
        }
    }
}
