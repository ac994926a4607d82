namespace Twin.Experiments.Statistics;

/// <summary>On how many of the same days something became better, and on how many worse.</summary>
/// <param name="Gained">Days that are better.</param>
/// <param name="Lost">Days that are worse.</param>
/// <remarks>Days that stay as they are say nothing. Source: McNemar's test in its exact form; Agresti, Categorical Data Analysis, 3rd ed., section 11.1.</remarks>
public sealed record PairedGain(int Gained, int Lost)
{
    /// <summary>Lower end of the 95 % interval (Clopper–Pearson) of the share of gains among the days that change; 0 if none does.</summary>
    public double Low => Gained + Lost == 0 ? 0 : ProportionBound.AtLeast(Gained, Gained + Lost, 0.975);

    /// <summary>Whether the gain is told from chance: the interval of its share among the days that change lies above a half. It takes six gains at least.</summary>
    public bool IsTold => Low > 0.5;

    /// <summary>Counts days.</summary>
    /// <param name="before">A figure of each day before; the more the better.</param>
    /// <param name="after">The same after, of the same days.</param>
    public static PairedGain Of(IReadOnlyList<int> before, IReadOnlyList<int> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentOutOfRangeException.ThrowIfNotEqual(after.Count, before.Count);
        int[] changes = [.. before.Zip(after, (was, now) => now.CompareTo(was))];
        return new PairedGain(changes.Count(change => change > 0), changes.Count(change => change < 0));
    }
}
