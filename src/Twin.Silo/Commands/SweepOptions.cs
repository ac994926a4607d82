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

    /// <summary>Whether an interrupted sweep goes on.</summary>
    public bool Resume { get; init; }

    /// <summary>Whether only said what would be run.</summary>
    public bool DryRun { get; init; }

    /// <summary>Where the results go, and in what words.</summary>
    public required OutputOptions Output { get; init; }
}
