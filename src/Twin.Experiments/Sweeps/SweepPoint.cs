using Twin.Experiments.Sweeps.Designs;

namespace Twin.Experiments.Sweeps;

/// <summary>A point of a sweep: a level of each factor.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Levels">The levels, in the order of the factors.</param>
public sealed record SweepPoint(int Number, IReadOnlyList<FactorLevel> Levels)
{
    /// <summary>The levels in words, separated by commas.</summary>
    public string Label => string.Join(", ", Levels.Select(level => level.Label));
}
