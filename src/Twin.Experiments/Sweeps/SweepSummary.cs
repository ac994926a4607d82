using Twin.Experiments.Sensitivity;
using Twin.Experiments.Statistics;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>What a sweep came to: every point, the best of each response, and what to be careful with.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Points">Each point, in order.</param>
/// <param name="Best">The best point of each response that has a better direction.</param>
/// <param name="Warnings">What to be careful with.</param>
public sealed record SweepSummary(Sweep Sweep, IReadOnlyList<PointSummary> Points, IReadOnlyList<BestPoint> Best, IReadOnlyList<SweepWarning> Warnings)
{
    /// <summary>What the answers hang on; null if the design is not for that.</summary>
    public SensitivitySummary? Sensitivity { get; init; }

    /// <summary>Replications in all.</summary>
    public int Replications => Points.Sum(point => point.Replications);

    /// <summary>Adds the replications of a finished sweep up, reading one point at a time.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="store">Its replications.</param>
    public static SweepSummary Of(Sweep sweep, SweepStore store)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(store);
        List<PointSummary> points = [];
        List<SweepRow> rows = [];
        foreach (SweepRow row in store.Rows())
        {
            if (rows.Count > 0 && rows[0].Task.Point != row.Task.Point)
            {
                points.Add(PointSummary.Of(sweep, rows));
                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            points.Add(PointSummary.Of(sweep, rows));
        }

        SensitivitySummary? sensitivity = sweep.Sensitivity is null ? null : SensitivitySummary.Of(sweep, store.Rows());
        // Points of a design for sensitivity are drawn, and compared within their blocks alone: the best of them is nobody's plan.
        IEnumerable<BestPoint> best = sensitivity is null ? sweep.Responses.Select((_, i) => BestPoint.Of(sweep, points, i)).OfType<BestPoint>() : [];
        return new SweepSummary(sweep, points, [.. best], SweepWarning.Of(sweep, points, sensitivity)) { Sensitivity = sensitivity };
    }
}

/// <summary>What a point came to.</summary>
/// <param name="Point">The point.</param>
/// <param name="Replications">Its replications.</param>
/// <param name="IsMet">With a sequential rule: whether the figure is known well enough; else true.</param>
/// <param name="Figures">Each response, in the sweep's order.</param>
public sealed record PointSummary(SweepPoint Point, int Replications, bool IsMet, IReadOnlyList<ResponseFigure> Figures)
{
    internal static PointSummary Of(Sweep sweep, IReadOnlyList<SweepRow> rows)
    {
        StoppingRule rule = sweep.Rule;
        return new PointSummary(
            sweep.Points[rows[0].Task.Point - 1],
            rows.Count,
            rule.Until is null || rule.IsMet(Values(rule.Until, rows)),
            [.. sweep.Responses.Select(response => ResponseFigure.Of(response, Values(response, rows)))]);
    }

    private static IEnumerable<MeasureValue> Values(Measure<MassTestResult> measure, IReadOnlyList<SweepRow> rows)
    {
        int index = MassTestMeasures.All.TakeWhile(other => other != measure).Count();
        return rows.Select(row => row.Measures[index]);
    }
}

/// <summary>A response at a point.</summary>
/// <param name="Response">The measure.</param>
/// <param name="Defined">In how many replications it is a number.</param>
/// <param name="Mean">Mean of those; null if there are none, or if it is censored in some.</param>
/// <param name="Interval">The 95 % interval of the mean, or why there is none; null without a mean.</param>
/// <param name="Minimum">Least.</param>
/// <param name="Maximum">Greatest; null if it is censored in some.</param>
public sealed record ResponseFigure(Measure<MassTestResult> Response, int Defined, double? Mean, MeanInterval? Interval, double? Minimum, double? Maximum)
{
    /// <summary>In how many replications it lies beyond <see cref="After"/>, the end of the run.</summary>
    public int Censored { get; init; }

    /// <summary>In how many replications there is no value, as it would be a figure of nobody.</summary>
    public int Undefined { get; init; }

    /// <summary>The bound beyond which censored values lie; null if there are none.</summary>
    public double? After { get; init; }

    internal static ResponseFigure Of(Measure<MassTestResult> response, IEnumerable<MeasureValue> values)
    {
        MeasureSample sample = MeasureSample.Of(values);
        return new ResponseFigure(response, sample.Numbers.Count, sample.Mean, MeanInterval.Over(sample.Averaged, response.Range), sample.Minimum, sample.Maximum)
        {
            Censored = sample.Censored,
            Undefined = sample.Undefined,
            After = sample.After,
        };
    }
}

/// <summary>The point at which a response is best.</summary>
/// <param name="Figure">The response there.</param>
/// <param name="Point">The point.</param>
/// <param name="Alike">So many other points' intervals overlap with its own, or have none: which is better is open.</param>
public sealed record BestPoint(ResponseFigure Figure, SweepPoint Point, int Alike)
{
    internal static BestPoint? Of(Sweep sweep, IReadOnlyList<PointSummary> points, int response)
    {
        BetterDirection better = sweep.Responses[response].Better;
        // Where a figure is not always defined, the best point is one of those where it is.
        PointSummary[] able = [.. points.Where(point => point.Figures[response].Defined == point.Replications && point.Figures[response].Mean is not null)];
        if (better == BetterDirection.Neutral || able.Length == 0 || points.Count == 1)
        {
            return null;
        }

        double sign = better == BetterDirection.Higher ? -1 : 1;
        PointSummary best = able.MinBy(point => sign * point.Figures[response].Mean!.Value)!;
        ResponseFigure own = best.Figures[response];
        return new BestPoint(own, best.Point, able.Count(point => point != best && IsAlike(own, point.Figures[response])));
    }

    private static bool IsAlike(ResponseFigure a, ResponseFigure b) =>
        a.Interval is not { Low: { } low, High: { } high } || b.Interval is not { Low: { } otherLow, High: { } otherHigh } || (low <= otherHigh && otherLow <= high);
}
