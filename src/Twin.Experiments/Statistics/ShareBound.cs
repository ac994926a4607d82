using MathNet.Numerics.Distributions;

namespace Twin.Experiments.Statistics;

/// <summary>How sure a share of replications is.</summary>
public static class ShareBound
{
    /// <summary>With this confidence the probability is at least so large: Clopper and Pearson's exact one-sided bound.</summary>
    /// <param name="successes">Replications in which it happened.</param>
    /// <param name="count">Replications.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <remarks>The (1 − confidence) quantile of Beta(k, n − k + 1).</remarks>
    public static double AtLeast(int successes, int count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, count);
        return successes == 0 ? 0 : Beta.InvCDF(successes, count - successes + 1, 1 - confidence);
    }
}
