using Twin.Grains.Recent;
using Twin.Grains.Running;
using Twin.Model.Notification;

namespace Twin.Grains.Districts;

/// <summary>What a party group has done.</summary>
/// <param name="Code">Its code.</param>
/// <param name="OrderedAt">When the order came, ms; −1 before.</param>
/// <param name="AcknowledgedAt">When its leader or deputy acknowledged, ms; −1 before.</param>
/// <param name="Helpers">Helpers who showed up, the leader included.</param>
/// <param name="NotReached">Households that it has not reached yet.</param>
/// <param name="AsOf">The moment up to which that holds, ms.</param>
/// <param name="Recent">Its last events, the newest first.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.PartyGroupView")]
public sealed record PartyGroupView(
    [property: Id(0)] string Code,
    [property: Id(1)] long OrderedAt,
    [property: Id(2)] long AcknowledgedAt,
    [property: Id(3)] int Helpers,
    [property: Id(4)] int NotReached,
    [property: Id(5)] long AsOf,
    [property: Id(6)] IReadOnlyList<GrainEvent> Recent);

/// <summary>A micro-grid's party group.</summary>
[Alias("twin.IPartyGroupGrain")]
public interface IPartyGroupGrain : IEntityGrain
{
    /// <summary>Its orders and helpers.</summary>
    [Alias("Status")]
    ValueTask<PartyGroupView> Status();
}

/// <inheritdoc cref="IPartyGroupGrain"/>
[GrainType("partygroup")]
public sealed class PartyGroupGrain(IGrainContext context, RunPlans runs) : EntityGrain<PartyGroup>(context, runs), IPartyGroupGrain
{
    /// <inheritdoc/>
    public ValueTask<PartyGroupView> Status() => new(new PartyGroupView(
        Code, Entity.OrderedAt, Entity.AcknowledgedAt, Entity.Helpers, Entity.NotReached, AsOf, Recent));
}
