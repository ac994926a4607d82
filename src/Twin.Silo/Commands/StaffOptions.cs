using System.Globalization;

namespace Twin.Silo.Commands;

/// <summary>What <c>twin staff</c> was asked.</summary>
public sealed record StaffOptions
{
    /// <summary>Path of the scenario file, as given.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>Cost of a sampler's hour.</summary>
    public required double CostSampler { get; init; }

    /// <summary>Cost of a registration desk's hour.</summary>
    public required double CostDesk { get; init; }

    /// <summary>Cost of a helper's hour.</summary>
    public required double CostHelper { get; init; }

    /// <summary>Lengths of shifts from the opening, h; empty for none, null for those that the window gives.</summary>
    public IReadOnlyList<double>? ShiftLengths { get; init; }

    /// <summary>Least probability of each constraint.</summary>
    public required double Confidence { get; init; }

    /// <summary>How sure the probabilities must be.</summary>
    public required double Assurance { get; init; }

    /// <summary>Wait target, min.</summary>
    public required double? WaitTargetMinutes { get; init; }

    /// <summary>98 % are to be tested so long after opening, h.</summary>
    public required double? ByHours { get; init; }

    /// <summary>Fresh days that confirm the plan.</summary>
    public required int Replications { get; init; }

    /// <summary>Days of each round of the search.</summary>
    public required int SearchReplications { get; init; }

    /// <summary>Days that are watched and replayed.</summary>
    public required int WatchReplications { get; init; }

    /// <summary>Whether only the plan is looked for.</summary>
    public bool PlanOnly { get; init; }

    /// <summary>Minutes after which parts that only look around are left out; null for no limit.</summary>
    public double? TimeLimitMinutes { get; init; }

    /// <summary>Role of who asks.</summary>
    public required string Author { get; init; }

    /// <summary>A note for the plan.</summary>
    public required string Note { get; init; }

    /// <summary>Days at a time.</summary>
    public required int Threads { get; init; }

    /// <summary>Seed instead of the scenario's; null for the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Scale instead of the scenario's; null for the scenario's.</summary>
    public double? Scale { get; init; }

    /// <summary>Changes to the scenario, <c>path=value</c> each.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Where the results go, and in what words.</summary>
    public required OutputOptions Output { get; init; }

    /// <summary>The options that change the result, as a command line has them.</summary>
    public IReadOnlyList<string> Reproducing() => new OptionWords()
        .Sets(Sets)
        .Add("--seed", Seed)
        .Add("--scale", Scale)
        .Add("--cost-sampler", CostSampler)
        .Add("--cost-desk", CostDesk)
        .Add("--cost-helper", CostHelper)
        .Add("--shift-lengths", ShiftWords)
        .Add("--confidence", Confidence)
        .Add("--assurance", Assurance)
        .Add("--wait-target", WaitTargetMinutes)
        .Add("--by", ByHours)
        .Add("--replications", Replications)
        .Add("--search-replications", SearchReplications)
        .Add("--watch-replications", WatchReplications)
        .Flag("--plan-only", PlanOnly)
        .Words;

    private string? ShiftWords => ShiftLengths is not { } lengths ? null
        : lengths.Count == 0 ? StaffShiftLengths.None
        : string.Join(',', lengths.Select(length => length.ToString("R", CultureInfo.InvariantCulture)));
}
