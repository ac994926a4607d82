using Twin.Experiments.Backtesting.Counting;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>What of a day's counts the parameters are told from: people tested, and people waiting, over all counted sites in some spans of time, as square roots.</summary>
/// <remarks>The square root of a count has about the same variance whatever the count (Anscombe, Biometrika 35, 1948).</remarks>
internal sealed class CountStatistics
{
    private readonly int[] _spanOf;
    private readonly int _spans;
    private readonly bool _hasWaiting;
    private int[] _kept;

    /// <summary>Divides the time into spans.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="mostSpans">Most spans; intervals are put together if there are more.</param>
    public CountStatistics(SiteCounts counts, int mostSpans)
    {
        Dictionary<CountInterval, int> placeOf = counts.Intervals.Select((interval, place) => (interval, place)).ToDictionary(pair => pair.interval, pair => pair.place);
        _spans = Math.Min(mostSpans, placeOf.Count);
        _spanOf = [.. counts.Cells.Select(cell => placeOf[new CountInterval(cell.From, cell.To)] * _spans / placeOf.Count)];
        _hasWaiting = counts.HasWaiting;
        _kept = [.. Enumerable.Range(0, _spans * (_hasWaiting ? 2 : 1))];
    }

    /// <summary>Statistics that there are.</summary>
    public int Count => _kept.Length;

    /// <summary>The statistics of a day.</summary>
    /// <param name="day">Its counts.</param>
    public double[] Of(CountSample day)
    {
        double[] sums = new double[_spans * (_hasWaiting ? 2 : 1)];
        for (int cell = 0; cell < _spanOf.Length; cell++)
        {
            sums[_spanOf[cell]] += day.Tested[cell];
            if (_hasWaiting)
            {
                sums[_spans + _spanOf[cell]] += day.Waiting[cell];
            }
        }

        return [.. _kept.Select(i => Math.Sqrt(sums[i] + 0.375))];
    }

    /// <summary>Keeps only statistics that vary from day to day, at least on one day in ten: the others have no covariance.</summary>
    /// <param name="days">Days all over the box.</param>
    public void KeepVarying(IReadOnlyList<CountSample> days)
    {
        _kept = [.. Enumerable.Range(0, _spans * (_hasWaiting ? 2 : 1))];
        double[][] all = [.. days.Select(Of)];
        _kept = [.. _kept.Where(i => all.GroupBy(day => day[i]).Max(same => same.Count()) <= 0.9 * all.Length)];
    }
}
