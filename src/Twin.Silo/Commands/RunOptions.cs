namespace Twin.Silo.Commands;

/// <summary>What <c>twin run</c> was asked.</summary>
public sealed record RunOptions
{
    /// <summary>Confidence of intervals where none is asked for.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>Path of the scenario file, as given.</summary>
    public required string ScenarioFile { get; init; }

    /// <summary>grains or kernel.</summary>
    public required string Engine { get; init; }

    /// <summary>Seed instead of the scenario's; null for the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Scale instead of the scenario's; null for the scenario's.</summary>
    public double? Scale { get; init; }

    /// <summary>Replications in all, the main run included; at least 1.</summary>
    public required int Replications { get; init; }

    /// <summary>Confidence of every interval over replications: above 0, below 1.</summary>
    public double Confidence { get; init; } = DefaultConfidence;

    /// <summary>Changes to the scenario, <c>path=value</c> each.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Where handled events are written; null for nowhere.</summary>
    public string? Trace { get; init; }

    /// <summary>Codes of the entities whose events are traced.</summary>
    public required IReadOnlyList<string> Entities { get; init; }

    /// <summary>Where visits are written; null for nowhere.</summary>
    public string? Visits { get; init; }

    /// <summary>Input journal of an earlier run, to be repeated; null for none.</summary>
    public string? Inputs { get; init; }

    /// <summary>Where the results go, and in what words.</summary>
    public required OutputOptions Output { get; init; }

    /// <summary>The options that change the result, as a command line has them.</summary>
    public IReadOnlyList<string> Reproducing()
    {
        List<string> options = [];
        foreach (string set in Sets)
        {
            options.Add("--set");
            options.Add(set);
        }

        if (Seed is { } seed)
        {
            options.Add("--seed");
            options.Add(seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (Scale is { } scale)
        {
            options.Add("--scale");
            options.Add(scale.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (Confidence != DefaultConfidence)
        {
            options.Add("--confidence");
            options.Add(Confidence.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        }

        if (Inputs is not null)
        {
            options.Add("--inputs");
            options.Add(Inputs);
        }

        return options;
    }
}
