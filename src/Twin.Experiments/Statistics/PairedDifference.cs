using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Twin.Experiments.Statistics;

/// <summary>The mean difference of two variants over paired replications (first − second), and how sure it is.</summary>
/// <param name="Pairs">Pairs.</param>
/// <param name="First">Mean of the first.</param>
/// <param name="Second">Mean of the second.</param>
/// <param name="Mean">Mean of the differences, first − second.</param>
/// <param name="StandardDeviation">Standard deviation of the differences; 0 for one pair.</param>
/// <param name="HalfWidth">Half the interval's width (paired t); null with fewer pairs than <see cref="ReplicationRule.Fewest"/>.</param>
/// <param name="Probability">Two-sided p-value of the paired t test, of no difference; null with fewer pairs than <see cref="ReplicationRule.Fewest"/>.</param>
/// <param name="Confidence">Of the interval.</param>
/// <param name="VarianceSaved">Variance of the difference of independent runs over that of the paired: (s₁² + s₂²) / s²; null if the differences do not vary.</param>
/// <remarks>Source: Law, Simulation Modeling and Analysis, 5th ed., sections 10.2.1 and 11.2.</remarks>
public sealed record PairedDifference(
    int Pairs, double First, double Second, double Mean, double StandardDeviation, double? HalfWidth, double? Probability, double Confidence, double? VarianceSaved)
{
    /// <summary>Lower end of the interval.</summary>
    public double? Low => Mean - HalfWidth;

    /// <summary>Upper end of the interval.</summary>
    public double? High => Mean + HalfWidth;

    /// <summary>Whether every pair is equal.</summary>
    public bool IsExactlyZero => Mean == 0 && StandardDeviation == 0;

    /// <summary>Whether the interval leaves zero out; false without an interval.</summary>
    public bool IsSettled => HalfWidth is { } half && Math.Abs(Mean) > half;

    /// <summary>Compares paired figures.</summary>
    /// <param name="first">The figure of the first in each replication.</param>
    /// <param name="second">The figure of the second in the same replications.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <exception cref="ArgumentException">They are not as many, there is none, or one is not finite.</exception>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count)
        {
            throw new ArgumentException($"There are {first.Count} figures of the first and {second.Count} of the second; pairs need as many.", nameof(second));
        }

        double[] differences = [.. first.Select((value, i) => value - second[i])];
        ConfidenceInterval interval = ConfidenceInterval.Of(differences, confidence);
        bool shown = differences.Length >= ReplicationRule.Fewest;
        double variance = interval.StandardDeviation * interval.StandardDeviation;
        return new PairedDifference(
            differences.Length, first.Mean(), second.Mean(), interval.Mean, interval.StandardDeviation,
            shown ? interval.HalfWidth : null, shown ? TwoSided(interval) : null, confidence,
            variance > 0 ? (first.Variance() + second.Variance()) / variance : null);
    }

    /// <summary>About how many pairs would settle a case that is open: so many that the interval leaves zero out in four of five such comparisons,
    /// if the true difference and spread are those found.</summary>
    /// <returns>At least <see cref="ReplicationRule.Fewest"/>; null if there is no difference to settle or it would take more than a million.</returns>
    /// <remarks>The least n with |d| ≥ (t(1 − α/2, n − 1) + t(0.8, n − 1)) s / √n. An estimate: d and s are themselves estimates. Source: Chow, Shao and
    /// Wang, Sample Size Calculations in Clinical Research, 2nd ed., section 3.1.</remarks>
    public int? PairsToSettle()
    {
        const int Most = 1_000_000;
        if (Mean == 0 || Pairs < 2 || !Settles(Most))
        {
            return null;
        }

        (int open, int settled) = (ReplicationRule.Fewest - 1, Most);
        while (settled - open > 1)
        {
            int middle = open + ((settled - open) / 2);
            (open, settled) = Settles(middle) ? (open, middle) : (middle, settled);
        }

        return settled;
    }

    private bool Settles(int pairs)
    {
        const double Power = 0.8;
        double t = StudentT.InvCDF(0, 1, pairs - 1, (1 + Confidence) / 2) + StudentT.InvCDF(0, 1, pairs - 1, Power);
        return Math.Abs(Mean) >= t * StandardDeviation / Math.Sqrt(pairs);
    }

    private static double TwoSided(ConfidenceInterval differences) => differences.StandardDeviation > 0
        ? 2 * StudentT.CDF(0, 1, differences.Count - 1, -Math.Abs(differences.Mean) / (differences.StandardDeviation / Math.Sqrt(differences.Count)))
        : differences.Mean == 0 ? 1 : 0;
}
