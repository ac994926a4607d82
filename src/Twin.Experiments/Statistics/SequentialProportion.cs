namespace Twin.Experiments.Statistics;

/// <summary>Whether a probability reaches a level, decided by as few independent trials as can tell (Wald's sequential probability ratio test).</summary>
/// <remarks>
/// A day fails at most half as often as is allowed, or at least twice as often: between the two either verdict may come, and it takes longest. The chance of
/// the wrong one outside is about the error, also when it is looked at after several trials at a time. Source: Wald, "Sequential Tests of Statistical
/// Hypotheses", Annals of Mathematical Statistics 16 (1945).
/// </remarks>
public static class SequentialProportion
{
    /// <summary>Decides.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials so far.</param>
    /// <param name="level">The probability that is to be reached; above 0.5, below 1.</param>
    /// <param name="error">Chance of either wrong verdict; above 0, below 0.5.</param>
    public static SequentialVerdict Decide(int successes, int trials, double level, double error)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0.5);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(error);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(error, 0.5);
        (double good, double bad) = ((1 - level) / 2, Math.Min(2 * (1 - level), 0.9));
        double ratio = (successes * Math.Log((1 - good) / (1 - bad))) + ((trials - successes) * Math.Log(good / bad));
        double bound = Math.Log((1 - error) / error);
        return ratio >= bound ? SequentialVerdict.Reaches : ratio <= -bound ? SequentialVerdict.Misses : SequentialVerdict.Open;
    }
}

/// <summary>What trials say so far.</summary>
public enum SequentialVerdict
{
    /// <summary>Too few to tell.</summary>
    Open,

    /// <summary>The probability reaches the level.</summary>
    Reaches,

    /// <summary>It does not.</summary>
    Misses,
}
