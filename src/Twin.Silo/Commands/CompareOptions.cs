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

    /// <summary>Where the results go, and in what words.</summary>
    public required OutputOptions Output { get; init; }
}

/// <summary>One scenario of a comparison, as asked for.</summary>
/// <param name="Name">Its short name.</param>
/// <param name="File">Path of its file.</param>
/// <param name="Sets">Changes to it, <c>path=value</c> each.</param>
public sealed record CompareVariant(string Name, string File, IReadOnlyList<string> Sets);
