using Twin.Experiments.Statistics;

namespace Twin.Experiments.Sensitivity;

/// <summary>An index and its 95 % interval.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Low">Lower end; null if there are too few blocks for an interval.</param>
/// <param name="High">Upper end; null if there are too few blocks for an interval.</param>
public readonly record struct SensitivityIndex(double Estimate, double? Low, double? High)
{
    /// <summary>The mean of independent values with its interval (Student t).</summary>
    /// <param name="values">The values; at least one.</param>
    public static SensitivityIndex MeanOf(IReadOnlyList<double> values) =>
        ReplicationRule.Interval(values) is { } interval ? new(interval.Mean, interval.Low, interval.High) : new(values.Average(), null, null);

    /// <summary>The same, where less than 0 is not possible.</summary>
    public SensitivityIndex NotBelowZero() => this with { Low = Low is { } low ? Math.Max(0, low) : null };

    /// <summary>Whether which of two is greater is open: their intervals overlap, or one has none.</summary>
    /// <param name="other">The other.</param>
    public bool IsOpenWith(SensitivityIndex other) => Low is not { } low || High is not { } high || other.Low is not { } otherLow || other.High is not { } otherHigh
        || (low <= otherHigh && otherLow <= high);
}
