using Twin.Model.Events;
using Twin.Model.Live;
using Twin.Model.Results;

namespace Twin.Grains.Running;

/// <summary>Compares what an entity shows after a step with what it showed before, place by place.</summary>
internal sealed class ShownChanges : LiveSink
{
    private int[] _values = new int[32];
    private int[] _cells = new int[32];
    private int _place;
    private bool _isAfter;
    private MetricSink? _changes;

    /// <summary>Notes what an entity shows.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="asOf">The moment up to which it was stepped, ms.</param>
    /// <param name="hasShown">Whether it has shown itself before; otherwise it showed zeros.</param>
    public void Before(Entity entity, long asOf, bool hasShown)
    {
        (_place, _isAfter) = (0, false);
        if (hasShown)
        {
            entity.Show(this, asOf);
        }

        _values.AsSpan(_place).Clear();
    }

    /// <summary>Adds the differences to a sink.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="asOf">The moment up to which it was stepped, ms.</param>
    /// <param name="changes">Where to.</param>
    public void After(Entity entity, long asOf, MetricSink changes)
    {
        (_place, _isAfter, _changes) = (0, true, changes);
        entity.Show(this, asOf);
    }

    /// <summary>What the entity showed last in one of its cells.</summary>
    /// <param name="cell">The cell.</param>
    /// <exception cref="ArgumentOutOfRangeException">The entity does not show itself there.</exception>
    public int ValueOf(int cell)
    {
        int place = Array.IndexOf(_cells, cell, 0, _place);
        return place >= 0 ? _values[place] : throw new ArgumentOutOfRangeException(nameof(cell), cell, "The entity does not show itself in this cell.");
    }

    /// <inheritdoc/>
    public override void Show(int cell, int value)
    {
        if (_place == _values.Length)
        {
            Array.Resize(ref _values, 2 * _place);
            Array.Resize(ref _cells, 2 * _place);
        }

        if (_isAfter && value != _values[_place])
        {
            _changes!.Add(cell, value - _values[_place]);
        }

        (_cells[_place], _values[_place]) = (cell, value);
        _place++;
    }
}
