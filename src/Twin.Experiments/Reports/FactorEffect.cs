using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Designs;

namespace Twin.Experiments.Reports;

/// <summary>How far a response moves with a factor: the greatest less the least mean over the points of each of the factor's levels.</summary>
/// <param name="Factor">The factor's place in the sweep.</param>
/// <param name="Response">The response's place in the sweep.</param>
/// <param name="Least">Least mean of a level.</param>
/// <param name="Greatest">Greatest mean of a level.</param>
/// <remarks>
/// A factor with more than <see cref="MostLevels"/> values is taken in thirds of its points. In a full design that is the main effect; in a sampled one
/// the other factors vary as well, so it is a first look, for which sensitivity indices are the better tool.
/// </remarks>
internal sealed record FactorEffect(int Factor, int Response, double Least, double Greatest)
{
    /// <summary>Most values of a factor that are levels of their own.</summary>
    public const int MostLevels = 12;

    private const int Parts = 3;

    /// <summary>How far it moves.</summary>
    public double Size => Greatest - Least;

    /// <summary>The effects of all factors on a response, the greatest first; factors of a single level are left out.</summary>
    /// <param name="summary">What the sweep came to.</param>
    /// <param name="response">The response's place.</param>
    public static IReadOnlyList<FactorEffect> Of(SweepSummary summary, int response) =>
        [.. Enumerable.Range(0, summary.Sweep.Factors.Count).Select(factor => Of(summary, factor, response)).OfType<FactorEffect>().OrderByDescending(effect => effect.Size)];

    private static FactorEffect? Of(SweepSummary summary, int factor, int response)
    {
        PointSummary[] known = [.. summary.Points.Where(point => point.Figures[response].Mean is not null)];
        double[] means = [.. Groups(known, factor).Select(group => group.Average(point => point.Figures[response].Mean!.Value))];
        return means.Length < 2 ? null : new FactorEffect(factor, response, means.Min(), means.Max());
    }

    private static IEnumerable<IReadOnlyList<PointSummary>> Groups(PointSummary[] points, int factor)
    {
        FactorLevel Level(PointSummary point) => point.Point.Levels[factor];
        IGrouping<string, PointSummary>[] levels = [.. points.GroupBy(point => Level(point).Label, StringComparer.Ordinal)];
        if (levels.Length <= MostLevels || points.Any(point => Level(point).Quantity is null))
        {
            return levels.Select(level => level.ToArray());
        }

        PointSummary[] rising = [.. points.OrderBy(point => Level(point).Quantity)];
        return Enumerable.Range(0, Parts).Select(part => rising[(rising.Length * part / Parts)..(rising.Length * (part + 1) / Parts)]);
    }
}
