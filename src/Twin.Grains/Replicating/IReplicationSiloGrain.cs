using Orleans.Concurrency;

namespace Twin.Grains.Replicating;

/// <summary>A silo that runs replications; the key is its address (<c>SiloAddress.ToParsableString</c>), and the grain lives there.</summary>
[Alias("twin.IReplicationSiloGrain")]
public interface IReplicationSiloGrain : IGrainWithStringKey
{
    /// <summary>What the silo is.</summary>
    [AlwaysInterleave]
    [Alias("Describe")]
    Task<ReplicationSilo> DescribeAsync();

    /// <summary>Gives the silo an experiment, in place of one that it had.</summary>
    /// <param name="job">The experiment.</param>
    /// <returns>Why the silo does not read it as the sender does; null if it does.</returns>
    [Alias("Load")]
    [ResponseTimeout("00:02:00")]
    Task<string?> LoadAsync(ReplicationJob job);

    /// <summary>Runs a replication on one of the silo's stateless workers. Repeating it gives the same reply but for the time it took.</summary>
    /// <param name="order">Which one.</param>
    [AlwaysInterleave]
    [Alias("Run")]
    [ResponseTimeout("01:00:00")]
    Task<ReplicationReply> RunAsync(ReplicationOrder order);

    /// <summary>Says that whoever leads the cluster is alive.</summary>
    [AlwaysInterleave]
    [Alias("Beat")]
    Task BeatAsync();

    /// <summary>Says that the silo is not needed any more: what it is running ends.</summary>
    /// <param name="reason">Why, if it is refused; null if all is done.</param>
    [AlwaysInterleave]
    [Alias("End")]
    Task EndAsync(string? reason);
}

/// <summary>A stateless worker of a silo that runs replications: as many as are asked for at a time, at most one a processor.</summary>
[Alias("twin.IReplicationWorkerGrain")]
public interface IReplicationWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>Runs a replication.</summary>
    /// <param name="order">Which one.</param>
    [Alias("Run")]
    [ResponseTimeout("01:00:00")]
    Task<ReplicationReply> RunAsync(ReplicationOrder order);
}
