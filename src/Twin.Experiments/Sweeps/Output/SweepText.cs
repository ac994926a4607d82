using System.Globalization;
using Twin.Experiments.Sensitivity;
using Twin.Experiments.Statistics;
using Twin.Experiments.Sweeps.Designs;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Sweeps.Output;

/// <summary>The answer of a sweep in words and a table.</summary>
/// <param name="summary">What it came to.</param>
/// <param name="language">en or zh.</param>
public sealed class SweepText(SweepSummary summary, string language)
{
    /// <summary>So many points are shown; the files have them all.</summary>
    public const int MostRows = 60;

    private const int MostNumbers = 8;

    private readonly TextSet _texts = TextCatalogue.In(language);
    private readonly SensitivityText? _sensitivity = summary.Sensitivity is { } sensitivity ? new SensitivityText(sensitivity, TextCatalogue.In(language)) : null;
    private readonly ScenarioClock _clock = new(summary.Sweep.Base.Start);

    /// <summary>What was done, in a line.</summary>
    public string Heading
    {
        get
        {
            string title = language == "zh" ? summary.Sweep.File.TitleZh : summary.Sweep.File.Title;
            return _texts.Format("sweep.heading", title.Length == 0 ? summary.Sweep.File.Name : title, summary.Points.Count, TextSet.Count(summary.Replications),
                summary.Sweep.Base.Scale.ToString("0.###", CultureInfo.InvariantCulture), summary.Sweep.Seed);
        }
    }

    /// <summary>The table's header: point, factors, replications, responses; for sensitivity response, factor and its indices.</summary>
    public IReadOnlyList<string> Header => _sensitivity?.Header ??
    [
        _texts["sweep.point"], .. summary.Sweep.Factors.Select(ShortName), _texts["sweep.replications"], .. summary.Sweep.Responses.Select(response => _texts.NameOf(response)),
    ];

    /// <summary>The table's rows, a point each, at most <see cref="MostRows"/>; for sensitivity a response and factor each.</summary>
    public IEnumerable<IReadOnlyList<string>> Rows() => _sensitivity?.Rows(SensitivityText.MostFactors) ?? summary.Points.Take(MostRows).Select(point => (IReadOnlyList<string>)
    [
        TextSet.Count(point.Point.Number), .. point.Point.Levels.Select(level => level.Label), TextSet.Count(point.Replications), .. point.Figures.Select(Figure),
    ]);

    /// <summary>What the table does not say: how many points it leaves out, the best points, what to be careful with.</summary>
    public IEnumerable<string> Lines() => _sensitivity is null ? PointLines() : [.. _sensitivity.Lines(), .. _sensitivity.Warnings(summary.Warnings)];

    private IEnumerable<string> PointLines()
    {
        if (summary.Points.Count > MostRows)
        {
            yield return _texts.Format("sweep.more", summary.Points.Count - MostRows);
        }

        yield return _texts["sweep.interval"];
        foreach (BestPoint best in summary.Best)
        {
            yield return _texts.Format(
                best.Alike == 0 ? "sweep.best" : "sweep.bestAmong", _texts.NameOf(best.Figure.Response), best.Point.Number, best.Point.Label, Figure(best.Figure), best.Alike);
        }

        foreach (SweepWarning warning in summary.Warnings)
        {
            yield return Warning(warning);
        }
    }

    /// <summary>A figure with its interval, where it has one.</summary>
    /// <param name="figure">The figure.</param>
    public string Figure(ResponseFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (figure.After is { } after)
        {
            return _texts.Format("sweep.after", _texts.Value(figure.Response.Unit, after, _clock), figure.Censored, figure.Censored + figure.Defined);
        }

        return figure.Interval switch
        {
            { Low: { } low, High: { } high } => _texts.Format("sweep.figure", Shown(figure, figure.Mean), Shown(figure, low), Shown(figure, high)),
            { Basis: IntervalBasis.AllEqual } all => _texts.Format("sweep.figure.same", Shown(figure, figure.Mean), all.Count),
            { Basis: IntervalBasis.FewDiffer } few => _texts.Format("sweep.figure.few", Shown(figure, figure.Mean), few.Differing, few.Count, Shown(figure, few.Usual)),
            _ => Shown(figure, figure.Mean),
        };
    }

    private string Shown(ResponseFigure figure, double? value) => figure.Response.Unit == MeasureUnit.Count && value is { } count && Math.Abs(count) < 100
        ? TextSet.Number(count, 1)
        : _texts.Value(figure.Response.Unit, value, _clock);

    /// <summary>A warning in words.</summary>
    /// <param name="warning">The warning.</param>
    public string Warning(SweepWarning warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        string points = string.Join(_texts["comma"], warning.Points.Take(MostNumbers).Select(point => TextSet.Count(point)));
        points = warning.Points.Count > MostNumbers ? _texts.Format("sweep.andMore", points, warning.Points.Count - MostNumbers) : points;
        string name = warning.Response is { } response ? _texts.NameOf(response) : "";
        return warning.Kind switch
        {
            SweepWarningKind.FewReplications => _texts.Format("sweep.warning.few", points, StoppingRule.LeastForInterval),
            SweepWarningKind.FewDiffer => _texts.Format("sweep.warning.fewDiffer", points, name, ReplicationRule.Fewest),
            SweepWarningKind.CapReached => _texts.Format("sweep.warning.cap", points, summary.Sweep.Rule.Most, name),
            SweepWarningKind.Straddles => _texts.Format(warning.Response!.Unit == MeasureUnit.Moment ? "sweep.warning.straddlesLine" : "sweep.warning.straddlesTarget", points, name),
            SweepWarningKind.Censored => _texts.Format("sweep.warning.censored", points, name),
            _ => _texts.Format("sweep.warning.notDefined", points, name),
        };
    }

    private static string ShortName(Factor factor) => factor.Name[(factor.Name.LastIndexOf('.') + 1)..];
}
