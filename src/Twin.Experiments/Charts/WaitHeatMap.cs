using ScottPlot;
using ScottPlot.TickGenerators;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Heat map site × time of the expected wait; the site with the most waiting is at the top.</summary>
internal static class WaitHeatMap
{
    private const int LabelledRows = 26;

    /// <summary>Draws it.</summary>
    public static byte[] Draw(RunRecord record, MassTestResult result, TextSet texts)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        SiteParameters parameters = record.Scenario.Testing.Sites;
        Plot plot = ChartStyle.Begin(texts["chart.heatmap.title"], texts["chart.clock"], texts["chart.heatmap.y"]);
        SiteResult[] sites = Ordered(result);
        int from = Math.Max(0, (int)(result.Open / 60_000) - 15);
        int to = Math.Min(result.TestedByMinute.Length, LastMinute(result) + 10);
        double amber = parameters.Amber.Milliseconds / 60_000.0;
        double red = parameters.Red.Milliseconds / 60_000.0;
        double top = Math.Max(red * 1.2, sites.Length == 0 ? 0 : sites.Max(site => site.ExpectedWaitByMinute.Max()) / 60.0);
        ScottPlot.Plottables.Heatmap map = AddMap(plot, sites, from, to);
        map.Colormap = new TierColormap(amber / top, red / top);
        map.ManualRange = new ScottPlot.Range(0, top);
        AddBar(plot, map, top, amber, red, texts);
        ChartStyle.ClockAxis(plot, clock, from, to);
        plot.Axes.Left.TickGenerator = SiteTicks(sites);
        plot.Axes.SetLimits(from, to, 0, Math.Max(1, sites.Length));
        plot.HideGrid();
        return ChartStyle.Png(plot);
    }

    /// <summary>The sites in the picture's order, top first.</summary>
    public static SiteResult[] Ordered(MassTestResult result) =>
        [.. result.Sites.OrderByDescending(site => site.ExpectedWaitByMinute.Sum()).ThenBy(site => site.Code, StringComparer.Ordinal)];

    /// <summary>The last minute with something to see.</summary>
    public static int LastMinute(MassTestResult result)
    {
        int last = (int)(Math.Max(result.Close, result.LastTest) / 60_000);
        return result.Sites.Aggregate(last, (latest, site) => Math.Max(latest, Array.FindLastIndex(site.ExpectedWaitByMinute, wait => wait > 0)));
    }

    /// <summary>The cells. Their place is given by the middles of the outermost ones, so a single site is drawn as two rows of half a height.</summary>
    private static ScottPlot.Plottables.Heatmap AddMap(Plot plot, SiteResult[] sites, int from, int to)
    {
        int split = sites.Length < 2 ? 2 : 1;
        double[,] waits = new double[Math.Max(1, sites.Length) * split, to - from];
        for (int row = 0; row < sites.Length * split; row++)
        {
            for (int minute = from; minute < to; minute++)
            {
                waits[row, minute - from] = sites[row / split].ExpectedWaitByMinute[minute] / 60.0;
            }
        }

        ScottPlot.Plottables.Heatmap map = plot.Add.Heatmap(waits);
        double half = 0.5 / split;
        map.Position = new CoordinateRect(from + 0.5, to - 0.5, half, Math.Max(1, sites.Length) - half);
        return map;
    }

    private static void AddBar(Plot plot, ScottPlot.Plottables.Heatmap map, double top, double amber, double red, TextSet texts)
    {
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = "";
        NumericManual ticks = new();
        double step = ChartStyle.Step(top, 8);
        for (double minutes = 0; minutes <= top; minutes += step)
        {
            if (Math.Abs(minutes - amber) > step / 2.5 && Math.Abs(minutes - red) > step / 2.5)
            {
                ticks.AddMajor(minutes, TextSet.Count(minutes));
            }
        }

        ticks.AddMajor(amber, texts.Format("chart.heatmap.amber", TextSet.Count(amber)));
        ticks.AddMajor(red, texts.Format("chart.heatmap.red", TextSet.Count(red)));
        bar.Axis.TickGenerator = ticks;
        bar.Axis.TickLabelStyle.FontSize = 14;
    }

    private static NumericManual SiteTicks(SiteResult[] sites)
    {
        NumericManual ticks = new();
        int step = Math.Max(1, (sites.Length + LabelledRows - 1) / LabelledRows);
        for (int row = 0; row < sites.Length; row += step)
        {
            ticks.AddMajor(sites.Length - row - 0.5, sites[row].Code);
        }

        return ticks;
    }
}
