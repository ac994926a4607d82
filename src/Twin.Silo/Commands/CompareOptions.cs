namespace Twin.Silo.Commands;

/// <summary>What <c>twin compare</c> was asked.</summary>
public sealed record CompareOptions
{
    /// <summary>The scenarios, in the order given: two to eight.</summary>
    public required IReadOnlyList<CompareVariant> Variants { get; init; }

    /// <summary>Pairs.</summary>
    public required int Replications { get; init; }

    /// <summary>Whether every pair of scenarios is compared, and not the first with each other alone.</summary>
    public bool AllPairs { get; init; }

    /// <summary>Seed instead of the first scenario's; null for that.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Scale instead of the scenarios' own; null for those.</summary>
    public double? Scale { get; init; }

    /// <summary>Most replications at a time.</summary>
    public required int Threads { get; init; }

    /// <summary>The out folder as given; null for <c>out/compare-A-B</c> by the scenarios' names.</summary>
    public string? Out { get; init; }

    /// <summary>Whether an out folder that holds something else is overwritten.</summary>
    public bool Force { get; init; }

    /// <summary>en or zh.</summary>
    public required string Language { get; init; }

    /// <summary>Whether only errors are said.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether the summary goes to standard output.</summary>
    public bool Json { get; init; }
}

/// <summary>One scenario of a comparison, as asked for.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="File">Path of its file.</param>
/// <param name="Sets">Changes to it, <c>path=value</c> each.</param>
public sealed record CompareVariant(string Name, string File, IReadOnlyList<string> Sets);
