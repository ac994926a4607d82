using Twin.Model.Events;

namespace Twin.Model.Districts;

/// <summary>The chain above a place: 4 levels below the street in towns (community, compound, base grid, micro-grid), 3 in villages.</summary>
internal static class PlaceChain
{
    /// <summary>The chain down to a place.</summary>
    /// <param name="district">The district.</param>
    /// <param name="id">The place.</param>
    /// <returns>The district first, the place last.</returns>
    /// <exception cref="ArgumentException">The entity has no place in the hierarchy.</exception>
    public static IReadOnlyList<EntityId> To(District district, EntityId id)
    {
        List<EntityId> chain = [id];
        while (chain[^1].Kind != EntityKind.District)
        {
            chain.Add(Above(district, chain[^1]));
        }

        chain.Reverse();
        return chain;
    }

    private static EntityId Above(District district, EntityId id) => id.Kind switch
    {
        EntityKind.Street => EntityId.Of(EntityKind.District, 0),
        EntityKind.Community => EntityId.Of(EntityKind.Street, district.CommunityStreet[id.Ordinal]),
        EntityKind.Alliance => EntityId.Of(EntityKind.Street, district.AllianceStreet[id.Ordinal]),
        EntityKind.Compound => EntityId.Of(EntityKind.Community, district.CompoundCommunity[id.Ordinal]),
        EntityKind.Council => EntityId.Of(EntityKind.Community, district.CouncilCommunity[id.Ordinal]),
        EntityKind.BaseGrid when district.BaseGridCompound[id.Ordinal] >= 0 => EntityId.Of(EntityKind.Compound, district.BaseGridCompound[id.Ordinal]),
        EntityKind.BaseGrid => EntityId.Of(EntityKind.Community, district.BaseGridCommunity[id.Ordinal]),
        EntityKind.MicroGrid => EntityId.Of(EntityKind.BaseGrid, district.MicroGridBaseGrid[id.Ordinal]),
        EntityKind.PartyGroup => EntityId.Of(EntityKind.MicroGrid, id.Ordinal),
        EntityKind.Household => EntityId.Of(EntityKind.MicroGrid, district.HouseholdMicroGrid[id.Ordinal]),
        _ => throw new ArgumentException($"{id} has no place in the district's hierarchy; allowed: district, street, community, compound, base grid, micro-grid, party group, household, council, alliance.", nameof(id)),
    };
}
