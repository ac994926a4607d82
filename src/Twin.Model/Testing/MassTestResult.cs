using Twin.Model.Results;

namespace Twin.Model.Testing;

/// <summary>What a mass test came to: integers only, from which summary, tables, charts and report are made.</summary>
public sealed record MassTestResult
{
    /// <summary>Residents, or people in the arrivals file.</summary>
    public required long Residents { get; init; }

    /// <summary>Households, units of dedicated micro-grids included.</summary>
    public required long Households { get; init; }

    /// <summary>People expected on site: not housebound, and coming at once or after a reminder.</summary>
    public required long ExpectedOnSite { get; init; }

    /// <summary>The window's opening, ms since the start.</summary>
    public required long Open { get; init; }

    /// <summary>The window's close as planned, ms since the start.</summary>
    public required long Close { get; init; }

    /// <summary>The run's horizon, at which it was over whoever was still waiting, ms since the start.</summary>
    public required long Horizon { get; init; }

    /// <summary>People at a site, waiting or being served, when the run ended.</summary>
    public required long StillThere { get; init; }

    /// <summary>Swabs ended in each minute since the start.</summary>
    public required long[] TestedByMinute { get; init; }

    /// <summary>What the test is judged against.</summary>
    public required TestTargets Targets { get; init; }

    /// <summary>Swabs ended up to and including the target time.</summary>
    public required long TestedAtTarget { get; init; }

    /// <summary>When 98 % of those expected on site were tested, ms since the start; −1 if never.</summary>
    public required long T98 { get; init; }

    /// <summary>When the last swab ended, ms since the start; −1 if none.</summary>
    public required long LastTest { get; init; }

    /// <summary>Untested residents by <see cref="UntestedReason"/>.</summary>
    public required long[] Untested { get; init; }

    /// <summary>Waits at the registration queue, of completed visits.</summary>
    public required WaitHistogram RegistrationWait { get; init; }

    /// <summary>Waits at the swab queue, of completed visits.</summary>
    public required WaitHistogram SwabWait { get; init; }

    /// <summary>Both waits of a completed visit.</summary>
    public required WaitHistogram TotalWait { get; init; }

    /// <summary>Waits of people who were sent home.</summary>
    public required WaitHistogram SentHomeWait { get; init; }

    /// <summary>Times that somebody balked.</summary>
    public required long Balked { get; init; }

    /// <summary>The sites, in code order.</summary>
    public required IReadOnlyList<SiteResult> Sites { get; init; }

    /// <summary>The communities and villages, in code order.</summary>
    public required IReadOnlyList<CommunityResult> Communities { get; init; }

    /// <summary>The notice, level by level from the district to the households.</summary>
    public required IReadOnlyList<NotificationLevel> Notification { get; init; }

    /// <summary>Households notified in each minute since the start.</summary>
    public required long[] NotifiedByMinute { get; init; }

    /// <summary>Households notified by <see cref="Notification.Channel"/>.</summary>
    public required long[] NotifiedByChannel { get; init; }

    /// <summary>When the last compound or village had assigned its roles, ms since the start; −1 without a notice.</summary>
    public required long RolesAssigned { get; init; }

    /// <summary>When the last site was ready to swab, ms since the start; −1 if one never was.</summary>
    public required long SitesReady { get; init; }

    /// <summary>People tested.</summary>
    public long Tested => TotalWait.Count;

    /// <summary>Whether the run ended while a site that serves still had people: when the last swab would have been is not known.</summary>
    /// <remarks>Who was still on the way does not count: a window closes before its run ends, so they would have come after closing. Nor does who stands at a
    /// site that never had somebody on duty at the desks and at the swabs: nobody would ever have been tested there.</remarks>
    public bool IsCutOff => Sites.Any(site => site is { StillThere: > 0, DeskDuty: > 0, SamplerDuty: > 0 });
}

/// <summary>What happened at a site.</summary>
public sealed record SiteResult
{
    /// <summary>Code, such as S-017.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the community in which it lies.</summary>
    public required string Community { get; init; }

    /// <summary>Place, cm east.</summary>
    public required int X { get; init; }

    /// <summary>Place, cm north.</summary>
    public required int Y { get; init; }

    /// <summary>Residents whose home site it is.</summary>
    public required long HomeResidents { get; init; }

    /// <summary>Desks planned at opening.</summary>
    public required long Desks { get; init; }

    /// <summary>Desks whose staff were absent.</summary>
    public required long DesksAbsent { get; init; }

    /// <summary>Samplers planned at opening.</summary>
    public required long Samplers { get; init; }

    /// <summary>Samplers absent.</summary>
    public required long SamplersAbsent { get; init; }

    /// <summary>When it was ready to swab, ms since the start; −1 if never.</summary>
    public required long Ready { get; init; }

    /// <summary>When it opened, ms since the start; −1 if never.</summary>
    public required long Opened { get; init; }

    /// <summary>Arrivals at the door, each visit.</summary>
    public required long Arrivals { get; init; }

    /// <summary>People tested.</summary>
    public required long Tested { get; init; }

    /// <summary>Visits that ended in balking.</summary>
    public required long Balked { get; init; }

    /// <summary>People sent home at closing.</summary>
    public required long SentHome { get; init; }

    /// <summary>People who came after closing.</summary>
    public required long Late { get; init; }

    /// <summary>People redirected because it had closed for good.</summary>
    public required long Redirected { get; init; }

    /// <summary>People still there when the run ended.</summary>
    public required long StillThere { get; init; }

    /// <summary>Sum of total waits of completed visits, ms.</summary>
    public required long WaitSum { get; init; }

    /// <summary>Total wait, median, s; null if it tested nobody.</summary>
    public required long? WaitP50 { get; init; }

    /// <summary>Total wait, 90 % quantile, s; null if it tested nobody.</summary>
    public required long? WaitP90 { get; init; }

    /// <summary>Total wait, 95 % quantile, s; null if it tested nobody.</summary>
    public required long? WaitP95 { get; init; }

    /// <summary>Total wait at the target's quantile, s; null where that is 90 %, or if it tested nobody.</summary>
    public long? TargetWait { get; init; }

    /// <summary>The wait by which the site is judged: at the target's quantile, s; null if it tested nobody.</summary>
    public long? WaitAtTarget => TargetWait ?? WaitP90;

    /// <summary>Total wait, greatest, s; null if it tested nobody.</summary>
    public required long? WaitMax { get; init; }

    /// <summary>Most people at the door and in both queues.</summary>
    public required long QueueMax { get; init; }

    /// <summary>Minutes with an expected wait in the amber tier.</summary>
    public required long AmberMinutes { get; init; }

    /// <summary>Minutes with an expected wait in the red tier.</summary>
    public required long RedMinutes { get; init; }

    /// <summary>Busy time of desks, ms.</summary>
    public required long DeskBusy { get; init; }

    /// <summary>Time of desks on duty, ms.</summary>
    public required long DeskDuty { get; init; }

    /// <summary>Busy time of samplers (swab, changeover, tube change), ms.</summary>
    public required long SamplerBusy { get; init; }

    /// <summary>Time of samplers on duty, ms.</summary>
    public required long SamplerDuty { get; init; }

    /// <summary>When the last swab ended, ms since the start; −1 if none.</summary>
    public required long LastTest { get; init; }

    /// <summary>Whether it tested nobody though people were assigned to it or came to its door: it has no waits, and is no good site for that.</summary>
    public bool ServedNobody => Tested == 0 && (HomeResidents > 0 || Arrivals > 0);

    /// <summary>The wait as the target is held against it, s: infinite where people came in time and nobody was tested, as none of their waits ended;
    /// negative infinite where nobody came, as nobody waited too long.</summary>
    public double JudgedWait => WaitAtTarget ?? (Arrivals > Late + Redirected ? double.PositiveInfinity : double.NegativeInfinity);

    /// <summary>Tubes used.</summary>
    public required long Tubes { get; init; }

    /// <summary>Swabs ended in each minute since the start.</summary>
    public required long[] TestedByMinute { get; init; }

    /// <summary>People at the door and in both queues at each whole minute since the start.</summary>
    public required long[] QueueByMinute { get; init; }

    /// <summary>Expected wait of who comes at each whole minute since the start, s.</summary>
    public required long[] ExpectedWaitByMinute { get; init; }
}

/// <summary>What a community or village came to.</summary>
public sealed record CommunityResult
{
    /// <summary>Code, such as WJ-07.</summary>
    public required string Code { get; init; }

    /// <summary>Fictional name, Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a village.</summary>
    public required bool IsVillage { get; init; }

    /// <summary>Residents.</summary>
    public required long Residents { get; init; }

    /// <summary>Households.</summary>
    public required long Households { get; init; }

    /// <summary>Residents tested.</summary>
    public required long Tested { get; init; }

    /// <summary>Untested residents by <see cref="UntestedReason"/>.</summary>
    public required long[] Untested { get; init; }

    /// <summary>Households notified.</summary>
    public required long Notified { get; init; }

    /// <summary>When its last household was notified, ms since the start; −1 if none was.</summary>
    public required long LastNotified { get; init; }
}

/// <summary>How fast the notice reached one level.</summary>
/// <param name="Level">Key of the level: district, street, community, compound, baseGrid, partyGroup, household, council, alliance.</param>
/// <param name="Count">Entities of the level.</param>
/// <param name="Reached">How many the notice reached.</param>
/// <param name="SumMilliseconds">Sum of the times from the notice to acknowledgement, or to knowing for households, ms.</param>
/// <param name="LastMilliseconds">When the last was reached, ms since the start; −1 if none.</param>
/// <param name="ToDeputy">Orders that went to the deputy.</param>
/// <param name="ToLevelAbove">Orders that the level above took over.</param>
public sealed record NotificationLevel(string Level, long Count, long Reached, long SumMilliseconds, long LastMilliseconds, long ToDeputy, long ToLevelAbove);
