using Twin.Experiments.Statistics;

namespace Twin.Experiments.Stressing.Fixing;

/// <summary>A site that goes over the wait target first as stress grows.</summary>
/// <param name="Site">The site's ordinal.</param>
/// <param name="Points">Every case in which waits break shares one point among the sites that are over then.</param>
/// <param name="Cases">Cases in which it was over.</param>
/// <param name="Groups">Groups of factors of these cases with their numbers, the most frequent first.</param>
/// <param name="Samplers">Samplers planned.</param>
/// <param name="Desks">Desks planned.</param>
/// <param name="Residents">Residents whose home site it is.</param>
/// <param name="Fix">The cheapest fix; null if none was looked for.</param>
public sealed record FragileSite(
    int Site, double Points, int Cases, IReadOnlyList<(string Group, int Count)> Groups, int Samplers, int Desks, long Residents, SiteFix? Fix);

/// <summary>What a site needs to hold on its bad days what the district holds on half of the days.</summary>
/// <param name="Change">The cheapest change that suffices; null if none that was tried does.</param>
/// <param name="Cost">Its cost for the window; 0 without one.</param>
/// <param name="Tried">Cases in which changes were tried.</param>
/// <param name="Cleared">Cases in which the site's wait is within the target with the change, or with the best of those that do not suffice.</param>
/// <param name="WaitBefore">The site's greatest 90 % wait in these cases without a change, s; infinite if it tested nobody in one though people came.</param>
/// <param name="WaitAfter">The same with the change, or the best of those that do not suffice, s.</param>
/// <param name="Best">The change that did best if none suffices; null otherwise.</param>
/// <param name="Factor">Key of the factor of most of these cases; <see cref="StressCase.Own"/> without stress.</param>
public sealed record SiteFix(StaffChange? Change, double Cost, int Tried, int Cleared, double WaitBefore, double WaitAfter, StaffChange? Best, string Factor)
{
    /// <summary>The site on all days with all fixes made; null for a site without a fix.</summary>
    public FixConfirmation? Confirmation { get; init; }
}

/// <summary>A fixed site on all days, at the step of its factor after the one that half of the days hold, with all fixes made.</summary>
/// <param name="Days">Days.</param>
/// <param name="HeldBefore">Days on which the site's wait is within the target without any fix.</param>
/// <param name="HeldAfter">The same with all fixes.</param>
/// <param name="GiverHeldBefore">The same of the site that gives staff, without any fix; as many as there are days if none gives.</param>
/// <param name="GiverHeldAfter">The same with all fixes.</param>
public sealed record FixConfirmation(int Days, int HeldBefore, int HeldAfter, int GiverHeldBefore, int GiverHeldAfter)
{
    /// <summary>Days on which the site holds only with the fixes, and only without.</summary>
    public required PairedGain Gain { get; init; }

    /// <summary>Whether the site holds on a share of the days, gains more days by the fixes than chance alone gives, and the one that gives staff holds on no fewer than before.</summary>
    /// <param name="share">The share.</param>
    public bool Confirms(double share) => Gain.IsTold && HeldAfter >= (share * Days) - 1e-9 && GiverHeldAfter >= GiverHeldBefore;
}

/// <summary>Staff more at a site.</summary>
/// <param name="Samplers">Samplers more, 0 or more.</param>
/// <param name="Desks">Desks more, 0 or more.</param>
/// <param name="From">Ordinal of the site that gives them; −1 if they come on top.</param>
public sealed record StaffChange(int Samplers, int Desks, int From)
{
    /// <summary>Cost of the planned hours; nothing if they come from another site.</summary>
    /// <param name="costs">Costs of an hour.</param>
    /// <param name="hours">Length of the window, h.</param>
    public double Cost(Staffing.StaffCosts costs, double hours)
    {
        ArgumentNullException.ThrowIfNull(costs);
        return From >= 0 ? 0 : hours * ((Samplers * costs.Sampler) + (Desks * costs.Desk));
    }
}
