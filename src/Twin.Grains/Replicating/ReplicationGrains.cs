using Orleans.Concurrency;
using Twin.Grains.Placement;

namespace Twin.Grains.Replicating;

/// <summary>Stands for its silo.</summary>
/// <param name="host">Runs replications here.</param>
[SiloPlacement]
public sealed class ReplicationSiloGrain(IReplicationHost host) : Grain, IReplicationSiloGrain
{
    /// <inheritdoc/>
    public Task<ReplicationSilo> DescribeAsync() => Task.FromResult(host.Silo);

    /// <inheritdoc/>
    public Task<string?> LoadAsync(ReplicationJob job) => Task.Run(() => host.Load(job));

    /// <inheritdoc/>
    public Task<ReplicationReply> RunAsync(ReplicationOrder order) => GrainFactory.GetGrain<IReplicationWorkerGrain>(0).RunAsync(order);

    /// <inheritdoc/>
    public Task BeatAsync()
    {
        host.Beat();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task EndAsync(string? reason)
    {
        host.End(reason);
        return Task.CompletedTask;
    }
}

/// <summary>Runs replications on threads of their own: the silo's turns stay short.</summary>
/// <param name="host">Runs replications here.</param>
[StatelessWorker]
public sealed class ReplicationWorkerGrain(IReplicationHost host) : Grain, IReplicationWorkerGrain
{
    /// <inheritdoc/>
    public Task<ReplicationReply> RunAsync(ReplicationOrder order) =>
        Task.Factory.StartNew(() => host.Run(order), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
