namespace Twin.Silo.Commands;

/// <summary>What <c>twin backtest</c> was asked.</summary>
public sealed record BacktestOptions
{
    /// <summary>Path of the counts file.</summary>
    public required string Counts { get; init; }

    /// <summary>Path of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Scenario file in place of the plan's; null for the plan's.</summary>
    public string? ScenarioFile { get; init; }

    /// <summary>Changes to the scenario.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Seed instead of the plan's; null for the plan's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Days of the model.</summary>
    public required int Replications { get; init; }

    /// <summary>Days of a round in which parameters are varied.</summary>
    public required int FitPoints { get; init; }

    /// <summary>Whether no parameter is looked for.</summary>
    public bool NoFit { get; init; }

    /// <summary>Keys of the parameters that are looked for; empty for all.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>Days at a time.</summary>
    public required int Threads { get; init; }

    /// <summary>Where the results go, and in what words.</summary>
    public required OutputOptions Output { get; init; }

    /// <summary>Words of the command that gives the same again, without the language.</summary>
    public IReadOnlyList<string> Command() =>
    [
        "backtest", Counts, Plan,
        .. new OptionWords()
            .Add("--scenario", ScenarioFile)
            .Sets(Sets)
            .Add("--seed", Seed)
            .Add("--replications", Replications)
            .Flag("--no-fit", NoFit)
            .Add("--fit-points", NoFit ? null : FitPoints)
            .Add("--fit", Parameters.Count > 0 ? string.Join(',', Parameters) : null)
            .Words,
    ];
}
