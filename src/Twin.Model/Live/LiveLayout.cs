using Twin.Model.Events;

namespace Twin.Model.Live;

/// <summary>Places of live measures in one table of whole numbers: a cell for each measure and row.</summary>
public sealed class LiveLayout
{
    private readonly int[] _first;

    /// <summary>Lays out the measures one after the other.</summary>
    /// <param name="measures">The measures.</param>
    /// <param name="rows">How many rows a level has.</param>
    /// <param name="rollUps">Sums at higher levels.</param>
    public LiveLayout(IReadOnlyList<LiveMeasure> measures, Func<EntityKind, int> rows, IReadOnlyList<LiveRollUp> rollUps)
    {
        Measures = measures;
        RollUps = rollUps;
        _first = new int[measures.Count + 1];
        for (int measure = 0; measure < measures.Count; measure++)
        {
            _first[measure + 1] = _first[measure] + rows(measures[measure].Level);
        }

        Topics = [.. measures.Select(measure => measure.Topic).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The layout of a plan that shows nothing.</summary>
    public static LiveLayout None { get; } = new([], _ => 0, []);

    /// <summary>The measures; a measure's number is its place here.</summary>
    public IReadOnlyList<LiveMeasure> Measures { get; }

    /// <summary>Sums at higher levels, which nobody shows: they follow from what is shown.</summary>
    public IReadOnlyList<LiveRollUp> RollUps { get; }

    /// <summary>The topics, in the order of their first measures.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Cells in all.</summary>
    public int Cells => _first[^1];

    /// <summary>The cell of a measure's first row.</summary>
    /// <param name="measure">Number of the measure.</param>
    public int First(int measure) => _first[measure];

    /// <summary>Rows of a measure.</summary>
    /// <param name="measure">Number of the measure.</param>
    public int Rows(int measure) => _first[measure + 1] - _first[measure];

    /// <summary>Number of a measure; −1 when there is none.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="level">Its level.</param>
    public int Find(string key, EntityKind level)
    {
        for (int measure = 0; measure < Measures.Count; measure++)
        {
            if (Measures[measure].Key == key && Measures[measure].Level == level)
            {
                return measure;
            }
        }

        return -1;
    }

    /// <summary>The measure of a cell.</summary>
    /// <param name="cell">0 to <see cref="Cells"/> − 1.</param>
    public int MeasureOf(int cell)
    {
        int low = 0;
        int high = Measures.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _first[middle] <= cell ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}

/// <summary>A measure that is the sum of another one's rows.</summary>
/// <param name="From">Number of the measure that is shown.</param>
/// <param name="To">Number of the sum.</param>
/// <param name="Parent">For each row shown, the row of the sum.</param>
public sealed record LiveRollUp(int From, int To, IReadOnlyList<int> Parent);
