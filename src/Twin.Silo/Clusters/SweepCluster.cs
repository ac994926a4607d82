using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Runtime;
using Twin.Experiments.Comparing;
using Twin.Experiments.Sweeps;
using Twin.Grains.Replicating;
using Twin.Kernel;
using Twin.Model.Results;

namespace Twin.Silo.Clusters;

/// <summary>Leads a cluster of silos that run a sweep's replications: silos may join at any time, and what a silo that is lost had in hand is run elsewhere.</summary>
/// <remarks>Which silo runs what decides nothing: a replication is made by its seed, and the tables are in the order of points and replications.</remarks>
public sealed class SweepCluster : IAsyncDisposable
{
    /// <summary>A replication that so many silos lost is taken to be what ends them.</summary>
    private const int MostAttempts = 5;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300), Beat = TimeSpan.FromSeconds(2);

    private readonly IHost _silo;
    private readonly SweepHost _own;
    private readonly ReplicationJob _job;
    private readonly Action<string> _say;
    private readonly IGrainFactory _grains;
    private readonly ISiloStatusOracle _members;
    private readonly ConcurrentDictionary<SiloAddress, int> _threads = new();

    private SweepCluster(IHost silo, SweepHost own, ReplicationJob job, Action<string> say)
    {
        (_silo, _own, _job, _say) = (silo, own, job, say);
        _grains = silo.Services.GetRequiredService<IGrainFactory>();
        _members = silo.Services.GetRequiredService<ISiloStatusOracle>();
    }

    /// <summary>Replications that the silos at hand run at a time.</summary>
    public int Threads => _threads.Values.Sum();

    /// <summary>Starts the sweep's own silo.</summary>
    /// <param name="address">Where other silos reach it.</param>
    /// <param name="job">The experiment.</param>
    /// <param name="threads">Replications that this process runs itself at a time; may be 0.</param>
    /// <param name="say">Told which silos come and go.</param>
    /// <param name="cancellation">Ends the start.</param>
    public static async Task<SweepCluster> StartAsync(IPEndPoint address, ReplicationJob job, int threads, Action<string> say, CancellationToken cancellation)
    {
        SweepHost own = new(threads, TimeProvider.System);
        IHost silo = await ClusterSilo.StartAsync(address, address, own, cancellation);
        return new SweepCluster(silo, own, job, say);
    }

    /// <summary>Runs what a work hands out.</summary>
    /// <param name="work">Hands out replications.</param>
    /// <param name="silos">Other silos to wait for before anything is handed out.</param>
    /// <param name="begun">Told when so many have joined.</param>
    /// <param name="cancellation">Ends it; what is finished is kept.</param>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    /// <exception cref="ReplicationFailedException">The model failed, or every silo that ran a replication was lost.</exception>
    public async Task RunAsync(IReplicationWork<SweepTask, SweepRow> work, int silos, Action begun, CancellationToken cancellation)
    {
        HandOut<SweepTask, SweepRow> handOut = new(work);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task beating = BeatAsync(stop.Token);
        List<Task> serving = [];
        try
        {
            TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
            while (!handOut.IsDone)
            {
                serving.AddRange(Active().Where(IsNew).Select(silo => ServeAsync(silo, handOut, ready.Task, stop.Token)));
                if (!ready.Task.IsCompleted && _threads.Count(silo => silo.Value > 0 && !IsOwn(silo.Key)) >= silos)
                {
                    begun();
                    ready.SetResult();
                }

                await await Task.WhenAny([Task.Delay(Look, stop.Token), .. serving]);
                serving.RemoveAll(task => task.IsCompletedSuccessfully);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll([beating, .. serving]).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Lets the other silos go and ends this one.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Active().Where(silo => !IsOwn(silo)).Select(silo => HeardAsync(Grain(silo).EndAsync(null))));
        _own.End(null);
        await ClusterSilo.StopAsync(_silo);
        _own.Dispose();
    }

    /// <summary>Whether a silo did not answer, rather than fail at what it was asked.</summary>
    private static bool IsLoss(Exception failure, CancellationToken stop) =>
        failure is OrleansException or TimeoutException || (failure is OperationCanceledException && !stop.IsCancellationRequested);

    private Dictionary<SiloAddress, SiloStatus>.KeyCollection Active() => _members.GetApproximateSiloStatuses(true).Keys;

    private bool IsOwn(SiloAddress silo) => silo.Equals(_members.SiloAddress);

    private bool IsNew(SiloAddress silo) => _threads.TryAdd(silo, 0);

    private IReplicationSiloGrain Grain(SiloAddress silo) => _grains.GetGrain<IReplicationSiloGrain>(silo.ToParsableString());

    /// <summary>Has a silo work until nothing is left or it is lost. One that is lost and yet a member is tried anew.</summary>
    private async Task ServeAsync(SiloAddress silo, HandOut<SweepTask, SweepRow> handOut, Task ready, CancellationToken stop)
    {
        string name = $"{silo.Endpoint}";
        bool joined = false;
        try
        {
            IReplicationSiloGrain grain = Grain(silo);
            ReplicationSilo what = await grain.DescribeAsync().WaitAsync(stop);
            if ((RefusalOf(what) ?? await grain.LoadAsync(_job).WaitAsync(stop)) is { } reason)
            {
                _say($"silo {name} is not taken: {reason}");
                await HeardAsync(grain.EndAsync(reason));
                return;
            }

            joined = true;
            _threads[silo] = what.Threads;
            if (!IsOwn(silo))
            {
                _say($"silo {name} joined and runs {what.Threads} at a time");
            }

            await ready.WaitAsync(stop);
            await Task.WhenAll(Enumerable.Range(0, what.Threads).Select(_ => LaneAsync(grain, name, handOut, stop)));
        }
        catch (Exception failure) when (IsLoss(failure, stop))
        {
            _threads.TryRemove(silo, out _);
            if (joined)
            {
                _say($"silo {name} is lost: what it had in hand is run elsewhere{(Threads > 0 ? "" : "; no silo is left, one that joins goes on")}");
            }
        }
    }

    /// <summary>Gives a silo one replication after the other.</summary>
    private async Task LaneAsync(IReplicationSiloGrain grain, string silo, HandOut<SweepTask, SweepRow> handOut, CancellationToken stop)
    {
        while (await handOut.TakeAsync(stop) is { } handed)
        {
            (int point, int replication) = handed.Task;
            ReplicationReply reply;
            try
            {
                reply = await grain.RunAsync(new ReplicationOrder(_job.Identity, point, replication)).WaitAsync(stop);
            }
            catch (Exception failure) when (IsLoss(failure, stop))
            {
                if (handed.Attempt == MostAttempts)
                {
                    throw new ReplicationFailedException($"point {point}, replication {replication}: {MostAttempts} silos were lost while they ran it, the last at {silo} ({failure.Message})", failure);
                }

                handOut.GiveBack(handed);
                throw;
            }

            if (reply.Failure is { } reason)
            {
                throw new ReplicationFailedException($"point {point}, replication {replication}: {reason}");
            }

            handOut.Accept(handed, new SweepRow(handed.Task, reply.Seed, reply.Digest, reply.ResultsDigest, reply.Events, Values(reply), reply.Seconds));
        }
    }

    private static MeasureValue[] Values(ReplicationReply reply) =>
        [.. reply.Measures.Zip(reply.Bounds, (number, bound) => bound is { } after ? MeasureValue.Beyond(after) : MeasureValue.Of(number))];

    private string? RefusalOf(ReplicationSilo other) =>
        other.Software != _own.Silo.Software ? $"it runs {other.Software}, this is {_own.Silo.Software}"
        : other.Platform != _own.Silo.Platform ? $"it runs on {other.Platform}, this is {_own.Silo.Platform}: figures may differ"
        : null;

    /// <summary>Tells the others that this process is alive; a silo that hears nothing ends.</summary>
    private async Task BeatAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.WhenAll(Active().Where(silo => !IsOwn(silo)).Select(silo => HeardAsync(Grain(silo).BeatAsync())));
            await Task.Delay(Beat, stop);
        }
    }

    /// <summary>Waits a little for an answer; that a silo is lost is seen elsewhere.</summary>
    private static async Task HeardAsync(Task call)
    {
        try
        {
            await call.WaitAsync(Beat);
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
        }
    }
}
