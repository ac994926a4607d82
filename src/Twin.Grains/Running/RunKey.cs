using Twin.Model.Events;

namespace Twin.Grains.Running;

/// <summary>A grain's integer key: the run in the upper 32 bits, the entity's packed name in the lower, so that runs live side by side.</summary>
/// <param name="Value">The key.</param>
public readonly record struct RunKey(long Value)
{
    private const uint PartitionMark = 0xFF00_0000;

    /// <summary>The key of an entity's grain.</summary>
    /// <param name="run">Number of the run, from 1.</param>
    /// <param name="entity">The entity.</param>
    public static RunKey Of(int run, EntityId entity) => new(((long)run << 32) | entity.Packed);

    /// <summary>The key of a partition's grain.</summary>
    /// <param name="run">Number of the run, from 1.</param>
    /// <param name="partition">Number of the partition, from 0.</param>
    public static RunKey OfPartition(int run, int partition) => new(((long)run << 32) | PartitionMark | (uint)partition);

    /// <summary>The run.</summary>
    public int Run => (int)(Value >> 32);

    /// <summary>The entity.</summary>
    public EntityId Entity => new((uint)Value);

    /// <summary>Whether it is a partition's.</summary>
    public bool IsPartition => ((uint)Value & PartitionMark) == PartitionMark;

    /// <summary>The partition, if it is a partition's.</summary>
    public int Partition => (int)((uint)Value & ~PartitionMark);
}
