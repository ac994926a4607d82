using System.Collections.Concurrent;
using Twin.Model.Events;

namespace Twin.Grains.Running;

/// <summary>The plans of the runs that a silo takes part in. Every silo has its own copy of the same plan.</summary>
public sealed class RunPlans
{
    private readonly ConcurrentDictionary<int, HostedRun> _runs = new();

    /// <summary>Adds a run.</summary>
    /// <param name="run">Number of the run, from 1.</param>
    /// <param name="hosted">Its plan, and where its partitions are.</param>
    /// <exception cref="InvalidOperationException">The number is taken.</exception>
    public void Add(int run, HostedRun hosted)
    {
        if (!_runs.TryAdd(run, hosted))
        {
            throw new InvalidOperationException($"Run {run} is known to this silo already.");
        }
    }

    /// <summary>A run has ended: its grains answer queries as long as they are active, but none is activated any more.</summary>
    /// <param name="run">Its number.</param>
    public void End(int run) => _runs.TryRemove(run, out _);

    /// <summary>A run.</summary>
    /// <param name="run">Its number.</param>
    /// <exception cref="InvalidOperationException">The silo does not know it.</exception>
    public HostedRun this[int run] => _runs.TryGetValue(run, out HostedRun? hosted)
        ? hosted
        : throw new InvalidOperationException($"Run {run} has ended, or is not known to this silo.");
}

/// <summary>A run as a silo knows it.</summary>
public sealed class HostedRun
{
    private readonly byte[] _activated;
    private readonly long[] _steppedTo;

    /// <summary>A run that begins.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="partitionSilos">The silo of each partition; at most 255 partitions.</param>
    /// <param name="options">How it is stepped.</param>
    /// <param name="observer">Sees the events that this silo handles; null for none.</param>
    public HostedRun(SimulationPlan plan, IReadOnlyList<SiloAddress> partitionSilos, GrainRunOptions options, IEventObserver? observer)
    {
        Plan = plan;
        PartitionSilos = partitionSilos;
        Options = options;
        Observer = observer;
        Index = new EntityIndex(plan.Population);
        Owners = new byte[Index.Count];
        int at = 0;
        foreach (EntityId id in Index.All())
        {
            Owners[at++] = (byte)plan.PartitionOf(id, partitionSilos.Count);
        }

        _activated = new byte[Index.Count];
        _steppedTo = new long[partitionSilos.Count];
    }

    /// <summary>The plan.</summary>
    public SimulationPlan Plan { get; }

    /// <summary>The silo of each partition.</summary>
    public IReadOnlyList<SiloAddress> PartitionSilos { get; }

    /// <summary>How it is stepped.</summary>
    public GrainRunOptions Options { get; }

    /// <summary>Sees the events that this silo handles; null for none.</summary>
    public IEventObserver? Observer { get; }

    /// <summary>Dense numbers of its entities.</summary>
    public EntityIndex Index { get; }

    /// <summary>Partition of each entity, by dense number.</summary>
    public byte[] Owners { get; }

    /// <summary>The moment up to which an entity's partition has stepped all of its entities, ms: who had no events until then has not changed.</summary>
    /// <param name="id">The entity.</param>
    public long SteppedTo(EntityId id) => Volatile.Read(ref _steppedTo[Owners[Index.Of(id)]]);

    /// <summary>A partition has stepped all of its entities.</summary>
    /// <param name="partition">Number of the partition.</param>
    /// <param name="end">Up to when, ms.</param>
    public void Stepped(int partition, long end) => Volatile.Write(ref _steppedTo[partition], end);

    /// <summary>Creates the entity of a grain that activates: once in a run, or state would be lost unseen.</summary>
    /// <param name="id">The entity.</param>
    /// <exception cref="InvalidOperationException">Its grain was active before.</exception>
    public Entity Activate(EntityId id)
    {
        if (Interlocked.Exchange(ref _activated[Index.Of(id)], 1) != 0)
        {
            throw new InvalidOperationException($"{Plan.CodeOf(id)} is activated twice in one run: its state was lost.");
        }

        return Plan.Create(id);
    }
}

/// <summary>How a run on grains is stepped; changes no result.</summary>
public sealed record GrainRunOptions
{
    /// <summary>Partitions; 1 to 255, default the machine's cores.</summary>
    public int Partitions { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 255);

    /// <summary>Greatest width of a window, ms; above 0, at most the lookahead, which is the default.</summary>
    public long WindowMilliseconds { get; init; } = Model.Time.SimTime.LookaheadMilliseconds;

    /// <summary>Calls in flight from a partition; default 1,000 (about the most that Orleans takes well from one caller).</summary>
    public int CallsInFlight { get; init; } = 1_000;

    /// <summary>Whether entities show themselves while the run goes on: for runs that somebody watches.</summary>
    public bool IsShown { get; init; }

    /// <summary>Seed of a shuffle of the fan-out, for tests; 0 for none.</summary>
    public uint ShuffleSeed { get; init; }
}
