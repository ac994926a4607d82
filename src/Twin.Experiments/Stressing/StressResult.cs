using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing;

/// <summary>How far until it breaks.</summary>
public sealed record StressResult
{
    /// <summary>The scenario as resolved.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>When a day counts as broken.</summary>
    public required StressGoal Goal { get; init; }

    /// <summary>How much was simulated for what.</summary>
    public required StressEffort Effort { get; init; }

    /// <summary>Seeds of the days, by number.</summary>
    public required IReadOnlyList<ulong> Seeds { get; init; }

    /// <summary>Days that hold without stress, by criterion.</summary>
    public required IReadOnlyList<int> HeldWithoutStress { get; init; }

    /// <summary>One factor at a time: the nearest to breaking first.</summary>
    public required IReadOnlyList<FactorLimits> Limits { get; init; }

    /// <summary>Groups of factors that mean nothing in this scenario, with the reason.</summary>
    public required IReadOnlyList<(string Group, string Reason)> LeftOut { get; init; }

    /// <summary>Two factors at a time; empty if they were not tried.</summary>
    public required IReadOnlyList<PairLimits> Pairs { get; init; }

    /// <summary>The most fragile sites, the most fragile first.</summary>
    public required IReadOnlyList<FragileSite> Sites { get; init; }

    /// <summary>Cases in which waits break, of which the sites' points come.</summary>
    public required int Cases { get; init; }

    /// <summary>With all fixes made, the limits again of the nearest factor of the group that most fixes are for; null without a fix.</summary>
    public FactorLimits? WithFixes { get; init; }

    /// <summary>Days simulated in all.</summary>
    public required int DaysSimulated { get; init; }

    /// <summary>The factors' limits in the order of the factors, by key.</summary>
    /// <param name="key">The factor's key.</param>
    public FactorLimits? Of(string key) => Limits.FirstOrDefault(limits => limits.Factor.Key == key);

    /// <summary>What all fixes cost together.</summary>
    public double FixesCost => Sites.Sum(site => site.Fix?.Cost ?? 0);
}
