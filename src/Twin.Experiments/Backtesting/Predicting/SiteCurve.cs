using Twin.Experiments.Backtesting.Counting;

namespace Twin.Experiments.Backtesting.Predicting;

/// <summary>People tested so far at one site, against the model.</summary>
/// <param name="Site">Ordinal of the site.</param>
/// <param name="Intervals">Its intervals, by time.</param>
/// <param name="Cumulated">People tested up to the end of each.</param>
public sealed record SiteCurve(int Site, IReadOnlyList<CountInterval> Intervals, IReadOnlyList<PredictedFigure> Cumulated)
{
    /// <summary>A site's curve.</summary>
    /// <param name="site">Ordinal of the site.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="days">The model's days.</param>
    public static SiteCurve Of(int site, SiteCounts counts, IReadOnlyList<CountSample> days)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(days);
        int[] cells = [.. Enumerable.Range(0, counts.Cells.Count).Where(cell => counts.Cells[cell].Site == site)];
        double observed = 0;
        double[] sums = new double[days.Count];
        List<PredictedFigure> cumulated = [];
        foreach (int cell in cells)
        {
            observed += counts.Cells[cell].Tested;
            for (int day = 0; day < sums.Length; day++)
            {
                sums[day] += days[day].Tested[cell];
            }

            cumulated.Add(PredictedFigure.Of(observed, sums));
        }

        return new SiteCurve(site, [.. cells.Select(cell => new CountInterval(counts.Cells[cell].From, counts.Cells[cell].To))], cumulated);
    }
}
