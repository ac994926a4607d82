using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;
using Twin.Grains.Running;

namespace Twin.Grains.Placement;

/// <summary>A grain lives on the silo of its partition, so that most calls stay inside one silo.</summary>
[GenerateSerializer]
[Immutable]
[SuppressReferenceTracking]
[Alias("twin.PartitionPlacement")]
public sealed class PartitionPlacement : PlacementStrategy
{
}

/// <summary>Places a grain on the silo of its partition.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartitionPlacementAttribute : PlacementAttribute
{
    /// <summary>The strategy is the attribute's only setting.</summary>
    public PartitionPlacementAttribute()
        : base(new PartitionPlacement())
    {
    }
}

/// <summary>Finds the silo of a grain's partition.</summary>
/// <param name="runs">The runs of this silo.</param>
public sealed class PartitionPlacementDirector(RunPlans runs) : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        RunKey key = new(target.GrainIdentity.GetIntegerKey());
        HostedRun run = runs[key.Run];
        int partition = key.IsPartition ? key.Partition : run.Plan.PartitionOf(key.Entity, run.PartitionSilos.Count);
        return Task.FromResult(run.PartitionSilos[partition]);
    }
}
