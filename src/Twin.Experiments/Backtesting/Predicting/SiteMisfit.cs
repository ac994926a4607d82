using MathNet.Numerics.Statistics;
using Twin.Experiments.Backtesting.Counting;

namespace Twin.Experiments.Backtesting.Predicting;

/// <summary>How far a site's counts are from the model's, and when most.</summary>
/// <param name="Site">Ordinal of the site.</param>
/// <param name="Total">People tested there in all intervals.</param>
/// <param name="Interval">The interval at whose end people tested so far are furthest from the model's, in standard deviations of a day.</param>
/// <param name="Gap">People tested up to then, counted less predicted.</param>
/// <param name="Score">That gap in standard deviations of a day.</param>
/// <param name="Probability">Share of the model's days on which the site is as far from the others' mean at some time.</param>
public sealed record SiteMisfit(int Site, PredictedFigure Total, CountInterval Interval, double Gap, double Score, double Probability)
{
    /// <summary>Every site's misfit, the furthest off first.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="days">The model's days.</param>
    public static IReadOnlyList<SiteMisfit> Of(SiteCounts counts, IReadOnlyList<CountSample> days)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(days);
        int[] observed = counts.Observed.Tested;
        List<SiteMisfit> misfits = [];
        foreach (IGrouping<int, int> site in Enumerable.Range(0, observed.Length).GroupBy(cell => counts.Cells[cell].Site))
        {
            int[] cells = [.. site];
            misfits.Add(At(site.Key, Cumulate(observed, cells), [.. days.Select(day => Cumulate(day.Tested, cells))], [.. cells.Select(cell => new CountInterval(counts.Cells[cell].From, counts.Cells[cell].To))]));
        }

        return [.. misfits.OrderByDescending(misfit => Math.Abs(misfit.Score)).ThenBy(misfit => misfit.Site)];
    }

    private static SiteMisfit At(int site, double[] observed, double[][] days, CountInterval[] intervals)
    {
        double[] mean = [.. Enumerable.Range(0, intervals.Length).Select(i => days.Select(day => day[i]).Mean())];
        double[] deviation = [.. Enumerable.Range(0, intervals.Length).Select(i => days.Length > 1 ? days.Select(day => day[i]).StandardDeviation() : 0)];
        double Score(double[] day, int i) => (day[i] - mean[i]) / Math.Sqrt((deviation[i] * deviation[i]) + (1 / 12.0));
        int worst = Enumerable.Range(0, intervals.Length).MaxBy(i => Math.Abs(Score(observed, i)));
        double score = Score(observed, worst);
        int asFar = days.Count(day => Enumerable.Range(0, intervals.Length).Max(i => Math.Abs(Score(day, i))) >= Math.Abs(score));
        return new SiteMisfit(
            site, PredictedFigure.Of(observed[^1], [.. days.Select(day => day[^1])]), intervals[worst], observed[worst] - mean[worst], score, (1.0 + asFar) / (days.Length + 1));
    }

    private static double[] Cumulate(int[] values, int[] cells)
    {
        double[] sums = new double[cells.Length];
        double sum = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            sums[i] = sum += values[cells[i]];
        }

        return sums;
    }
}
