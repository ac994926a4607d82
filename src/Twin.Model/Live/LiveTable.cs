namespace Twin.Model.Live;

/// <summary>The numbers shown at a moment, and which of them changed since they were last taken.</summary>
public sealed class LiveTable
{
    private readonly int[] _cells;
    private readonly bool[] _isChanged;
    private readonly List<int> _changed = [];

    /// <summary>A table of zeros.</summary>
    /// <param name="layout">Its layout.</param>
    public LiveTable(LiveLayout layout)
    {
        Layout = layout;
        _cells = new int[layout.Cells];
        _isChanged = new bool[layout.Cells];
    }

    /// <summary>The layout.</summary>
    public LiveLayout Layout { get; }

    /// <summary>The number in a cell.</summary>
    /// <param name="cell">The cell.</param>
    public int this[int cell] => _cells[cell];

    /// <summary>The numbers of a measure, by row.</summary>
    /// <param name="measure">Number of the measure.</param>
    public ReadOnlySpan<int> Of(int measure) => _cells.AsSpan(Layout.First(measure), Layout.Rows(measure));

    /// <summary>Cells that changed since <see cref="ClearChanges"/>, in no order.</summary>
    public IReadOnlyList<int> Changed => _changed;

    /// <summary>Adds to a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="difference">What is added.</param>
    public void Add(int cell, int difference)
    {
        if (difference != 0)
        {
            _cells[cell] += difference;
            Mark(cell);
        }
    }

    /// <summary>Sets a cell, and adds the difference to the sums at higher levels.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">The number now.</param>
    public void Set(int cell, int value)
    {
        int difference = value - _cells[cell];
        if (difference == 0)
        {
            return;
        }

        Add(cell, difference);
        int measure = Layout.MeasureOf(cell);
        foreach (LiveRollUp sum in Layout.RollUps)
        {
            if (sum.From == measure)
            {
                Add(Layout.First(sum.To) + sum.Parent[cell - Layout.First(measure)], difference);
            }
        }
    }

    /// <summary>Sets every cell of some measures to 0, as before a keyframe is read.</summary>
    /// <param name="topic">The topic of the measures.</param>
    public void Clear(string topic)
    {
        for (int measure = 0; measure < Layout.Measures.Count; measure++)
        {
            if (Layout.Measures[measure].Topic == topic)
            {
                _cells.AsSpan(Layout.First(measure), Layout.Rows(measure)).Clear();
            }
        }
    }

    /// <summary>Overwrites a cell, sums aside: for who reads frames, in which sums come of their own.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">The number now.</param>
    public void Overwrite(int cell, int value)
    {
        _cells[cell] = value;
        Mark(cell);
    }

    /// <summary>What changed has been taken.</summary>
    public void ClearChanges()
    {
        foreach (int cell in _changed)
        {
            _isChanged[cell] = false;
        }

        _changed.Clear();
    }

    private void Mark(int cell)
    {
        if (!_isChanged[cell])
        {
            _isChanged[cell] = true;
            _changed.Add(cell);
        }
    }
}
