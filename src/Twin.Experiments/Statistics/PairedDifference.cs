using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Twin.Model.Results;

namespace Twin.Experiments.Statistics;

/// <summary>The mean difference of two variants over paired replications (first − second), and how sure it is.</summary>
/// <param name="Pairs">Pairs.</param>
/// <param name="First">Mean of the first.</param>
/// <param name="Second">Mean of the second.</param>
/// <param name="Mean">Mean of the differences, first − second.</param>
/// <param name="StandardDeviation">Standard deviation of the differences; 0 for one pair.</param>
/// <param name="Interval">Of the differences: their interval, or why there is none.</param>
/// <param name="Probability">Two-sided p-value of no difference (sign-flip test); null with fewer pairs than <see cref="ReplicationRule.Fewest"/>.</param>
/// <param name="VarianceSaved">Variance of the difference of independent runs over that of the paired: (s₁² + s₂²) / s²; null if the differences do not vary.</param>
/// <remarks>Source: Law, Simulation Modeling and Analysis, 5th ed., sections 10.2.1 and 11.2; interval and test by <see cref="MeanInterval"/> and <see cref="SignFlipTest"/>,
/// as differences of figures that rare failures decide are far from normal.</remarks>
public sealed record PairedDifference(
    int Pairs, double First, double Second, double Mean, double StandardDeviation, MeanInterval Interval, double? Probability, double? VarianceSaved)
{
    /// <summary>Lower end of the interval; null without one.</summary>
    public double? Low => Interval.Low;

    /// <summary>Upper end of the interval; null without one.</summary>
    public double? High => Interval.High;

    /// <summary>Of the interval.</summary>
    public double Confidence => Interval.Confidence;

    /// <summary>Whether every pair is equal.</summary>
    public bool IsExactlyZero => Mean == 0 && StandardDeviation == 0;

    /// <summary>Whether there is a difference in the direction found: the test says so at the confidence of the interval, and the interval leaves zero out.</summary>
    public bool IsSettled => Probability <= 1 - Confidence + 1e-12 && LeavesZeroOut;

    /// <summary>Whether the interval leaves zero out, or every pair has the same difference, not zero; false without an interval.</summary>
    public bool LeavesZeroOut => Low > 0 || High < 0 || (Interval.Basis == IntervalBasis.AllEqual && Mean != 0);

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
        double deviation = differences.Length == 1 ? 0 : differences.StandardDeviation();
        return new PairedDifference(
            differences.Length, first.Mean(), second.Mean(), differences.Mean(), deviation,
            MeanInterval.Of(differences, MeasureRange.Unknown, confidence),
            differences.Length >= ReplicationRule.Fewest ? SignFlipTest.Probability(differences) : null,
            deviation > 0 ? (first.Variance() + second.Variance()) / (deviation * deviation) : null);
    }

    /// <summary>About how many pairs would settle a case that is open: so many that Student's interval leaves zero out in four of five such comparisons,
    /// if the true difference and spread are those found; more than there are.</summary>
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

        return Math.Max(settled, Pairs + 1);
    }

    private bool Settles(int pairs)
    {
        const double Power = 0.8;
        if (SignFlipTest.Least(pairs) > 1 - Confidence + 1e-12)
        {
            return false;
        }

        double t = StudentT.InvCDF(0, 1, pairs - 1, (1 + Confidence) / 2) + StudentT.InvCDF(0, 1, pairs - 1, Power);
        return Math.Abs(Mean) >= t * StandardDeviation / Math.Sqrt(pairs);
    }
}
