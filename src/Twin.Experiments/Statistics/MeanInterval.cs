using Twin.Model.Results;

namespace Twin.Experiments.Statistics;

/// <summary>The mean of a figure over independent replications, and how sure it is: an interval that holds for skewed figures, or why there is none.</summary>
/// <param name="Count">Replications.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Low">Lower end; null without an interval.</param>
/// <param name="High">Upper end; null without an interval. The mean is seldom in the middle.</param>
/// <param name="Confidence">Share of such intervals that cover the true mean.</param>
/// <param name="Usual">The most frequent value; the mean if none comes twice.</param>
/// <param name="Differing">Replications with another value than the usual.</param>
/// <param name="Basis">What the interval rests on, or why there is none.</param>
/// <remarks>How often such intervals cover is measured by the bench suite <c>coverage</c> and stands in docs/experiments.md.</remarks>
public sealed record MeanInterval(
    int Count, double Mean, double? Low, double? High, double Confidence, double Usual, int Differing, IntervalBasis Basis)
{
    /// <summary>Half the interval's width; null without an interval.</summary>
    public double? HalfWidth => (High - Low) / 2;

    /// <summary>Whether there is an interval.</summary>
    public bool IsKnown => Basis == IntervalBasis.Skewed;

    /// <summary>With the confidence, at least so large is the share of days that differ from the usual value (Clopper and Pearson).</summary>
    public double DifferingAtLeast => ProportionBound.Between(Differing, Count, Confidence).Low;

    /// <summary>With the confidence, at most so large is the share of days that differ from the usual value; of none seen the one-sided bound, some 3 / n.</summary>
    public double DifferingAtMost => ProportionBound.Between(Differing, Count, Confidence).High;

    /// <summary>Whether a value lies in the interval, ends included; false without one.</summary>
    /// <param name="value">The value.</param>
    public bool Covers(double value) => value >= Low && value <= High;

    /// <summary>The interval of a figure over replications.</summary>
    /// <param name="values">The figure in each replication; at least one, all finite.</param>
    /// <param name="range">What the figure cannot leave, and where its rare days lie.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public static MeanInterval Of(IReadOnlyList<double> values, MeasureRange range, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (values.Count == 0 || values.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException("An interval needs at least one value, and finite ones.", nameof(values));
        }

        double mean = values.Average();
        (double usual, int times) = Mode(values, mean);
        int differing = values.Count - times;
        IntervalBasis basis = values.Count < ReplicationRule.Fewest ? IntervalBasis.TooFew
            : differing == 0 ? IntervalBasis.AllEqual
            : 2 * times > values.Count && differing < ReplicationRule.Fewest ? IntervalBasis.FewDiffer
            : IntervalBasis.Skewed;
        if (basis != IntervalBasis.Skewed)
        {
            return new MeanInterval(values.Count, mean, null, null, confidence, usual, differing, basis);
        }

        (double low, double high) = SkewedMean.Of(values, range.Rare, confidence);
        return new MeanInterval(
            values.Count, mean, Math.Clamp(low, range.Least, range.Most), Math.Clamp(high, range.Least, range.Most), confidence, usual, differing, basis);
    }

    /// <summary>The interval of a figure over replications; null if there is no value.</summary>
    /// <param name="values">The figure in each replication that has a number; all finite.</param>
    /// <param name="range">What the figure cannot leave, and where its rare days lie.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    public static MeanInterval? Over(IReadOnlyList<double> values, MeasureRange range, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? null : Of(values, range, confidence);
    }

    /// <summary>The most frequent value, the least of several, and how often it comes.</summary>
    private static (double Value, int Times) Mode(IReadOnlyList<double> values, double mean)
    {
        double[] sorted = [.. values.Order()];
        (double mode, int most) = (sorted[0], 0);
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] == sorted[from]; to++)
            {
            }

            (mode, most) = to - from > most ? (sorted[from], to - from) : (mode, most);
        }

        return most == 1 ? (mean, sorted.Length == 1 ? 1 : 0) : (mode, most);
    }
}

/// <summary>What an interval of a mean rests on, or why there is none.</summary>
public enum IntervalBasis
{
    /// <summary>Student's t, bent for skewed values and widened for a rare day that was not seen.</summary>
    Skewed,

    /// <summary>No interval: every day is equal, which says how seldom another is, and not how bad.</summary>
    AllEqual,

    /// <summary>No interval: most days are equal, and fewer than <see cref="ReplicationRule.Fewest"/> differ, which does not say how bad such days are.</summary>
    FewDiffer,

    /// <summary>No interval: fewer than <see cref="ReplicationRule.Fewest"/> replications.</summary>
    TooFew,
}
