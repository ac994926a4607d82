using Twin.Experiments.Sensitivity;
using Twin.Experiments.Statistics;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>Something to be careful with.</summary>
/// <param name="Kind">What.</param>
/// <param name="Response">The response that it concerns; null for all.</param>
/// <param name="Points">Numbers of the points that it concerns.</param>
public sealed record SweepWarning(SweepWarningKind Kind, Measure<MassTestResult>? Response, IReadOnlyList<int> Points)
{
    /// <summary>Names of the factors that it concerns.</summary>
    public IReadOnlyList<string> Factors { get; init; } = [];

    internal static IReadOnlyList<SweepWarning> Of(Sweep sweep, IReadOnlyList<PointSummary> points, SensitivitySummary? sensitivity)
    {
        if (sensitivity is not null)
        {
            return SensitivityWarnings.Of(sweep, sensitivity);
        }

        List<SweepWarning> warnings = [];
        Add(warnings, SweepWarningKind.FewReplications, null, points.Where(point => point.Replications < StoppingRule.LeastForInterval));
        for (int i = 0; i < sweep.Responses.Count; i++)
        {
            int response = i;
            Add(warnings, SweepWarningKind.FewDiffer, sweep.Responses[i], points.Where(point => point.Figures[response].Interval is { Basis: IntervalBasis.AllEqual or IntervalBasis.FewDiffer }));
        }

        Add(warnings, SweepWarningKind.CapReached, sweep.Rule.Until, points.Where(point => !point.IsMet));
        for (int i = 0; i < sweep.Responses.Count; i++)
        {
            int response = i;
            Add(warnings, SweepWarningKind.NotDefined, sweep.Responses[i], points.Where(point => point.Figures[response].Undefined > 0));
            Add(warnings, SweepWarningKind.Censored, sweep.Responses[i], points.Where(point => point.Figures[response].Censored > 0));
            if (HasLine(sweep.Responses[i]))
            {
                Add(warnings, SweepWarningKind.Straddles, sweep.Responses[i], points.Where(point =>
                    LineOf(TestTargets.Of(sweep.ScenarioOf(point.Point)), sweep.Responses[response]) is { } line && Straddles(point.Figures[response], line)));
            }
        }

        return warnings;
    }

    private static void Add(List<SweepWarning> warnings, SweepWarningKind kind, Measure<MassTestResult>? response, IEnumerable<PointSummary> points)
    {
        int[] numbers = [.. points.Select(point => point.Point.Number)];
        if (numbers.Length > 0)
        {
            warnings.Add(new SweepWarning(kind, response, numbers));
        }
    }

    private static bool HasLine(Measure<MassTestResult> response) => response.Key is "t98" or "lastTest" or "wait.p90" or "sites.waitAtTarget.worst";

    /// <summary>The target that a response is measured against, s; null for a wait at another quantile than the target's.</summary>
    private static double? LineOf(TestTargets targets, Measure<MassTestResult> response) => response.Unit == MeasureUnit.Moment ? targets.Line / 1000.0
        : response.Key == "wait.p90" && targets.HasOwnQuantile ? null : targets.WaitSeconds;

    private static bool Straddles(ResponseFigure figure, double line) => figure.Interval is { Low: { } low, High: { } high } && low < line && line < high;
}

/// <summary>Kinds of warnings.</summary>
public enum SweepWarningKind
{
    /// <summary>Too few replications for an interval.</summary>
    FewReplications,

    /// <summary>Fewer than five days differ from the usual: the mean has no interval, as nothing is known of how bad such days are.</summary>
    FewDiffer,

    /// <summary>The cap was reached before the figure was known well enough.</summary>
    CapReached,

    /// <summary>The interval of a figure lies on both sides of the target time or the wait target.</summary>
    Straddles,

    /// <summary>In some replications the figure is not defined, as it would be one of nobody; the mean is over the others.</summary>
    NotDefined,

    /// <summary>In some replications the figure lies beyond the end of the run, such as the time of a share not reached; no mean is given.</summary>
    Censored,

    /// <summary>The answer hangs on estimates: factors of grade E are among the most influential.</summary>
    HangsOnEstimate,

    /// <summary>Too few trajectories or base points for an interval.</summary>
    FewBlocks,

    /// <summary>In some trajectories or base points the figure is somewhere not defined; they are left out.</summary>
    BlocksLeftOut,

    /// <summary>No index: the figure does not vary, or fewer than two trajectories or base points count.</summary>
    NoIndex,

    /// <summary>One replication a point: how much of the variance is chance is not known.</summary>
    ChanceUnknown,

    /// <summary>Factors among the most influential are not told from chance or nothing.</summary>
    NotTold,

    /// <summary>Too few base points: shares lie outside 0 and 1 before they are cut, or their intervals are wider than a half.</summary>
    DesignTooSmall,
}
