using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Designs;

/// <summary>Something that a sweep varies.</summary>
/// <param name="Name">The path of its key, or its name.</param>
/// <param name="Kind">What its values are; other for words, names and mixtures of kinds.</param>
/// <param name="Levels">Its levels; of a range in a Latin hypercube or Sobol design none.</param>
/// <param name="Range">Its range; null for a list of levels.</param>
public sealed record Factor(string Name, ScenarioKeyKind Kind, IReadOnlyList<FactorLevel> Levels, FactorRange? Range)
{
    /// <summary>How far to trust what is known of it: S stated by the article, P published, E estimate, empty for a choice.</summary>
    public string Grade { get; init; } = "";

    /// <summary>Whether it is an estimate.</summary>
    public bool IsEstimate => Grade == "E";

    /// <summary>The level at a place between 0 and 1.</summary>
    /// <param name="place">At least 0, below 1.</param>
    public FactorLevel At(double place) => Range is { } range
        ? FactorLevel.Of(Name, range.At(place, Kind), Kind, range.Origin)
        : Levels[Math.Min(Levels.Count - 1, (int)(place * Levels.Count))];

    /// <summary>The level at a place of an evenly spaced grid, both ends included; of two levels the first in the grid's lower half.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="count">Places of the grid; at least 2.</param>
    public FactorLevel OnGrid(int index, int count) => Range is { } range
        ? FactorLevel.Of(Name, range.OnGrid(index, count, Kind), Kind, range.Origin)
        : Levels[index * Levels.Count / count];

    /// <summary>How far it is from one level to another, in whole ranges; of two levels 1 from the first to the second.</summary>
    /// <param name="from">One.</param>
    /// <param name="to">The other.</param>
    public double Distance(FactorLevel from, FactorLevel to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return Range is { } range
            ? (to.Quantity!.Value - from.Quantity!.Value) / (double)((range.To - range.From) / (Kind == ScenarioKeyKind.Duration ? 1000 : 1))
            : to.Label == Levels[^1].Label ? 1 : -1;
    }
}

/// <summary>A range of values.</summary>
/// <param name="From">Least; a duration in ms.</param>
/// <param name="To">Greatest; a duration in ms.</param>
/// <param name="Origin">The range's path in the experiment file.</param>
public sealed record FactorRange(decimal From, decimal To, string Origin)
{
    /// <summary>The value at a place between 0 and 1; of whole numbers each is equally likely.</summary>
    /// <param name="place">At least 0, below 1.</param>
    /// <param name="kind">What the values are.</param>
    public ScenarioValue At(double place, ScenarioKeyKind kind)
    {
        if (kind == ScenarioKeyKind.Whole)
        {
            return ScenarioQuantity.Format(kind, Math.Min(To, From + decimal.Floor((decimal)place * (To - From + 1))));
        }

        // Six digits of the range are enough to tell points apart, and can be read.
        int digits = Math.Clamp(6 - (int)Math.Floor(Math.Log10((double)(To - From))), 0, 15);
        return ScenarioQuantity.Format(kind, decimal.Round(From + ((decimal)place * (To - From)), kind == ScenarioKeyKind.Duration ? 0 : digits));
    }

    /// <summary>Evenly spaced values, both ends included.</summary>
    /// <param name="count">How many; at least 2.</param>
    /// <param name="kind">What the values are.</param>
    public IEnumerable<ScenarioValue> Spaced(int count, ScenarioKeyKind kind) =>
        Enumerable.Range(0, count).Select(i => OnGrid(i, count, kind));

    /// <summary>One of evenly spaced values, both ends included.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="count">How many; at least 2.</param>
    /// <param name="kind">What the values are.</param>
    public ScenarioValue OnGrid(int index, int count, ScenarioKeyKind kind) =>
        ScenarioQuantity.Format(kind, decimal.Round(From + ((To - From) * index / (count - 1)), 15));
}

/// <summary>One value of a factor.</summary>
/// <param name="Label">How it is shown: the value as a file writes it, or the level's name.</param>
/// <param name="Quantity">The number, of a duration its seconds; null for a word or name.</param>
/// <param name="Settings">What it changes in the scenario.</param>
public sealed record FactorLevel(string Label, double? Quantity, IReadOnlyList<Setting> Settings)
{
    /// <summary>A value of a key.</summary>
    /// <param name="path">The key's path in the scenario.</param>
    /// <param name="value">The value.</param>
    /// <param name="kind">What the values of the factor are.</param>
    /// <param name="origin">Its path in the experiment file.</param>
    public static FactorLevel Of(string path, ScenarioValue value, ScenarioKeyKind kind, string origin)
    {
        decimal? quantity = ScenarioQuantity.Parse(kind, value);
        return new FactorLevel(
            value.Text, (double?)(kind == ScenarioKeyKind.Duration ? quantity / 1000 : quantity), [new Setting($"{path}={value.Text}", origin)]);
    }
}

/// <summary>A change to a scenario.</summary>
/// <param name="Text"><c>path=value</c>.</param>
/// <param name="Origin">Path of the key in the experiment file that asks for it; empty for an option of the command line.</param>
public sealed record Setting(string Text, string Origin);
