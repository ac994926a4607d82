using ScottPlot;
using Twin.Experiments.Charts;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Designs;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>Pictures of a sweep: a response against one factor with its intervals, over two factors as a heat map, or against the factor that moves it most.</summary>
/// <param name="summary">What the sweep came to.</param>
/// <param name="texts">The language.</param>
internal sealed class SweepCharts(SweepSummary summary, TextSet texts)
{
    private const int LongestLabel = 22;

    private readonly ScenarioClock _clock = new(summary.Sweep.Base.Start);

    /// <summary>The picture of a response; null where nothing can be drawn.</summary>
    /// <param name="response">The response's place in the sweep.</param>
    public byte[]? Of(int response)
    {
        if (summary.Points.Count(point => point.Figures[response].Mean is not null) < 2)
        {
            return null;
        }

        return IsGrid ? HeatMap(response) : FactorEffect.Of(summary, response) is [{ } greatest, ..] ? Against(greatest.Factor, response) : null;
    }

    /// <summary>What the picture of a response shows, in words.</summary>
    /// <param name="response">The response's place in the sweep.</param>
    public string Alternative(int response)
    {
        string name = texts.NameOf(summary.Sweep.Responses[response]);
        IReadOnlyList<Factor> factors = summary.Sweep.Factors;
        if (IsGrid)
        {
            return texts.Format("page.sweep.alt.grid", name, factors[0].Name, factors[1].Name);
        }

        string factor = factors[FactorEffect.Of(summary, response)[0].Factor].Name;
        return texts.Format(factors.Count == 1 ? "page.sweep.alt.one" : "page.sweep.alt.most", name, factor);
    }

    private bool IsGrid => summary.Sweep.Factors.Count == 2 && summary.Sweep.Factors.All(factor => factor.Levels.Count > 1)
        && summary.Points.Count == summary.Sweep.Factors[0].Levels.Count * summary.Sweep.Factors[1].Levels.Count;

    private byte[] Against(int factor, int response)
    {
        Measure<MassTestResult> measure = summary.Sweep.Responses[response];
        PointSummary[] points = [.. summary.Points.Where(point => point.Figures[response].Mean is not null)];
        bool isNumber = points.All(point => point.Point.Levels[factor].Quantity is not null);
        string[] labels = [.. points.Select(point => point.Point.Levels[factor].Label).Distinct(StringComparer.Ordinal)];
        double[] xs = [.. points.Select(point => isNumber ? point.Point.Levels[factor].Quantity!.Value : Array.IndexOf(labels, point.Point.Levels[factor].Label))];
        Plot plot = ChartStyle.Begin(texts.NameOf(measure), AxisName(factor, isNumber), AxisUnit(measure));
        double[] means = [.. points.Select(point => Shown(measure, point.Figures[response].Mean!.Value))];
        double[] lows = [.. points.Select((point, i) => point.Figures[response].Interval?.Low is { } low ? Shown(measure, low) : means[i])];
        double[] highs = [.. points.Select((point, i) => point.Figures[response].Interval?.High is { } high ? Shown(measure, high) : means[i])];
        for (int i = 0; i < points.Length; i++)
        {
            ScottPlot.Plottables.LinePlot bar = plot.Add.Line(xs[i], lows[i], xs[i], highs[i]);
            (bar.LineColor, bar.LineWidth) = (ChartStyle.Blue.WithAlpha(.55), 3);
        }

        ScottPlot.Plottables.Scatter dots = plot.Add.ScatterPoints(xs, means);
        (dots.Color, dots.MarkerSize) = (ChartStyle.Blue, 10);
        dots.LegendText = texts["page.sweep.legend"];
        (double low, double high) = AddLine(plot, measure, lows.Min(), highs.Max());
        Axes(plot, measure, xs, isNumber ? null : labels, low, high);
        plot.ShowLegend(Alignment.UpperLeft);
        return ChartStyle.Png(plot);
    }

    /// <summary>The target time or the wait target, where the response has one near what is drawn.</summary>
    private (double Low, double High) AddLine(Plot plot, Measure<MassTestResult> measure, double low, double high)
    {
        TestTargets targets = TestTargets.Of(summary.Sweep.Base);
        double? line = measure.Unit == MeasureUnit.Moment ? targets.Line / 60_000.0
            : measure.Key == "sites.waitAtTarget.worst" || (measure.Key == "wait.p90" && !targets.HasOwnQuantile) ? targets.WaitSeconds / 60 : null;
        double room = Math.Max((high - low) * 1.5, 10);
        if (line is { } at && at > low - room && at < high + room)
        {
            ScottPlot.Plottables.HorizontalLine drawn = plot.Add.HorizontalLine(at, 2.5f, ChartStyle.Red, LinePattern.Dashed);
            drawn.LegendText = measure.Unit == MeasureUnit.Moment
                ? texts.Format("chart.coverage.target", TargetWords.Time(targets, texts))
                : texts.Format("page.sweep.target", TargetWords.Wait(targets, texts));
            (low, high) = (Math.Min(low, at), Math.Max(high, at));
        }

        return (low, high);
    }

    private void Axes(Plot plot, Measure<MassTestResult> measure, double[] xs, string[]? labels, double low, double high)
    {
        double margin = Math.Max((high - low) * 0.1, 1e-6);
        (low, high) = (low - margin, high + (margin * 2.5));
        low = measure.Unit == MeasureUnit.Moment ? low : Math.Max(0, low);
        high = measure.Unit == MeasureUnit.Share ? Math.Min(100 + (margin / 2), high) : high;
        double width = Math.Max(xs.Max() - xs.Min(), 1e-9);
        plot.Axes.SetLimits(xs.Min() - (width * 0.06), xs.Max() + (width * 0.06), low, high);
        double step = ChartStyle.Step(high - low, 9);
        double first = Math.Ceiling(low / step) * step;
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(first, high, step, value => Tick(measure, value, step));
        if (labels is not null)
        {
            plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(0, labels.Length - 1, 1, at => Cut(labels[(int)Math.Round(at)]));
        }
    }

    private byte[] HeatMap(int response)
    {
        Measure<MassTestResult> measure = summary.Sweep.Responses[response];
        IReadOnlyList<Factor> factors = summary.Sweep.Factors;
        (int rows, int columns) = (factors[0].Levels.Count, factors[1].Levels.Count);
        double[,] cells = new double[rows, columns];
        Plot plot = ChartStyle.Begin(texts.NameOf(measure), AxisName(1, false), AxisName(0, false));
        for (int i = 0; i < summary.Points.Count; i++)
        {
            cells[rows - 1 - (i / columns), i % columns] = summary.Points[i].Figures[response].Mean is { } mean ? Shown(measure, mean) : double.NaN;
        }

        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(cells);
        double[] known = [.. cells.Cast<double>().Where(double.IsFinite)];
        map.Colormap = new Shades(measure.Better);
        map.ManualRange = new ScottPlot.Range(known.Min(), Math.Max(known.Max(), known.Min() + 1e-9));
        Frame(plot, response, columns);
        for (int i = 0; i < summary.Points.Count; i++)
        {
            string text = new Sweeps.Output.SweepText(summary, texts.Language).Figure(summary.Points[i].Figures[response]);
            ScottPlot.Plottables.Text note = plot.Add.Text(text.Replace(" (", "\n(", StringComparison.Ordinal), i % columns, i / columns);
            (note.LabelFontSize, note.LabelAlignment, note.LabelFontColor) = (columns > 6 ? 12 : 15, Alignment.MiddleCenter, ChartStyle.Ink);
        }

        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(0, columns - 1, 1, at => Cut(factors[1].Levels[(int)Math.Round(at)].Label));
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(0, rows - 1, 1, at => Cut(factors[0].Levels[(int)Math.Round(at)].Label));
        plot.Axes.SetLimits(-0.5, columns - 0.5, -0.5, rows - 0.5);
        plot.HideGrid();
        return ChartStyle.Png(plot);
    }

    /// <summary>A frame around the best point.</summary>
    private void Frame(Plot plot, int response, int columns)
    {
        if (summary.Best.FirstOrDefault(best => best.Figure.Response == summary.Sweep.Responses[response]) is { } best)
        {
            (int row, int column) = Math.DivRem(best.Point.Number - 1, columns);
            ScottPlot.Plottables.Rectangle frame = plot.Add.Rectangle(column - 0.49, column + 0.49, row - 0.49, row + 0.49);
            (frame.FillColor, frame.LineColor, frame.LineWidth) = (Colors.Transparent, ChartStyle.Blue, 4);
        }
    }

    private string AxisName(int factor, bool isNumber)
    {
        Factor of = summary.Sweep.Factors[factor];
        return isNumber && of.Kind == Model.Scenarios.ScenarioKeyKind.Duration ? texts.Format("page.sweep.inSeconds", of.Name) : of.Name;
    }

    private string AxisUnit(Measure<MassTestResult> measure) => measure.Unit switch
    {
        MeasureUnit.Moment => texts["chart.clock"],
        MeasureUnit.Seconds => texts["page.sweep.minutes"],
        MeasureUnit.Share => "%",
        _ => texts.NameOf(measure),
    };

    private static double Scale(Measure<MassTestResult> measure) => measure.Unit switch
    {
        MeasureUnit.Moment or MeasureUnit.Seconds => 1 / 60.0,
        MeasureUnit.Share => 100,
        _ => 1,
    };

    private static double Shown(Measure<MassTestResult> measure, double value) => value * Scale(measure);

    private string Tick(Measure<MassTestResult> measure, double value, double step) => measure.Unit == MeasureUnit.Moment
        ? step < 1 ? _clock.Second((long)Math.Round(value * 60_000)) : _clock.Minute((long)Math.Round(value * 60_000))
        : TextSet.Number(value, step >= 1 ? 0 : step >= 0.1 ? 1 : 2);

    private static string Cut(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";

    /// <summary>From nearly white to orange, darker the worse; to blue, darker the more, where neither is better.</summary>
    private sealed class Shades(BetterDirection better) : IColormap
    {
        public string Name => "Shades";

        public Color GetColor(double position)
        {
            double share = 0.85 * Math.Clamp(better == BetterDirection.Higher ? 1 - position : position, 0, 1);
            return Color.FromHex("#FBFCFE").MixedWith(Color.FromHex(better == BetterDirection.Neutral ? "#6AA5DC" : "#F0A03C"), share);
        }
    }
}
