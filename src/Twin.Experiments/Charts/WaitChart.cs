using ScottPlot;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Distribution of the total waits, with the median, 90 % and 95 %, and the target.</summary>
internal static class WaitChart
{
    private const int TargetMinutes = 30;
    private const int MostBins = 60;

    private static readonly int[] BinMinutes = [1, 2, 5, 10, 15, 30];

    /// <summary>Draws it.</summary>
    public static byte[] Draw(RunRecord record, MassTestResult result, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(texts.Format("chart.waits.title", TextSet.Count(result.TotalWait.Count)), texts["chart.waits.x"], texts["chart.waits.y"]);
        (int width, double[] shares) = Bins(result.TotalWait);
        SiteParameters tiers = record.Scenario.Testing.Sites;
        ScottPlot.Bar[] bars = [.. shares.Select((share, i) => new ScottPlot.Bar
        {
            Position = (i + 0.5) * width,
            Value = share,
            Size = width * 0.92,
            FillColor = ColorOf((i + 1) * width * 60_000L, tiers),
            LineWidth = 0,
        })];
        plot.Add.Bars(bars);
        double top = Math.Max(1, shares.Max()) * 1.35;
        double right = Math.Max(shares.Length * width, TargetMinutes * 1.15);
        ScottPlot.Plottables.VerticalLine target = plot.Add.VerticalLine(TargetMinutes, 2.5f, ChartStyle.Red, LinePattern.Dashed);
        target.LegendText = texts["chart.waits.target"];
        AddQuantiles(plot, result.TotalWait, top, right, texts);
        AddTierLegend(plot, [.. bars.Where(bar => bar.Value > 0).Select(bar => bar.FillColor)], tiers, texts);
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(0, right, Math.Max(1, ChartStyle.Step(right, 16)), TextSet.Count);
        double step = ChartStyle.Step(top, 8);
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(0, top, step, value => TextSet.Number(value, step < 1 ? 1 : 0) + "%");
        plot.Axes.SetLimits(0, right, 0, top);
        plot.ShowLegend(Alignment.UpperRight);
        return ChartStyle.Png(plot);
    }

    /// <summary>Share of people, %, in bins of so many whole minutes: 1, 2, 5, 10, …, at most 60 bins.</summary>
    public static (int Minutes, double[] Shares) Bins(WaitHistogram waits)
    {
        int greatest = Math.Max(0, Array.FindLastIndex(waits.Counts, count => count > 0));
        int width = BinMinutes.FirstOrDefault(minutes => greatest / 60.0 / minutes <= MostBins, 60);
        double[] shares = new double[Math.Max(1, (greatest + (width * 60) - 1) / (width * 60))];
        for (int second = 0; second <= greatest; second++)
        {
            // Counts[x] are waits above x − 1 s and at most x s: a bin is left-open, and 0 is in the first.
            shares[Math.Max(0, second - 1) / (width * 60)] += waits.Count == 0 ? 0 : 100.0 * waits.Counts[second] / waits.Count;
        }

        return (width, shares);
    }

    private static Color ColorOf(long endMilliseconds, SiteParameters tiers) => endMilliseconds > tiers.Red.Milliseconds
        ? ChartStyle.Red
        : endMilliseconds > tiers.Amber.Milliseconds ? ChartStyle.Amber : ChartStyle.Blue;

    private static void AddTierLegend(Plot plot, HashSet<Color> used, SiteParameters tiers, TextSet texts)
    {
        (string amber, string red) = (TextSet.Count(tiers.Amber.Milliseconds / 60_000.0), TextSet.Count(tiers.Red.Milliseconds / 60_000.0));
        (string Text, Color Color)[] items =
        [
            (texts.Format("chart.waits.flowing", amber), ChartStyle.Blue),
            (texts.Format("chart.waits.amber", amber, red), ChartStyle.Amber),
            (texts.Format("chart.waits.red", red), ChartStyle.Red),
        ];
        foreach ((string text, Color color) in items.Where(item => used.Contains(item.Color)))
        {
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = text, FillColor = color, LineWidth = 0, OutlineWidth = 0 });
        }
    }

    private static void AddQuantiles(Plot plot, WaitHistogram waits, double top, double right, TextSet texts)
    {
        (double Share, LinePattern Pattern)[] quantiles = [(0.5, LinePattern.Solid), (0.9, LinePattern.Dotted), (0.95, LinePattern.DenselyDashed)];
        foreach ((double share, LinePattern pattern) in quantiles)
        {
            plot.Add.VerticalLine(waits.Quantile(share) / 60.0, 1.5f, ChartStyle.Grey, pattern);
        }

        for (int i = 0; i < quantiles.Length; i++)
        {
            long seconds = waits.Quantile(quantiles[i].Share);
            bool left = seconds / 60.0 > right * 0.7;
            ScottPlot.Plottables.Text note = ChartStyle.Note(
                plot, texts.Format("chart.waits.quantile", TextSet.Count(quantiles[i].Share * 100), texts.Duration(seconds)),
                seconds / 60.0, top * (0.90 - (0.075 * i)), left ? Alignment.UpperRight : Alignment.UpperLeft, ChartStyle.Ink);
            note.LabelBackgroundColor = Colors.White;
            note.OffsetX = left ? -7 : 7;
        }
    }
}
