namespace Twin.Experiments.Statistics;

/// <summary>How many replications an interval needs before it is shown.</summary>
public static class ReplicationRule
{
    /// <summary>Fewest replications with an interval: with fewer, Student's t is so wide, and the spread so badly known, that an interval misleads.</summary>
    public const int Fewest = 5;

    /// <summary>The 95 % interval of a figure over replications; null with fewer than <see cref="Fewest"/>.</summary>
    /// <param name="values">The figure in each replication; all finite.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    public static ConfidenceInterval? Interval(IReadOnlyList<double> values, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count < Fewest ? null : ConfidenceInterval.Of(values, confidence);
    }
}
