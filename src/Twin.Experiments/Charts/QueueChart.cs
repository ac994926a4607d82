using ScottPlot;
using Twin.Experiments.Texts;
using Twin.Model.Queueing;
using Twin.Model.Results;

namespace Twin.Experiments.Charts;

/// <summary>The number waiting at each station over time: the mean of all runs, or the one run there is.</summary>
internal static class QueueChart
{
    /// <summary>Most stations in one picture: those with most waiting.</summary>
    public const int MostStations = 6;

    private const double ClockUpToHours = 48;

    // Told apart by colour-blind people as well (Okabe and Ito), and by their dashes.
    private static readonly Color[] Hues =
        [ChartStyle.Blue, Color.FromHex("#D55E00"), Color.FromHex("#009E73"), Color.FromHex("#CC79A7"), Color.FromHex("#56B4E9"), ChartStyle.Ink];

    private static readonly LinePattern[] Dashes =
        [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted, LinePattern.DenselyDashed, LinePattern.Solid, LinePattern.Dashed];

    /// <summary>Draws it.</summary>
    /// <param name="record">The run.</param>
    /// <param name="series">The numbers of its first run.</param>
    /// <param name="texts">The language.</param>
    public static byte[] Draw(RunRecord record, QueueSeries series, TextSet texts)
    {
        int runs = Math.Max(1, record.QueueReplications.Count);
        double hours = series.EndMilliseconds / 3_600_000.0;
        bool isClock = hours <= ClockUpToHours;
        Plot plot = ChartStyle.Begin(
            runs == 1 ? texts["queue.chart.title"] : texts.Format("queue.chart.titleOfRuns", runs), texts[isClock ? "chart.clock" : "queue.chart.hours"], texts["queue.chart.y"]);
        double[] starts = [.. Enumerable.Range(0, series.Steps).Select(step => step * series.StepMilliseconds / (isClock ? 60_000.0 : 3_600_000.0))];
        double top = 0;
        int line = 0;
        foreach (int station in Shown(record, series))
        {
            double[] waiting = Waiting(record, series, station);
            top = Math.Max(top, waiting.Max());
            ScottPlot.Plottables.Scatter scatter = plot.Add.ScatterLine(starts, waiting);
            (scatter.Color, scatter.LinePattern, scatter.LineWidth) = (Hues[line], Dashes[line++], 2.5f);
            scatter.ConnectStyle = ConnectStyle.StepHorizontal;
            scatter.LegendText = record.Scenario.Queue.Stations[station].Name;
        }

        AddWarmUp(plot, record.Scenario.Queue.WarmUp.Milliseconds / (isClock ? 60_000.0 : 3_600_000.0), texts);
        double end = isClock ? hours * 60 : hours;
        if (isClock)
        {
            ChartStyle.ClockAxis(plot, new ScenarioClock(record.Scenario.Start), 0, end);
        }

        plot.Axes.SetLimits(0, end, 0, Math.Max(1, top * 1.08));
        plot.ShowLegend(Alignment.UpperRight);
        return ChartStyle.Png(plot);
    }

    /// <summary>The stations that are shown, by their places, those with most waiting.</summary>
    /// <param name="record">The run.</param>
    /// <param name="series">The numbers of its first run.</param>
    public static IReadOnlyList<int> Shown(RunRecord record, QueueSeries series) =>
        [.. Enumerable.Range(0, series.Stations.Count).OrderByDescending(i => (record.QueueSeriesOfAll ?? series).Stations[i].Waiting.Sum()).Take(MostStations).Order()];

    /// <summary>The number waiting at a station in each step.</summary>
    /// <param name="record">The run.</param>
    /// <param name="series">The numbers of its first run.</param>
    /// <param name="station">The station's place.</param>
    public static double[] Waiting(RunRecord record, QueueSeries series, int station)
    {
        double runs = record.QueueSeriesOfAll is null ? 1 : record.QueueReplications.Count;
        return [.. (record.QueueSeriesOfAll ?? series).Stations[station].Waiting.Select((area, step) => area / runs / series.LengthOf(step))];
    }

    private static void AddWarmUp(Plot plot, double until, TextSet texts)
    {
        if (until > 0)
        {
            ScottPlot.Plottables.HorizontalSpan span = plot.Add.HorizontalSpan(0, until);
            (span.FillColor, span.LineColor, span.LegendText) = (ChartStyle.Grey.WithAlpha(.12), Colors.Transparent, texts["queue.chart.warmUp"]);
        }
    }
}
