namespace Twin.Model.Events;

/// <summary>An entity's name inside a run: its kind and its ordinal among that kind, packed into 32 bits.</summary>
/// <remarks>Comparing the packed values compares kind first, then ordinal: the order of simultaneous events.</remarks>
/// <param name="Packed">Kind in the upper 8 bits, ordinal in the lower 24.</param>
public readonly record struct EntityId(uint Packed) : IComparable<EntityId>
{
    /// <summary>Most entities of a kind.</summary>
    public const int MaximumOrdinal = 0xFF_FFFF;

    /// <summary>An input from outside the model.</summary>
    public static readonly EntityId Outside;

    /// <summary>Packs a kind and an ordinal.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="ordinal">0 to <see cref="MaximumOrdinal"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal does not fit.</exception>
    public static EntityId Of(EntityKind kind, int ordinal) => (uint)ordinal <= MaximumOrdinal
        ? new EntityId((uint)kind << 24 | (uint)ordinal)
        : throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, $"An ordinal lies in 0 … {MaximumOrdinal}.");

    /// <summary>The kind.</summary>
    public EntityKind Kind => (EntityKind)(Packed >> 24);

    /// <summary>The place among its kind, from 0.</summary>
    public int Ordinal => (int)(Packed & MaximumOrdinal);

    /// <inheritdoc/>
    public int CompareTo(EntityId other) => Packed.CompareTo(other.Packed);

    /// <summary>Whether left comes first.</summary>
    public static bool operator <(EntityId left, EntityId right) => left.Packed < right.Packed;

    /// <summary>Whether left comes later.</summary>
    public static bool operator >(EntityId left, EntityId right) => left.Packed > right.Packed;

    /// <summary>Whether left comes first or is the same.</summary>
    public static bool operator <=(EntityId left, EntityId right) => left.Packed <= right.Packed;

    /// <summary>Whether left comes later or is the same.</summary>
    public static bool operator >=(EntityId left, EntityId right) => left.Packed >= right.Packed;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}#{Ordinal}";
}
