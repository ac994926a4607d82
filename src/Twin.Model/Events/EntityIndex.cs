namespace Twin.Model.Events;

/// <summary>Dense numbers of a plan's entities, kind after kind.</summary>
public sealed class EntityIndex
{
    private readonly int[] _offset = new int[256];
    private readonly int[] _count = new int[256];
    private readonly IReadOnlyList<(EntityKind Kind, int Count)> _population;

    /// <summary>Numbers a population.</summary>
    /// <param name="population">Entities of each kind.</param>
    public EntityIndex(IReadOnlyList<(EntityKind Kind, int Count)> population)
    {
        _population = population;
        foreach ((EntityKind kind, int count) in population)
        {
            _offset[(int)kind] = Count;
            _count[(int)kind] = count;
            Count += count;
        }
    }

    /// <summary>How many entities there are.</summary>
    public int Count { get; }

    /// <summary>Dense number of an entity.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="ArgumentOutOfRangeException">The plan has no such entity.</exception>
    public int Of(EntityId id)
    {
        int kind = (int)id.Kind;
        return id.Ordinal < _count[kind]
            ? _offset[kind] + id.Ordinal
            : throw new ArgumentOutOfRangeException(nameof(id), id, $"The plan has {_count[kind]} entities of kind {id.Kind}.");
    }

    /// <summary>Names of all entities, in dense order.</summary>
    public IEnumerable<EntityId> All()
    {
        foreach ((EntityKind kind, int count) in _population)
        {
            for (int ordinal = 0; ordinal < count; ordinal++)
            {
                yield return EntityId.Of(kind, ordinal);
            }
        }
    }
}
