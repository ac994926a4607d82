using Twin.Grains.Messages;
using Twin.Grains.Placement;
using Twin.Grains.Recent;
using Twin.Model.Events;

namespace Twin.Grains.Running;

/// <summary>A thin shell around one entity, whose state is nowhere else: steps it when its partition says so, and answers queries.</summary>
/// <typeparam name="TEntity">The entity's type.</typeparam>
[KeepAlive]
[PartitionPlacement]
public abstract class EntityGrain<TEntity> : IGrainBase, IEntityGrain
    where TEntity : Entity
{
    private readonly HostedRun _run;
    private readonly RecentEvents? _recent;
    private long _steppedTo;
    private bool _hasShown;

    /// <summary>Creates the entity in its first state: a grain lives as long as its run and never starts anew.</summary>
    /// <param name="context">The grain's context.</param>
    /// <param name="runs">The runs of this silo.</param>
    protected EntityGrain(IGrainContext context, RunPlans runs)
    {
        GrainContext = context;
        RunKey key = new(context.GrainId.GetIntegerKey());
        _run = runs[key.Run];
        Entity = (TEntity)_run.Activate(key.Entity);
        _recent = RecentEvents.Of(Entity, _run);
    }

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; }

    /// <summary>The entity.</summary>
    protected internal TEntity Entity { get; }

    /// <summary>The entity's code.</summary>
    protected string Code => _run.Plan.CodeOf(Entity.Id);

    /// <summary>The end of the last window in which the entity had an event, ms: as of then it shows itself.</summary>
    protected long ShownAsOf => _steppedTo;

    /// <summary>The moment up to which the entity has been stepped, ms: what a query's answer carries.</summary>
    protected long AsOf => Math.Max(_steppedTo, _run.SteppedTo(Entity.Id));

    /// <summary>Its last events, the newest first; none for a household, and none in a run that is not shown.</summary>
    protected IReadOnlyList<GrainEvent> Recent => _recent?.Read() ?? [];

    /// <inheritdoc/>
    public ValueTask Prepare() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<StepReply> Advance(long start, long end, EventBlock inbox)
    {
        StepArena arena = StepArena.OfThisThread;
        StepContext context = arena.Context;
        context.Observer = _recent ?? _run.Observer;
        int before = Entity.Completed;
        if (_run.Options.IsShown)
        {
            arena.ShowBefore(Entity, _steppedTo, _hasShown);
        }

        try
        {
            int handled = context.Advance(Entity, start, end, inbox.Events);
            _steppedTo = end;
            MetricBlock shown = MetricBlock.Empty;
            if (_run.Options.IsShown)
            {
                _hasShown = true;
                shown = arena.ShowAfter(Entity, end);
                _recent?.Stepped(arena.Shown, end);
            }

            return new(new StepReply(arena.Keep(context.Sent), handled, Entity.Completed - before, null, shown));
        }
        catch (SimulationException failure)
        {
            return new(new StepReply(
                EventBlock.Empty, 0, 0, new StepFailure(failure.Entity.Packed, new EventBlock([failure.Cause], 0, 1), failure.Reason), MetricBlock.Empty));
        }
        finally
        {
            context.Clear();
        }
    }

    /// <inheritdoc/>
    public ValueTask<EntityReport> Report()
    {
        UInt128 share = Entity.TraceShare;
        return new(new EntityReport((ulong)(share >> 64), (ulong)share, Entity.Handled, StepArena.OfThisThread.Observe(Entity)));
    }

    /// <inheritdoc/>
    public ValueTask End()
    {
        this.DeactivateOnIdle();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> Records() => new(Entity.Records());
}
