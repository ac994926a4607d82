using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>An experiment as its file has it: a scenario, what is varied, what is looked at, and how often.</summary>
public sealed record ExperimentFile
{
    /// <summary>Name.</summary>
    [Parameter("Short name, as in the file's name: lower-case letters, digits and hyphens.", Required = true,
        Pattern = "[a-z0-9]+(-[a-z0-9]+)*", PatternText = "lower-case letters, digits and hyphens, such as staffing-grid")]
    public string Name { get; init; } = "";

    /// <summary>Title in English.</summary>
    [Parameter("Title in English.")]
    public string Title { get; init; } = "";

    /// <summary>Title in Chinese.</summary>
    [Parameter("Title in Chinese.")]
    public string TitleZh { get; init; } = "";

    /// <summary>The scenario that is varied.</summary>
    [Parameter("The scenario file that is varied, relative to this file; of activity massTesting.", Required = true)]
    public string Scenario { get; init; } = "";

    /// <summary>Seed instead of the scenario's.</summary>
    [Parameter("Seed of the replications and of points that are drawn; none: the scenario's.", Minimum = 0)]
    public ulong? Seed { get; init; }

    /// <summary>Scale instead of the scenario's.</summary>
    [Parameter("Share of the district; none: the scenario's.", Minimum = 0.01, Maximum = 20)]
    public double? Scale { get; init; }

    /// <summary>Changes to the scenario at every point.</summary>
    [Parameter("Changes to the scenario that hold at every point.", Pattern = SetPattern, PatternText = SetText)]
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>What is varied.</summary>
    [Parameter("What is varied; in a full design the first varies slowest.", Required = true)]
    public IReadOnlyList<FactorEntry> Factors { get; init; } = [];

    /// <summary>How the points are chosen.</summary>
    [Parameter("full: every combination; latinHypercube or sobol: so many points spread over ranges and lists; morris or saltelli: points for sensitivity indices.")]
    public DesignKind Design { get; init; } = DesignKind.Full;

    /// <summary>How many points a Latin hypercube or Sobol design has.</summary>
    [Parameter("Points of a latinHypercube or sobol design; a power of 2 suits sobol best.", Minimum = 2, Maximum = Sweep.MostPoints)]
    public int? Points { get; init; }

    /// <summary>How many trajectories a Morris design has.</summary>
    [Parameter("Trajectories of a morris design, of a point more than there are factors each; intervals need 5.", Minimum = 2, Maximum = 1_000)]
    public int? Trajectories { get; init; }

    /// <summary>How many levels a range has in a Morris design.</summary>
    [Parameter("Levels of a range in a morris design, evenly spaced, both ends included; an even number; none: 4.", Minimum = 2, Maximum = 20)]
    public int? GridLevels { get; init; }

    /// <summary>How many base points a Saltelli design has.</summary>
    [Parameter("Base points of a saltelli design, of two points more than there are factors each; intervals need 5, and are narrow with some hundreds.",
        Minimum = 2, Maximum = 3_000)]
    public int? BasePoints { get; init; }

    /// <summary>What is looked at.</summary>
    [Parameter("Keys of the measures that are shown; the catalogue says which direction is better.")]
    public IReadOnlyList<string> Responses { get; init; } = ["coverageAt5h", "t98", "lastTest", "wait.p90", "sites.waitP90.worst", "staff.hours"];

    /// <summary>How often each point is run.</summary>
    [Parameter("How often each point is run.")]
    public ReplicationEntry Replications { get; init; } = new();

    /// <summary>Whether points share random numbers.</summary>
    [Parameter("true: replication r has the same seed, so the same people and luck, at every point (morris, saltelli: of a trajectory or base point); false: each point has seeds of its own.")]
    public bool Crn { get; init; } = true;

    internal const string SetPattern = "[^=]+=(.|\\n)+";

    internal const string SetText = "PATH=VALUE, such as testing.staff.absence=0.2";
}

/// <summary>How the points of an experiment are chosen.</summary>
public enum DesignKind
{
    /// <summary>Every combination of the levels.</summary>
    Full,

    /// <summary>A Latin hypercube drawn from the seed.</summary>
    LatinHypercube,

    /// <summary>The first points of the Sobol sequence.</summary>
    Sobol,

    /// <summary>Trajectories for Morris's elementary effects.</summary>
    Morris,

    /// <summary>Base points and mixtures of them for Sobol indices.</summary>
    Saltelli,
}
