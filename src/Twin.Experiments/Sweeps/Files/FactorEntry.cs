using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Something that is varied: a key of the scenario by a list or range, or several keys together by named levels.</summary>
public sealed record FactorEntry
{
    /// <summary>The key that is varied.</summary>
    [Parameter("Path of the scenario's key that is varied, such as testing.staff.samplers; with values or range.")]
    public string Path { get; init; } = "";

    /// <summary>Its values.</summary>
    [Parameter("The values of the path's key, each as a scenario file writes it.")]
    public IReadOnlyList<ScenarioValue> Values { get; init; } = [];

    /// <summary>Its range.</summary>
    [Parameter("A range of the path's key instead of values: whole numbers, numbers or durations.")]
    public RangeEntry? Range { get; init; }

    /// <summary>Name of a factor with levels.</summary>
    [Parameter("Name of a factor that changes several keys; with levels.", Pattern = NamePattern, PatternText = "letters, digits and hyphens, such as outage")]
    public string Name { get; init; } = "";

    /// <summary>Its levels.</summary>
    [Parameter("The levels of a named factor.")]
    public IReadOnlyList<LevelEntry> Levels { get; init; } = [];

    /// <summary>Its grade.</summary>
    [Parameter("How far to trust it: S stated, P published, E estimate, or choice; left out: as the path's key has it, of levels the least trusted key that they change.",
        Pattern = "S|P|E|choice", PatternText = "S, P, E or choice")]
    public string Grade { get; init; } = "";

    internal const string NamePattern = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";
}

/// <summary>A range of values.</summary>
public sealed record RangeEntry
{
    /// <summary>Least.</summary>
    [Parameter("The least value.", Required = true, PatternText = "a whole number, number or duration")]
    public ScenarioValue From { get; init; }

    /// <summary>Greatest.</summary>
    [Parameter("The greatest value.", Required = true, PatternText = "a whole number, number or duration")]
    public ScenarioValue To { get; init; }

    /// <summary>How many values in a full design.</summary>
    [Parameter("How many values, evenly spaced, both ends included; for a full design only.", Minimum = 2, Maximum = 1000)]
    public int? Points { get; init; }
}

/// <summary>A level of a named factor.</summary>
public sealed record LevelEntry
{
    /// <summary>Name.</summary>
    [Parameter("Name of the level.", Required = true, Pattern = FactorEntry.NamePattern, PatternText = "letters, digits and hyphens, such as with-outage")]
    public string Name { get; init; } = "";

    /// <summary>What it changes.</summary>
    [Parameter("Changes to the scenario; left out: none.", Pattern = ExperimentFile.SetPattern, PatternText = ExperimentFile.SetText)]
    public IReadOnlyList<string> Set { get; init; } = [];
}
