using Twin.Experiments.Sweeps.Files;

namespace Twin.Silo.Commands;

/// <summary>What <c>twin sweep</c> was asked.</summary>
public sealed record SweepOptions
{
    /// <summary>Path of the experiment file, as given.</summary>
    public required string ExperimentFile { get; init; }

    /// <summary>What is said instead of the file.</summary>
    public required SweepChanges Changes { get; init; }

    /// <summary>Replications at a time in this process; at least 1, with a cluster 0.</summary>
    public required int Threads { get; init; }

    /// <summary>Where silos may join; null for this process alone.</summary>
    public ClusterAddress? Cluster { get; init; }

    /// <summary>Silos that must have joined before anything is run.</summary>
    public int WaitFor { get; init; }

    /// <summary>Out folder; null for out/NAME.</summary>
    public string? Out { get; init; }

    /// <summary>Whether an interrupted sweep goes on.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether a folder that holds something is used, and an earlier sweep in it lost.</summary>
    public bool Force { get; init; }

    /// <summary>Whether only said what would be run.</summary>
    public bool DryRun { get; init; }

    /// <summary>en or zh.</summary>
    public required string Language { get; init; }

    /// <summary>Whether only errors are said.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether the summary goes to standard output.</summary>
    public bool Json { get; init; }
}
