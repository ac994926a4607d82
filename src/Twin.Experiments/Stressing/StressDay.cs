namespace Twin.Experiments.Stressing;

/// <summary>What a simulated day under stress came to.</summary>
/// <param name="T98">When 98 % of those expected were tested, ms since the start; −1 if never.</param>
/// <param name="InTime">Whether that was in time.</param>
/// <param name="Waits">Each site's <see cref="Twin.Model.Testing.SiteResult.JudgedWait"/>, s.</param>
/// <param name="SitesOver">Ordinals of the sites where it is over the target.</param>
internal sealed record StressDay(long T98, bool InTime, double[] Waits, int[] SitesOver)
{
    /// <summary>Whether a criterion holds.</summary>
    /// <param name="criterion">Which; <see cref="StressCriterion.Either"/> holds when both do.</param>
    public bool Holds(StressCriterion criterion) => criterion switch
    {
        StressCriterion.Wait => SitesOver.Length == 0,
        StressCriterion.Time => InTime,
        _ => InTime && SitesOver.Length == 0,
    };
}

/// <summary>What is crossed when a day breaks.</summary>
public enum StressCriterion
{
    /// <summary>A site's 90 % wait is over the target.</summary>
    Wait,

    /// <summary>98 % are tested after the 5-hour line, or never.</summary>
    Time,

    /// <summary>One of the two.</summary>
    Either,
}
