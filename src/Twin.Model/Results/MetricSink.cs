namespace Twin.Model.Results;

/// <summary>Where an entity's integers are added up. Sums and maxima only, so that any split over silos gives the same totals.</summary>
public abstract class MetricSink
{
    /// <summary>Adds to a cell.</summary>
    /// <param name="cell">The cell's place in the run's metric table.</param>
    /// <param name="value">What to add.</param>
    public abstract void Add(int cell, long value);

    /// <summary>Raises a cell to at least a value.</summary>
    /// <param name="cell">The cell's place in the run's metric table.</param>
    /// <param name="value">At least 1; a cell that nobody raised stays 0.</param>
    public abstract void Raise(int cell, long value);
}
