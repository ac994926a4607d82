using Twin.Grains.Districts;
using Twin.Grains.Queueing;
using Twin.Grains.Testing;
using Twin.Model.Events;

namespace Twin.Grains.Running;

/// <summary>Which grain holds which kind of entity.</summary>
public static class EntityGrains
{
    /// <summary>A reference to an entity's grain.</summary>
    /// <param name="grains">Makes it.</param>
    /// <param name="key">Run and entity.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind of grain.</exception>
    public static IEntityGrain Reference(IGrainFactory grains, RunKey key) => key.Entity.Kind switch
    {
        EntityKind.District => grains.GetGrain<IDistrictGrain>(key.Value),
        EntityKind.Street => grains.GetGrain<IStreetGrain>(key.Value),
        EntityKind.Community => grains.GetGrain<ICommunityGrain>(key.Value),
        EntityKind.Compound => grains.GetGrain<ICompoundGrain>(key.Value),
        EntityKind.BaseGrid => grains.GetGrain<IBaseGridGrain>(key.Value),
        EntityKind.PartyGroup => grains.GetGrain<IPartyGroupGrain>(key.Value),
        EntityKind.MicroGrid => grains.GetGrain<IMicroGridGrain>(key.Value),
        EntityKind.Household => grains.GetGrain<IHouseholdGrain>(key.Value),
        EntityKind.Site => grains.GetGrain<ISiteGrain>(key.Value),
        EntityKind.Council => grains.GetGrain<ICouncilGrain>(key.Value),
        EntityKind.Alliance => grains.GetGrain<IAllianceGrain>(key.Value),
        EntityKind.QueueNetwork => grains.GetGrain<IQueueNetworkGrain>(key.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key.Entity, "There is no grain of this kind."),
    };

    /// <summary>Key of a kind in results, by the name of its grain class; null for grains that hold no entity.</summary>
    /// <param name="grainType">Name of the class, with or without namespace and assembly.</param>
    public static string? KindOf(string grainType)
    {
        string type = grainType.Split(',')[0];
        string name = type[(type.LastIndexOf('.') + 1)..];
        return name.EndsWith("Grain", StringComparison.Ordinal) && Enum.TryParse(name[..^5], out EntityKind kind)
            ? char.ToLowerInvariant(name[0]) + kind.ToString()[1..]
            : null;
    }
}
