namespace Twin.Experiments.Statistics;

/// <summary>Several comparisons that all hold together with a stated confidence (Bonferroni's inequality).</summary>
/// <remarks>Source: Law, Simulation Modeling and Analysis, 5th ed., section 9.7. It assumes nothing of how the comparisons depend on each other.</remarks>
public static class Bonferroni
{
    /// <summary>The confidence of each of so many intervals, so that all hold together: 1 − (1 − family) / comparisons.</summary>
    /// <param name="family">Confidence of all together, above 0 and below 1.</param>
    /// <param name="comparisons">How many; at least 1.</param>
    public static double Each(double family, int comparisons)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(family);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(family, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(comparisons, 1);
        return 1 - ((1 - family) / comparisons);
    }

    /// <summary>A p-value that holds among so many comparisons: p × comparisons, at most 1.</summary>
    /// <param name="probability">The comparison's own, 0 to 1.</param>
    /// <param name="comparisons">How many; at least 1.</param>
    public static double Adjust(double probability, int comparisons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(comparisons, 1);
        return Math.Min(1, probability * comparisons);
    }
}
