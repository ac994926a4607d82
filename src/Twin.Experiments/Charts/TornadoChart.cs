using ScottPlot;
using ScottPlot.TickGenerators;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Reports;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Charts;

/// <summary>How far each factor may go before the day breaks, as a part of its plausible range: the nearest to breaking on top.</summary>
internal static class TornadoChart
{
    /// <summary>Beyond so much of the plausible range bars are cut, %.</summary>
    private const double Cut = 200;

    private const double BarSize = 0.56;

    /// <summary>Draws it.</summary>
    public static byte[] Draw(StressResult result, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(texts["stress.chart.title"], texts["stress.chart.x"], "");
        StressWords words = new(result, texts);
        NumericManual names = new();
        int count = result.Limits.Count;
        double right = Math.Clamp(result.Limits.Max(limits => Percent(limits.Factor, limits.Factor.Steps)), 110, Cut);
        for (int i = 0; i < count; i++)
        {
            FactorLimits limits = result.Limits[i];
            double y = count - i;
            names.AddMajor(y, words.Graded(limits.Factor));
            AddFactor(plot, limits, y, right, result.Goal.Share, words);
        }

        ScottPlot.Plottables.VerticalLine end = plot.Add.VerticalLine(100, 2, ChartStyle.Grey, LinePattern.Dashed);
        end.LegendText = texts["stress.chart.end"];
        AddLegend(plot, texts, words);
        plot.Axes.Left.TickGenerator = names;
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(0, right, ChartStyle.Step(right, 11), value => TextSet.Count(value) + "%");
        plot.Axes.SetLimits(0, right * 1.16, 0.4, count + 0.6);
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.ShowLegend(Edge.Bottom);
        return ChartStyle.Png(plot);
    }

    private static void AddFactor(Plot plot, FactorLimits limits, double y, double right, double share, StressWords words)
    {
        StressFactor factor = limits.Factor;
        LimitEstimate half = limits.Estimate(StressCriterion.Either, 0.5);
        bool never = half.Step == factor.Steps;
        double length = Math.Min(right, Percent(factor, half.Step));
        Bar bar = new()
        {
            Position = y,
            Value = length,
            Size = BarSize,
            FillColor = never ? ChartStyle.Blue.WithAlpha(.35) : ChartStyle.Blue,
            LineWidth = 0,
            Orientation = Orientation.Horizontal,
        };
        plot.Add.Bar(bar);
        double reach = length;
        if (half.HasInterval)
        {
            double low = Math.Min(right, Percent(factor, half.Low ?? -1));
            double high = Math.Min(right, Percent(factor, half.High ?? factor.Steps));
            reach = Math.Max(reach, high);
            foreach ((Color color, float width) in new[] { (Colors.White, 6f), (ChartStyle.Ink, 2f) })
            {
                AddLine(plot, low, y, high, y, color, width);
                AddLine(plot, low, y - 0.12, low, y + 0.12, color, width);
                AddLine(plot, high, y - 0.12, high, y + 0.12, color, width);
            }
        }

        double required = Math.Min(right, Percent(factor, limits.Estimate(StressCriterion.Either, share).Step));
        plot.Add.Marker(required, y, MarkerShape.FilledDiamond, 13, ChartStyle.Amber);
        LimitEstimate time = limits.Estimate(StressCriterion.Time, 0.5);
        if (time.Step < factor.Steps && Percent(factor, time.Step) <= right)
        {
            double at = Percent(factor, time.Step);
            AddLine(plot, at, y - (BarSize / 2), at, y + (BarSize / 2), ChartStyle.Red, 4);
            reach = Math.Max(reach, at);
        }

        ChartStyle.Note(plot, words.Limit(factor, half.Step), reach + (right * 0.012), y, Alignment.MiddleLeft, ChartStyle.Ink);
    }

    private static void AddLine(Plot plot, double x1, double y1, double x2, double y2, Color color, float width)
    {
        ScottPlot.Plottables.LinePlot line = plot.Add.Line(x1, y1, x2, y2);
        line.Color = color;
        line.LineWidth = width;
    }

    private static void AddLegend(Plot plot, TextSet texts, StressWords words)
    {
        plot.Legend.ManualItems.AddRange(
        [
            new LegendItem { LabelText = texts["stress.chart.half"], FillColor = ChartStyle.Blue },
            new LegendItem { LabelText = texts["stress.chart.never"], FillColor = ChartStyle.Blue.WithAlpha(.35) },
            new LegendItem { LabelText = texts.Format("stress.chart.share", words.Share), MarkerShape = MarkerShape.FilledDiamond, MarkerSize = 13, MarkerFillColor = ChartStyle.Amber },
            new LegendItem { LabelText = texts["stress.chart.time"], LineColor = ChartStyle.Red, LineWidth = 4 },
        ]);
        plot.Legend.Orientation = Orientation.Horizontal;
    }

    private static double Percent(StressFactor factor, int step) => step < 0 ? 0 : 100 * factor.PlausibleShare(step);
}
