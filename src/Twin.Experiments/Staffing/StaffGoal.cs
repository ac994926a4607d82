using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>What a staffing must reach, and how sure that must be.</summary>
public sealed record StaffGoal
{
    /// <summary>Least probability of each of the two: done in time, and every site's wait within the target. Above 0, below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>How sure it must be that the probabilities are that high: the one-sided confidence of their lower bounds. Above 0, below 1.</summary>
    public double Assurance { get; init; } = 0.95;

    /// <summary>At each site the share of people that the scenario's targets name wait at most so long, s.</summary>
    public double WaitTargetSeconds { get; init; } = TestTargets.Usual.WaitSeconds;

    /// <summary>98 % of those expected are tested at most so long after opening, ms.</summary>
    public long ByMilliseconds { get; init; } = TestTargets.Usual.Milliseconds;

    /// <summary>Costs of an hour.</summary>
    public StaffCosts Costs { get; init; } = new(60, 40, 20);

    /// <summary>Shifts that part of a site's staff may work, by their ends; none: all stay until their site is done.</summary>
    public IReadOnlyList<StaffShift> Shifts { get; init; } = [];

    /// <summary>Whether a day in which 98 % are tested too late fails.</summary>
    public bool NeedsTime { get; init; } = true;

    /// <summary>Whether a day with a site over the wait target fails.</summary>
    public bool NeedsWait { get; init; } = true;
}

/// <summary>How many days are simulated for what. Decisions depend on these numbers and the seed, never on the clock.</summary>
public sealed record StaffEffort
{
    /// <summary>Days whose arrivals are watched and replayed at each site with more and with fewer staff.</summary>
    public int ObservedDays { get; init; } = 40;

    /// <summary>Days on which a plan is tried in each round of the search, and each level of the frontier.</summary>
    public int SearchDays { get; init; } = 30;

    /// <summary>Fresh days on which the plan is confirmed.</summary>
    public int ConfirmDays { get; init; } = 240;

    /// <summary>Attempts to confirm; the error of the claim is shared among them.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>Whether frontier, single constraints and the other slot scheme are looked at as well.</summary>
    public bool LooksAround { get; init; } = true;

    /// <summary>Most days at a time; changes no result.</summary>
    public int Parallelism { get; init; } = 1;
}
