using Twin.Grains.Messages;
using Twin.Grains.Placement;
using Twin.Model.Events;

namespace Twin.Grains.Running;

/// <summary>A thin shell around one entity, whose state is nowhere else: steps it when its partition says so, and answers queries.</summary>
/// <typeparam name="TEntity">The entity's type.</typeparam>
/// <param name="context">The grain's context.</param>
/// <param name="runs">The runs of this silo.</param>
[PartitionPlacement]
public abstract class EntityGrain<TEntity>(IGrainContext context, RunPlans runs) : IGrainBase, IEntityGrain
    where TEntity : Entity
{
    private TEntity? _entity;
    private HostedRun? _run;

    /// <inheritdoc/>
    public IGrainContext GrainContext { get; } = context;

    /// <summary>The entity.</summary>
    protected internal TEntity Entity => _entity!;

    /// <summary>The entity's code.</summary>
    protected string Code => _run!.Plan.CodeOf(_entity!.Id);

    /// <summary>The moment up to which the entity has been stepped, ms: what a query's answer carries.</summary>
    protected long AsOf { get; private set; }

    /// <inheritdoc/>
    public Task OnActivateAsync(CancellationToken token)
    {
        RunKey key = new(GrainContext.GrainId.GetIntegerKey());
        _run = runs[key.Run];
        _entity = (TEntity)_run.Activate(key.Entity);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask Prepare() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<StepReply> Advance(long start, long end, EventBlock inbox)
    {
        StepArena arena = StepArena.OfThisThread;
        StepContext context = arena.Context;
        context.Observer = _run!.Observer;
        int before = _entity!.Completed;
        try
        {
            int handled = context.Advance(_entity, start, end, inbox.Events);
            AsOf = end;
            return new(new StepReply(arena.Keep(context.Sent), handled, _entity.Completed - before, null));
        }
        catch (SimulationException failure)
        {
            return new(new StepReply(EventBlock.Empty, 0, 0, new StepFailure(failure.Entity.Packed, new EventBlock([failure.Cause], 0, 1), failure.Reason)));
        }
        finally
        {
            context.Clear();
        }
    }

    /// <inheritdoc/>
    public ValueTask<EntityReport> Report()
    {
        UInt128 share = _entity!.TraceShare;
        return new(new EntityReport((ulong)(share >> 64), (ulong)share, _entity.Handled, StepArena.OfThisThread.Observe(_entity)));
    }

    /// <inheritdoc/>
    public ValueTask<byte[]> Records() => new(_entity!.Records());
}
