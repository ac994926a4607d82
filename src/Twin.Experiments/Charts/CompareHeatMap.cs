using ScottPlot;
using ScottPlot.TickGenerators;
using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Heat maps site × time of the mean expected wait, side by side: A, B and A − B; the sites in one order, those with the most waiting at the top.</summary>
internal static class CompareHeatMap
{
    private const int LabelledRows = 26;
    private const int LeftWidth = 430;
    private const int MiddleWidth = 420;

    private static readonly int[] ClockSteps = [60, 120, 180, 240, 360, 720];

    /// <summary>Draws it. While no mean wait reaches amber, the whole range of blues is for what there is.</summary>
    public static byte[] Draw(VariantTally first, VariantTally second, TextSet texts)
    {
        int[] sites = Ordered(first, second);
        (int from, int to) = Steps(first, second);
        double[,] a = Waits(first, sites, from, to);
        double[,] b = Waits(second, sites, from, to);
        double[,] difference = Minus(a, b);
        SiteParameters tiers = first.Variant.Scenario.Testing.Sites;
        (double amber, double red) = (tiers.Amber.Milliseconds / 60_000.0, tiers.Red.Milliseconds / 60_000.0);
        double greatest = Math.Max(Greatest(a), Greatest(b));
        double top = greatest >= amber ? Math.Max(red * 1.2, greatest) : Math.Max(5, Math.Ceiling(greatest / 5) * 5);
        double most = Math.Max(1, Greatest(difference));
        TierColormap colors = new(Math.Min(1.001, amber / top), Math.Min(1.001, red / top));
        ScenarioClock clock = new(first.Variant.Scenario.Start);
        using PictureSheet sheet = new();
        Plot left = Panel(a, texts.Format("compare.chart.heatmap", first.Variant.Name), clock, from, to, colors, 0, top, out _, texts);
        left.YLabel(texts["chart.heatmap.y"], 16);
        left.Axes.Left.TickGenerator = SiteTicks(sites, first.Places);
        Plot middle = Panel(b, texts.Format("compare.chart.heatmap", second.Variant.Name), clock, from, to, colors, 0, top, out ScottPlot.Plottables.Heatmap map, texts);
        AddBar(middle, map, TierTicks(top, amber, red, texts));
        Plot right = Panel(
            difference, texts.Format("compare.chart.heatmapMinus", first.Variant.Name, second.Variant.Name), clock, from, to, new DivergingColormap(), -most, most, out ScottPlot.Plottables.Heatmap minus, texts);
        double step = ChartStyle.Step(2 * most, 10);
        double edge = Math.Floor(most / step) * step;
        AddBar(right, minus, ChartStyle.Ticks(-edge, edge, step, SignedMinutes));
        return sheet.Add(left, 0, 0, LeftWidth, ChartStyle.Height)
            .Add(middle, LeftWidth, 0, MiddleWidth, ChartStyle.Height)
            .Add(right, LeftWidth + MiddleWidth, 0, ChartStyle.Width - LeftWidth - MiddleWidth, ChartStyle.Height)
            .Png();
    }

    /// <summary>A number with its sign.</summary>
    public static string SignedMinutes(double minutes) => minutes switch
    {
        > 1e-9 => "+" + TextSet.Number(minutes, minutes % 1 > 1e-9 ? 1 : 0),
        < -1e-9 => "-" + TextSet.Number(-minutes, -minutes % 1 > 1e-9 ? 1 : 0),
        _ => "0",
    };

    /// <summary>The sites, those with the most waiting in both together first.</summary>
    public static int[] Ordered(VariantTally first, VariantTally second)
    {
        double Sum(int site) => Enumerable.Range(0, Math.Min(first.Steps, second.Steps)).Sum(step => first.ExpectedWait(site, step) + second.ExpectedWait(site, step));
        double[] sums = [.. Enumerable.Range(0, first.Places.Codes.Count).Select(Sum)];
        return [.. Enumerable.Range(0, sums.Length).OrderByDescending(site => sums[site]).ThenBy(site => site)];
    }

    /// <summary>The steps with something to see: from a quarter of an hour before opening to the close, or to the last mean wait of half a minute.</summary>
    public static (int From, int To) Steps(VariantTally first, VariantTally second)
    {
        int steps = Math.Min(first.Steps, second.Steps);
        int from = Math.Clamp((int)(Math.Min(first.Places.Open, second.Places.Open) / 60_000 / DaySketch.StepMinutes) - 3, 0, steps - 1);
        int last = (int)(Math.Max(first.Places.Close, second.Places.Close) / 60_000 / DaySketch.StepMinutes);
        for (int step = last; step < steps; step++)
        {
            bool waits = Enumerable.Range(0, first.Places.Codes.Count).Any(site => Math.Max(first.ExpectedWait(site, step), second.ExpectedWait(site, step)) >= 0.5);
            last = waits ? step : last;
        }

        return (from, Math.Clamp(last + 2, from + 1, steps));
    }

    private static Plot Panel(
        double[,] values, string title, ScenarioClock clock, int from, int to, IColormap colors, double low, double high, out ScottPlot.Plottables.Heatmap map, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(title, texts["chart.clock"], "");
        plot.Axes.Title.Label.FontSize = 17;
        plot.Axes.Right.MinimumSize = 12;
        int rows = values.GetLength(0);
        map = plot.Add.Heatmap(values);
        (double begin, double end) = (from * DaySketch.StepMinutes, to * DaySketch.StepMinutes);
        double half = DaySketch.StepMinutes / 2.0;
        map.Position = new CoordinateRect(begin + half, end - half, 0.5, rows - 0.5);
        map.Colormap = colors;
        map.ManualRange = new ScottPlot.Range(low, high);
        Clock(plot, clock, begin, end);
        plot.Axes.Left.TickGenerator = new NumericManual();
        plot.Axes.SetLimits(begin, end, 0, rows);
        plot.HideGrid();
        return plot;
    }

    /// <summary>At most six clock times: the panels are narrow.</summary>
    private static void Clock(Plot plot, ScenarioClock clock, double begin, double end)
    {
        int step = ClockSteps.FirstOrDefault(minutes => (end - begin) / minutes <= 6, 1_440);
        int offset = (int)(clock.Start.TimeOfDay.TotalMinutes % step);
        NumericManual ticks = new();
        for (double minute = (Math.Ceiling((begin + offset) / step) * step) - offset; minute <= end; minute += step)
        {
            ticks.AddMajor(minute, clock.Minute((long)minute * 60_000));
        }

        plot.Axes.Bottom.TickGenerator = ticks;
    }

    private static void AddBar(Plot plot, ScottPlot.Plottables.Heatmap map, NumericManual ticks)
    {
        ScottPlot.Panels.ColorBar bar = plot.Add.ColorBar(map);
        bar.Label = "";
        bar.Axis.TickGenerator = ticks;
        bar.Axis.TickLabelStyle.FontSize = 14;
    }

    private static NumericManual TierTicks(double top, double amber, double red, TextSet texts)
    {
        NumericManual ticks = new();
        double step = ChartStyle.Step(top, 8);
        for (double minutes = 0; minutes <= top; minutes += step)
        {
            if (Math.Abs(minutes - amber) > step / 2.5 && Math.Abs(minutes - red) > step / 2.5)
            {
                ticks.AddMajor(minutes, TextSet.Count(minutes));
            }
        }

        foreach ((double tier, string key) in new[] { (amber, "chart.heatmap.amber"), (red, "chart.heatmap.red") }.Where(tier => tier.Item1 <= top))
        {
            ticks.AddMajor(tier, texts.Format(key, TextSet.Count(tier)));
        }

        return ticks;
    }

    private static NumericManual SiteTicks(int[] sites, VariantPlaces places)
    {
        NumericManual ticks = new();
        int step = Math.Max(1, (sites.Length + LabelledRows - 1) / LabelledRows);
        for (int row = 0; row < sites.Length; row += step)
        {
            ticks.AddMajor((sites.Length - row - 0.5) * Rows(sites), places.Codes[sites[row]]);
        }

        return ticks;
    }

    /// <summary>Minutes by row and step.</summary>
    private static double[,] Waits(VariantTally tally, int[] sites, int from, int to)
    {
        int rows = Rows(sites);
        double[,] waits = new double[sites.Length * rows, to - from];
        for (int row = 0; row < sites.Length * rows; row++)
        {
            for (int step = from; step < to; step++)
            {
                waits[row, step - from] = tally.ExpectedWait(sites[row / rows], step);
            }
        }

        return waits;
    }

    /// <summary>Rows of a site: two if it is the only one, for the map's place is given by the middles of the outermost rows.</summary>
    private static int Rows(int[] sites) => sites.Length < 2 ? 2 : 1;

    private static double[,] Minus(double[,] first, double[,] second)
    {
        double[,] difference = new double[first.GetLength(0), first.GetLength(1)];
        for (int row = 0; row < first.GetLength(0); row++)
        {
            for (int step = 0; step < first.GetLength(1); step++)
            {
                difference[row, step] = first[row, step] - second[row, step];
            }
        }

        return difference;
    }

    private static double Greatest(double[,] values) => values.Cast<double>().Select(Math.Abs).DefaultIfEmpty().Max();
}
