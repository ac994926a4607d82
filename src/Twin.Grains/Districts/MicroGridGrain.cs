using Twin.Grains.Recent;
using Twin.Grains.Running;
using Twin.Model.Notification;

namespace Twin.Grains.Districts;

/// <summary>A micro-grid's counts.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Households">Households, units of a dedicated micro-grid included.</param>
/// <param name="Residents">Residents.</param>
/// <param name="Tested">Residents reported as tested.</param>
/// <param name="AsOf">The moment up to which that holds, ms.</param>
/// <param name="Recent">Its last events, the newest first.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.MicroGridView")]
public sealed record MicroGridView(
    [property: Id(0)] string Code,
    [property: Id(1)] int Households,
    [property: Id(2)] int Residents,
    [property: Id(3)] int Tested,
    [property: Id(4)] long AsOf,
    [property: Id(5)] IReadOnlyList<GrainEvent> Recent);

/// <summary>A micro-grid.</summary>
[Alias("twin.IMicroGridGrain")]
public interface IMicroGridGrain : IEntityGrain
{
    /// <summary>Its counts.</summary>
    [Alias("Status")]
    ValueTask<MicroGridView> Status();
}

/// <inheritdoc cref="IMicroGridGrain"/>
[GrainType("microgrid")]
public sealed class MicroGridGrain(IGrainContext context, RunPlans runs) : EntityGrain<MicroGrid>(context, runs), IMicroGridGrain
{
    /// <inheritdoc/>
    public ValueTask<MicroGridView> Status() => new(new MicroGridView(Code, Entity.Households, Entity.Residents, Entity.Tested, AsOf, Recent));
}
