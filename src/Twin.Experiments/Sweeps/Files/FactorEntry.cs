using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>Something that is varied: a key of the scenario by a list or range, or several keys together by named levels.</summary>
public sealed record FactorEntry
{
    /// <summary>The key that is varied.</summary>
    [Parameter("Path of the scenario's key that is varied, such as testing.staff.samplers; with values or range.",
        "所变动情景键的路径，如 testing.staff.samplers；与 values 或 range 同用。")]
    public string Path { get; init; } = "";

    /// <summary>Its values.</summary>
    [Parameter("The values of the path's key, each as a scenario file writes it.", "该键的各个取值，写法同情景文件。")]
    public IReadOnlyList<ScenarioValue> Values { get; init; } = [];

    /// <summary>Its range.</summary>
    [Parameter("A range of the path's key instead of values: whole numbers, numbers or durations.", "代替 values 的取值范围：整数、数或时长。")]
    public RangeEntry? Range { get; init; }

    /// <summary>Name of a factor with levels.</summary>
    [Parameter("Name of a factor that changes several keys; with levels.",
        "同时改动多个键的因素名称；与 levels 同用。", Pattern = NamePattern, PatternText = "letters, digits and hyphens, such as outage")]
    public string Name { get; init; } = "";

    /// <summary>Its levels.</summary>
    [Parameter("The levels of a named factor.", "具名因素的各个水平。")]
    public IReadOnlyList<LevelEntry> Levels { get; init; } = [];

    /// <summary>Its grade.</summary>
    [Parameter("How far to trust it: S stated, P published, E estimate, or choice; left out: as the path's key has it, of levels the least trusted key that they change.",
        "可信等级：S 原文载明、P 公开发表、E 估计，或 choice（自行选择）；省略则取该键的等级，对各水平则取所改动键中可信度最低者。",
        Pattern = "S|P|E|choice", PatternText = "S, P, E or choice")]
    public string Grade { get; init; } = "";

    internal const string NamePattern = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*";
}

/// <summary>A range of values.</summary>
public sealed record RangeEntry
{
    /// <summary>Least.</summary>
    [Parameter("The least value.", "最小值。", Required = true, PatternText = "a whole number, number or duration")]
    public ScenarioValue From { get; init; }

    /// <summary>Greatest.</summary>
    [Parameter("The greatest value.", "最大值。", Required = true, PatternText = "a whole number, number or duration")]
    public ScenarioValue To { get; init; }

    /// <summary>How many values in a full design.</summary>
    [Parameter("How many values, evenly spaced, both ends included; for a full design only.", "取值个数，等距且含两端；仅用于全面设计。", Minimum = 2, Maximum = 1000)]
    public int? Points { get; init; }
}

/// <summary>A level of a named factor.</summary>
public sealed record LevelEntry
{
    /// <summary>Name.</summary>
    [Parameter("Name of the level.", "水平名称。", Required = true, Pattern = FactorEntry.NamePattern, PatternText = "letters, digits and hyphens, such as with-outage")]
    public string Name { get; init; } = "";

    /// <summary>What it changes.</summary>
    [Parameter("Changes to the scenario; left out: none.", "对情景的改动；省略则没有。", Pattern = ExperimentFile.SetPattern, PatternText = ExperimentFile.SetText)]
    public IReadOnlyList<string> Set { get; init; } = [];
}
