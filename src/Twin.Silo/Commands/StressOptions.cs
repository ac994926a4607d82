namespace Twin.Silo.Commands;

/// <summary>What <c>twin stress</c> was asked.</summary>
public sealed record StressOptions
{
    /// <summary>Path of the scenario file, as given.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>Groups of factors.</summary>
    public required IReadOnlyList<string> Factors { get; init; }

    /// <summary>Whether factors are also tried two at a time.</summary>
    public required bool Pairs { get; init; }

    /// <summary>Share of days on which a limit must hold.</summary>
    public required double Confidence { get; init; }

    /// <summary>Wait target, min.</summary>
    public required double? WaitTargetMinutes { get; init; }

    /// <summary>98 % are to be tested so long after opening, h.</summary>
    public required double? ByHours { get; init; }

    /// <summary>Cost of a sampler's hour.</summary>
    public required double CostSampler { get; init; }

    /// <summary>Cost of a registration desk's hour.</summary>
    public required double CostDesk { get; init; }

    /// <summary>Days.</summary>
    public required int Replications { get; init; }

    /// <summary>Days at a time.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether only the runs are counted.</summary>
    public bool DryRun { get; init; }

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
        .Add("--factors", string.Join(',', Factors))
        .Add("--confidence", Confidence)
        .Add("--wait-target", WaitTargetMinutes)
        .Add("--by", ByHours)
        .Add("--cost-sampler", CostSampler)
        .Add("--cost-desk", CostDesk)
        .Add("--replications", Replications)
        .Flag("--no-pairs", !Pairs)
        .Words;
}
