using Twin.Grains.Running;
using Twin.Model.Events;

namespace Twin.Grains.Queueing;

/// <summary>How far a queueing network is.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Served">Customers who have left served.</param>
/// <param name="AsOf">The moment up to which that holds, ms.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.QueueNetworkView")]
public sealed record QueueNetworkView([property: Id(0)] string Code, [property: Id(1)] int Served, [property: Id(2)] long AsOf);

/// <summary>A whole queueing network.</summary>
[Alias("twin.IQueueNetworkGrain")]
public interface IQueueNetworkGrain : IEntityGrain
{
    /// <summary>How far it is.</summary>
    [Alias("Status")]
    ValueTask<QueueNetworkView> Status();
}

/// <inheritdoc cref="IQueueNetworkGrain"/>
[GrainType("queuenetwork")]
public sealed class QueueNetworkGrain(IGrainContext context, RunPlans runs) : EntityGrain<Entity>(context, runs), IQueueNetworkGrain
{
    /// <inheritdoc/>
    public ValueTask<QueueNetworkView> Status() => new(new QueueNetworkView(Code, Entity.Completed, AsOf));
}
