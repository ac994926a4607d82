using Twin.Grains.Running;
using Twin.Model.Testing;

namespace Twin.Grains.Districts;

/// <summary>A household's size and test status: nothing else is ever shown of one.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Size">Members.</param>
/// <param name="Tested">Members tested, as the household knows.</param>
/// <param name="AsOf">The moment up to which that holds, ms.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.HouseholdView")]
public sealed record HouseholdView(
    [property: Id(0)] string Code,
    [property: Id(1)] int Size,
    [property: Id(2)] int Tested,
    [property: Id(3)] long AsOf);

/// <summary>A household, or a unit of a dedicated micro-grid.</summary>
[Alias("twin.IHouseholdGrain")]
public interface IHouseholdGrain : IEntityGrain
{
    /// <summary>Its size and test status.</summary>
    [Alias("Status")]
    ValueTask<HouseholdView> Status();
}

/// <inheritdoc cref="IHouseholdGrain"/>
[GrainType("household")]
public sealed class HouseholdGrain(IGrainContext context, RunPlans runs) : EntityGrain<Household>(context, runs), IHouseholdGrain
{
    /// <inheritdoc/>
    public ValueTask<HouseholdView> Status() => new(new HouseholdView(Code, Entity.Size, Entity.Tested, AsOf));
}
