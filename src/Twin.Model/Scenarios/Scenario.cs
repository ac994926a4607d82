using Twin.Model.Queueing;
using Twin.Model.Testing;

namespace Twin.Model.Scenarios;

/// <summary>A scenario as resolved: every parameter has a value.</summary>
public sealed record Scenario
{
    /// <summary>Name.</summary>
    [Parameter("Short name, as in the file's name: lower-case letters, digits and hyphens.", Required = true,
        Pattern = "[a-z0-9]+(-[a-z0-9]+)*", PatternText = "lower-case letters, digits and hyphens, such as mass-testing-490k")]
    public string Name { get; init; } = "";

    /// <summary>Title in English.</summary>
    [Parameter("Title in English.")]
    public string Title { get; init; } = "";

    /// <summary>Title in Chinese.</summary>
    [Parameter("Title in Chinese.")]
    public string TitleZh { get; init; } = "";

    /// <summary>What is simulated.</summary>
    [Parameter("What is simulated: massTesting or queue.", Required = true)]
    public Activity Activity { get; init; }

    /// <summary>Simulated time 0.</summary>
    [Parameter("The scenario's start: date, time and offset.", Required = true)]
    public DateTimeOffset Start { get; init; }

    /// <summary>When the run ends if events are still pending.</summary>
    [Parameter("When the run ends at the latest, even if events are pending; at most 14 d for a mass test.", Grade = "E", Minimum = 1)]
    public Duration Horizon { get; init; } = Duration.Minutes(24 * 60);

    /// <summary>Seed of every draw.</summary>
    [Parameter("Seed of every draw: a whole number.", Minimum = 0)]
    public ulong Seed { get; init; } = 1;

    /// <summary>Share of the full district.</summary>
    [Parameter("Share of the district that is generated; 1 is the whole.", Minimum = 0.01, Maximum = 20)]
    public double Scale { get; init; } = 1;

    /// <summary>The district.</summary>
    [Parameter("The district that is generated.")]
    public Districts.DistrictSpecification District { get; init; } = new();

    /// <summary>The mass test.</summary>
    [Parameter("Parameters of the mass test.")]
    public MassTestingParameters Testing { get; init; } = new();

    /// <summary>The queueing network.</summary>
    [Parameter("Parameters of the queueing network.")]
    public QueueNetworkParameters Queue { get; init; } = new();

    /// <summary>What goes wrong.</summary>
    [Parameter("Disruptions at given times.")]
    public IReadOnlyList<Disruption> Disruptions { get; init; } = [];

    /// <summary>What is done about it.</summary>
    [Parameter("Interventions at given times.")]
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];
}

/// <summary>What a scenario simulates.</summary>
public enum Activity
{
    /// <summary>A mass nucleic-acid test of the district.</summary>
    MassTesting,

    /// <summary>An open queueing network.</summary>
    Queue,
}
