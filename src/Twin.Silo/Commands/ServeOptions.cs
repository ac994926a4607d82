namespace Twin.Silo.Commands;

/// <summary>What <c>twin serve</c> was asked.</summary>
public sealed record ServeOptions
{
    /// <summary>Path of a scenario file of which a run is started at once; null for none.</summary>
    public string? ScenarioFile { get; init; }

    /// <summary>Address of the page, the hub and the endpoints: on the loopback interface.</summary>
    public required Uri Url { get; init; }

    /// <summary>Speed of the run that is started at once, simulated seconds per second; null for as fast as it goes.</summary>
    public double? Speed { get; init; }

    /// <summary>Seed instead of the scenario's; null for the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Scale instead of the scenario's; null for the scenario's.</summary>
    public double? Scale { get; init; }

    /// <summary>Changes to the scenario, <c>path=value</c> each.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Whether the run waits once its grains are active.</summary>
    public bool Paused { get; init; }

    /// <summary>Port of the Orleans gateway, for a viewer on its own; null for a free one.</summary>
    public int? Gateway { get; init; }

    /// <summary>Folder of the input journals.</summary>
    public required string Journals { get; init; }

    /// <summary>Whether a browser is opened.</summary>
    public bool Open { get; init; }
}
