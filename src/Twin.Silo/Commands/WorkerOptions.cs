namespace Twin.Silo.Commands;

/// <summary>What <c>twin worker</c> was asked to do.</summary>
public sealed record WorkerOptions
{
    /// <summary>Where the sweep is.</summary>
    public required ClusterAddress Cluster { get; init; }

    /// <summary>Replications at a time; at least 1.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether only errors are said.</summary>
    public bool Quiet { get; init; }
}
