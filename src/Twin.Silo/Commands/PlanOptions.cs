namespace Twin.Silo.Commands;

/// <summary>What <c>twin plan check</c> was asked.</summary>
public sealed record PlanCheckOptions
{
    /// <summary>Path of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Scenario file in place of the plan's; null for the plan's.</summary>
    public string? ScenarioFile { get; init; }

    /// <summary>How many of its days are run again.</summary>
    public required int Replications { get; init; }

    /// <summary>Days at a time.</summary>
    public required int Threads { get; init; }

    /// <summary>en or zh.</summary>
    public required string Language { get; init; }

    /// <summary>Whether the answer is JSON.</summary>
    public bool Json { get; init; }
}

/// <summary>What <c>twin plan diff</c> was asked.</summary>
public sealed record PlanDiffOptions
{
    /// <summary>Path of the first plan.</summary>
    public required string First { get; init; }

    /// <summary>Path of the second plan.</summary>
    public required string Second { get; init; }

    /// <summary>Scenario file in place of the plans'; null for theirs.</summary>
    public string? ScenarioFile { get; init; }

    /// <summary>Pairs of replications.</summary>
    public required int Replications { get; init; }

    /// <summary>Whether neither plan is run.</summary>
    public bool NoRun { get; init; }

    /// <summary>Cost of a sampler's hour; null for the first plan's.</summary>
    public double? CostSampler { get; init; }

    /// <summary>Cost of a desk's hour; null for the first plan's.</summary>
    public double? CostDesk { get; init; }

    /// <summary>Replications at a time.</summary>
    public required int Threads { get; init; }

    /// <summary>Where the results go, and in what words.</summary>
    public required OutputOptions Output { get; init; }
}

/// <summary>What <c>twin plan counts</c> was asked.</summary>
public sealed record PlanCountsOptions
{
    /// <summary>Path of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Path of the counts file to write.</summary>
    public required string Counts { get; init; }

    /// <summary>Scenario file in place of the plan's; null for the plan's.</summary>
    public string? ScenarioFile { get; init; }

    /// <summary>Changes to the scenario.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Seed of the day; null for the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Length of an interval, min.</summary>
    public required int Minutes { get; init; }
}
