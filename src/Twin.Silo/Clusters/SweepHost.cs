using System.Runtime.InteropServices;
using Twin.Experiments;
using Twin.Experiments.Comparing;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Grains.Replicating;
using Twin.Model.Events;
using Twin.Model.Scenarios;

namespace Twin.Silo.Clusters;

/// <summary>Runs replications of a sweep in a silo's process.</summary>
/// <param name="threads">Replications at a time.</param>
/// <param name="clock">Wall time.</param>
public sealed class SweepHost(int threads, TimeProvider clock) : IReplicationHost, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Loaded? _loaded;
    private long _beat = clock.GetTimestamp();
    private int _ran;

    /// <inheritdoc/>
    public ReplicationSilo Silo { get; } = new(
        $"{Software.This.Name} {Software.This.Version}{(Software.This.Commit is { } commit ? $" {commit}" : "")}", RuntimeInformation.RuntimeIdentifier, threads);

    /// <summary>Replications that were run here.</summary>
    public int Ran => Volatile.Read(ref _ran);

    /// <summary>Done when the silo is not needed any more: with the reason if it is refused, null if all is done.</summary>
    public Task<string?> Ended => _ended.Task;

    /// <summary>Wall time since whoever leads the cluster was heard of.</summary>
    public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref _beat));

    /// <summary>An experiment as it is sent to silos.</summary>
    /// <param name="sweep">The experiment.</param>
    public static ReplicationJob JobOf(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return new ReplicationJob(sweep.Identity, sweep.Path, sweep.Sources, sweep.Changes.Seed, sweep.Changes.Scale, sweep.Changes.Replications);
    }

    /// <inheritdoc/>
    public string? Load(ReplicationJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        try
        {
            Sweep sweep = SweepReader.Read(
                job.Path,
                name => job.Files.TryGetValue(name, out string? text) ? text : throw new FileNotFoundException($"{name} was not sent"),
                new SweepChanges(job.Seed, job.Scale, job.Replications));
            if (sweep.Identity != job.Identity)
            {
                return $"it reads another experiment there (identity {sweep.Identity} instead of {job.Identity})";
            }

            _loaded = new Loaded(sweep.Identity, new SweepPlans(sweep));
            return null;
        }
        catch (Exception failure) when (failure is ScenarioFormatException or IOException)
        {
            return $"it cannot read the experiment ({failure.Message})";
        }
    }

    /// <inheritdoc/>
    public ReplicationReply Run(ReplicationOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (_loaded is not { } loaded || loaded.Identity != order.Identity)
        {
            throw new InvalidOperationException($"The silo does not hold the experiment {order.Identity}.");
        }

        try
        {
            SweepRow row = loaded.Plans.Run(new SweepTask(order.Point, order.Replication), _stop.Token);
            Interlocked.Increment(ref _ran);
            return new ReplicationReply(row.Seed, row.Digest, row.ResultsDigest, row.Events, [.. row.Measures.Select(value => value.Number)], [.. row.Measures.Select(value => value.After)], row.Seconds, null);
        }
        catch (Exception failure) when (failure is SimulationException or ReplicationFailedException or ScenarioInputException)
        {
            return new ReplicationReply(0, "", "", 0, [], [], 0, failure.Message);
        }
    }

    /// <inheritdoc/>
    public void Beat() => Volatile.Write(ref _beat, clock.GetTimestamp());

    /// <inheritdoc/>
    public void End(string? reason)
    {
        _stop.Cancel();
        _ended.TrySetResult(reason);
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    private sealed record Loaded(string Identity, SweepPlans Plans);
}
