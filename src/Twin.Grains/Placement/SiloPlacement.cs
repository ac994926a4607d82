using System.Globalization;
using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Twin.Grains.Placement;

/// <summary>A grain lives on the silo that its key names, and nowhere else.</summary>
[GenerateSerializer]
[Immutable]
[SuppressReferenceTracking]
[Alias("twin.SiloPlacement")]
public sealed class SiloPlacement : PlacementStrategy
{
}

/// <summary>Places a grain on the silo that its key names.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SiloPlacementAttribute : PlacementAttribute
{
    /// <summary>The strategy is the attribute's only setting.</summary>
    public SiloPlacementAttribute()
        : base(new SiloPlacement())
    {
    }
}

/// <summary>Finds the silo that a grain's key names.</summary>
public sealed class SiloPlacementDirector : IPlacementDirector
{
    /// <inheritdoc/>
    /// <exception cref="SiloUnavailableException">That silo is no longer in the cluster.</exception>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        string key = target.GrainIdentity.Key.ToString()!;
        SiloAddress silo = SiloAddress.FromParsableString(key);
        return context.GetCompatibleSilos(target).Contains(silo)
            ? Task.FromResult(silo)
            : throw new SiloUnavailableException(string.Create(CultureInfo.InvariantCulture, $"Silo {key} is not in the cluster."));
    }
}
