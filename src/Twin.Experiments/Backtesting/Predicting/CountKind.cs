using Twin.Experiments.Backtesting.Counting;

namespace Twin.Experiments.Backtesting.Predicting;

/// <summary>One kind of count, tested or waiting, against the model.</summary>
/// <param name="Key">tested or waiting.</param>
/// <param name="Ninety">Coverage of the 90 % bands; null if there are too few days.</param>
/// <param name="NinetyFive">Coverage of the 95 % bands; null if there are too few days.</param>
/// <param name="Total">Summed over all sites and intervals.</param>
/// <param name="Times">Summed over sites, for each interval of <see cref="SiteCounts.Intervals"/>.</param>
/// <param name="Cells">Each count, in the order of <see cref="SiteCounts.Cells"/>.</param>
public sealed record CountKind(
    string Key, BandCoverage? Ninety, BandCoverage? NinetyFive, PredictedFigure Total, IReadOnlyList<PredictedFigure> Times, IReadOnlyList<PredictedFigure> Cells)
{
    /// <summary>The total of each of the model's days, and last as counted.</summary>
    public IReadOnlyList<double> Totals { get; init; } = [];

    /// <summary>The figures that counts are judged by: the total, and the share within the 90 % bands.</summary>
    public IEnumerable<IReadOnlyList<double>> Judged => Ninety is { } coverage ? [Totals, coverage.Shares] : [Totals];

    /// <summary>Compares one kind of count.</summary>
    /// <param name="key">tested or waiting.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="days">The model's days.</param>
    /// <param name="read">Reads that kind of a sample.</param>
    public static CountKind Of(string key, SiteCounts counts, IReadOnlyList<CountSample> days, Func<CountSample, int[]> read)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(read);
        int[] observed = read(counts.Observed);
        int[][] simulated = [.. days.Select(read)];
        int[] sites = [.. counts.Cells.Select(cell => cell.Site)];
        PredictedFigure Sum(IReadOnlyList<int> cells) => PredictedFigure.Of(cells.Sum(cell => (double)observed[cell]), [.. simulated.Select(day => cells.Sum(cell => (double)day[cell]))]);
        ILookup<CountInterval, int> byTime = Enumerable.Range(0, observed.Length).ToLookup(cell => new CountInterval(counts.Cells[cell].From, counts.Cells[cell].To));
        return new CountKind(
            key, BandCoverage.Of(0.90, observed, simulated, sites), BandCoverage.Of(0.95, observed, simulated, sites),
            Sum([.. Enumerable.Range(0, observed.Length)]), [.. counts.Intervals.Select(interval => Sum([.. byTime[interval]]))],
            [.. Enumerable.Range(0, observed.Length).Select(cell => Sum([cell]))])
        {
            Totals = [.. simulated.Append(observed).Select(day => day.Sum(count => (double)count))],
        };
    }
}
