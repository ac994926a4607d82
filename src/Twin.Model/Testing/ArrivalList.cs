namespace Twin.Model.Testing;

/// <summary>Given arrivals, a column for every attribute: another model's people, each a household of one.</summary>
public sealed record ArrivalList
{
    /// <summary>Arrival at the site's door, ms since the start.</summary>
    public required long[] Time { get; init; }

    /// <summary>Ordinal of the site.</summary>
    public required int[] Site { get; init; }

    /// <summary>Name of each person in the file; empty to number them.</summary>
    public required string[] Person { get; init; }

    /// <summary>Age in years that stands for the class: 8 child, 40 adult, 70 aged.</summary>
    public required byte[] Age { get; init; }

    /// <summary>Whether registration is assisted.</summary>
    public required bool[] Assisted { get; init; }

    /// <summary>Registration times, ms; −1 to draw; empty when none is given.</summary>
    public long[] Registration { get; init; } = [];

    /// <summary>Swab times, ms; −1 to draw; empty when none is given.</summary>
    public long[] Swab { get; init; } = [];

    /// <summary>Changeover times, ms; −1 to draw; empty when none is given.</summary>
    public long[] Changeover { get; init; } = [];

    /// <summary>Registration times on paper, ms; −1 to draw; empty when none is given.</summary>
    public long[] Paper { get; init; } = [];

    /// <summary>Number of people.</summary>
    public int Count => Time.Length;
}
