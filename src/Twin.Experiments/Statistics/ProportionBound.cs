using MathNet.Numerics.Distributions;

namespace Twin.Experiments.Statistics;

/// <summary>How high a probability is at least, from independent trials (Clopper–Pearson, one-sided).</summary>
/// <remarks>Source: Clopper and Pearson, "The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial", Biometrika 26 (1934).</remarks>
public static class ProportionBound
{
    /// <summary>The lower bound: the probability with which so many successes or more come with chance 1 − confidence.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials; at least 1.</param>
    /// <param name="confidence">Share of such bounds that lie at or below the true probability, at least; above 0, below 1.</param>
    public static double AtLeast(int successes, int trials, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        return successes == 0 ? 0
            : successes == trials ? Math.Pow(1 - confidence, 1.0 / trials)
            : Beta.InvCDF(successes, trials - successes + 1, 1 - confidence);
    }

    /// <summary>Both bounds: what the probability lies between. Where nothing or everything succeeded only one side can miss, and has all of the rest.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials; at least 1.</param>
    /// <param name="confidence">Share of such intervals that hold the true probability, at least; above 0, below 1.</param>
    public static (double Low, double High) Between(int successes, int trials, double confidence)
    {
        double each = successes == 0 || successes == trials ? confidence : (1 + confidence) / 2;
        return (AtLeast(successes, trials, each), 1 - AtLeast(trials - successes, trials, each));
    }

    /// <summary>Most failures with which the lower bound still reaches a probability; −1 if not even none are few enough.</summary>
    /// <param name="trials">Trials; at least 1.</param>
    /// <param name="probability">The probability, above 0, below 1.</param>
    /// <param name="confidence">Confidence of the bound.</param>
    public static int MostFailures(int trials, double probability, double confidence)
    {
        int failures = -1;
        while (failures < trials && AtLeast(trials - failures - 1, trials, confidence) >= probability)
        {
            failures++;
        }

        return failures;
    }

    /// <summary>Fewest trials with which the lower bound can reach a probability, if none fails.</summary>
    /// <param name="probability">The probability, above 0, below 1.</param>
    /// <param name="confidence">Confidence of the bound.</param>
    public static int FewestTrials(double probability, double confidence) => (int)Math.Ceiling((Math.Log(1 - confidence) / Math.Log(probability)) - 1e-9);
}
