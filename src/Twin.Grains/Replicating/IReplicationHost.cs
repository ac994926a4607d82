namespace Twin.Grains.Replicating;

/// <summary>What runs replications in a silo's process.</summary>
public interface IReplicationHost
{
    /// <summary>What this silo is.</summary>
    ReplicationSilo Silo { get; }

    /// <summary>Reads an experiment.</summary>
    /// <param name="job">The experiment.</param>
    /// <returns>Why it is not read as the sender does; null if it is.</returns>
    string? Load(ReplicationJob job);

    /// <summary>Runs a replication on this thread.</summary>
    /// <param name="order">Which one.</param>
    /// <exception cref="OperationCanceledException">The silo was ended.</exception>
    ReplicationReply Run(ReplicationOrder order);

    /// <summary>Whoever leads the cluster is alive.</summary>
    void Beat();

    /// <summary>The silo is not needed any more.</summary>
    /// <param name="reason">Why, if it is refused; null if all is done.</param>
    void End(string? reason);
}
