using Twin.Model.Events;

namespace Twin.Model.Live;

/// <summary>A whole number that entities of one level show while a run goes on, described once: frames, legends, tables and exports read this.</summary>
public sealed record LiveMeasure
{
    /// <summary>Key, such as <c>tested</c>; together with the level unique in a plan.</summary>
    public required string Key { get; init; }

    /// <summary>What has it; its rows are the ordinals of that kind.</summary>
    public required EntityKind Level { get; init; }

    /// <summary>The topic in whose frames it comes: one for each group of measures.</summary>
    public required string Topic { get; init; }

    /// <summary>Name in English.</summary>
    public required string English { get; init; }

    /// <summary>Name in Chinese.</summary>
    public required string Chinese { get; init; }

    /// <summary>Unit of the value.</summary>
    public required LiveUnit Unit { get; init; }

    /// <summary>Of which capacity of the level the value is a share, such as <c>residents</c>; null when it is not a share.</summary>
    public string? Of { get; init; }

    /// <summary>Names of the values of a state, from 0.</summary>
    public IReadOnlyList<LiveState> States { get; init; } = [];

    /// <summary>From which value on the tier is amber; null for a measure without tiers.</summary>
    public int? Amber { get; init; }

    /// <summary>From which value on the tier is red; null for a measure without tiers.</summary>
    public int? Red { get; init; }

    /// <summary>Whether a high value asks for attention.</summary>
    public bool Attention { get; init; }
}

/// <summary>A value of a state.</summary>
/// <param name="English">Name in English.</param>
/// <param name="Chinese">Name in Chinese.</param>
public sealed record LiveState(string English, string Chinese);

/// <summary>Unit of a live measure.</summary>
public enum LiveUnit
{
    /// <summary>Households.</summary>
    Households,

    /// <summary>People.</summary>
    People,

    /// <summary>Staff at work.</summary>
    Staff,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Visits to a site.</summary>
    Visits,

    /// <summary>Orders.</summary>
    Orders,

    /// <summary>One of the states that the measure names.</summary>
    State,
}
