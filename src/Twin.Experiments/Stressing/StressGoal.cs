using Twin.Experiments.Staffing;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing;

/// <summary>When a day counts as broken, and what a fix costs.</summary>
public sealed record StressGoal
{
    /// <summary>At each site the share of people that the scenario's targets name are to wait at most so long, s.</summary>
    public double WaitTargetSeconds { get; init; } = TestTargets.Usual.WaitSeconds;

    /// <summary>98 % of those expected are to be tested at most so long after opening, ms: the target time.</summary>
    public long ByMilliseconds { get; init; } = TestTargets.Usual.Milliseconds;

    /// <summary>Share of days on which a limit, and share of its cases in which a fix, must hold. Above 0.5, below 1.</summary>
    public double Share { get; init; } = 0.9;

    /// <summary>Costs of an hour: estimates unless given.</summary>
    public StaffCosts Costs { get; init; } = new(60, 40);
}

/// <summary>How many days are simulated for what. Decisions depend on these numbers and the seed, never on the clock.</summary>
public sealed record StressEffort
{
    /// <summary>Days on which each factor's limit is looked for; at least 1.</summary>
    public int Days { get; init; } = 10;

    /// <summary>Days on which a pair's limit is looked for, at most <see cref="Days"/>.</summary>
    public int PairDays { get; init; } = 6;

    /// <summary>Days on which it is tried whether more stress is never better.</summary>
    public int ProbeDays { get; init; } = 2;

    /// <summary>Whether factors are also tried two at a time.</summary>
    public bool Pairs { get; init; } = true;

    /// <summary>Fragile sites for which fixes are tried, at most.</summary>
    public int Sites { get; init; } = 10;

    /// <summary>Cases in which each site's fixes are tried, at most.</summary>
    public int Cases { get; init; } = 6;

    /// <summary>Most days at a time; changes no result.</summary>
    public int Parallelism { get; init; } = 1;
}
