using ScottPlot;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Coverage over time against the target time, with the fan of the replications.</summary>
internal static class CoverageChart
{
    /// <summary>Draws it.</summary>
    public static byte[] Draw(RunRecord record, MassTestResult result, TextSet texts)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        Plot plot = ChartStyle.Begin(
            texts.Format("chart.coverage.title", TextSet.Count(result.Residents), TargetWords.Time(result.Targets, texts)), texts["chart.clock"], texts["chart.coverage.y"]);
        double from = (result.Open / 60_000.0) - 15;
        double to = Math.Min(result.TestedByMinute.Length - 1, (Math.Max(Math.Max(result.Targets.Line, result.Close), result.LastTest) / 60_000.0) + 30);
        double residents = Math.Max(1, result.Residents);
        int length = (int)Math.Ceiling(to) + 1;
        double[] minutes = [.. Enumerable.Range(0, length).Select(minute => (double)minute)];
        ScottPlot.Plottables.HorizontalSpan window = plot.Add.HorizontalSpan(result.Open / 60_000.0, result.Close / 60_000.0);
        window.FillColor = ChartStyle.Blue.WithAlpha(.06);
        window.LineColor = Colors.Transparent;
        window.LegendText = texts["chart.coverage.window"];
        AddFan(plot, record, minutes, residents, texts);
        double[] coverage = Percent(result.TestedByMinute, residents, length);
        ScottPlot.Plottables.Scatter line = plot.Add.ScatterLine(minutes, coverage);
        line.Color = ChartStyle.Blue;
        line.LineWidth = 3;
        line.LegendText = texts["chart.coverage.line"];
        AddLines(plot, result, clock, residents, from, texts);
        ChartStyle.ClockAxis(plot, clock, from, to);
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(0, 100, 10, value => $"{value:0}%");
        plot.Axes.SetLimits(from, to, 0, 108);
        plot.ShowLegend(Alignment.LowerRight);
        return ChartStyle.Png(plot);
    }

    private static void AddFan(Plot plot, RunRecord record, double[] minutes, double residents, TextSet texts)
    {
        if (record.Replications.Count < 2)
        {
            return;
        }

        FanBands.Add(plot, minutes, Fan.Of([.. record.Replications.Select(replication => Percent(replication.TestedByMinute, residents, minutes.Length))]), ChartStyle.Blue, texts);
    }

    private static void AddLines(Plot plot, MassTestResult result, ScenarioClock clock, double residents, double from, TextSet texts)
    {
        double line = result.Targets.Line / 60_000.0;
        ScottPlot.Plottables.VerticalLine target = plot.Add.VerticalLine(line, 2.5f, ChartStyle.Red, LinePattern.Dashed);
        target.LegendText = texts.Format("chart.coverage.target", TargetWords.Time(result.Targets, texts));
        double expected = 100 * result.ExpectedOnSite / residents;
        ScottPlot.Plottables.HorizontalLine aim = plot.Add.HorizontalLine(expected, 1.5f, ChartStyle.Grey, LinePattern.Dotted);
        aim.LegendText = texts.Format("chart.coverage.expected", texts.Percent(expected / 100));
        ChartStyle.Note(
            plot, texts.Format("chart.coverage.atLine", texts.Percent(result.TestedAtTarget / residents), clock.Minute(result.Targets.Line)),
            line - 5, 107, Alignment.UpperRight, ChartStyle.Red, 16);
        if (result.T98 >= 0)
        {
            double height = 98 * result.ExpectedOnSite / residents;
            ScottPlot.Plottables.Marker mark = plot.Add.Marker(result.T98 / 60_000.0, height, MarkerShape.FilledDiamond, 12, ChartStyle.Ink);
            mark.LegendText = texts.Format("chart.coverage.t98", clock.Minute(result.T98));
        }
    }

    private static double[] Percent(long[] testedByMinute, double residents, int length)
    {
        // The value at minute m counts the swabs that ended before m.
        double[] percent = new double[length];
        long sum = 0;
        for (int minute = 0; minute < length; minute++)
        {
            percent[minute] = 100 * sum / residents;
            sum += minute < testedByMinute.Length ? testedByMinute[minute] : 0;
        }

        return percent;
    }
}
