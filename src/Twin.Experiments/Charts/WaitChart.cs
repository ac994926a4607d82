using ScottPlot;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Distribution of the total waits, with some quantiles, and the target.</summary>
internal static class WaitChart
{
    private const int MostBins = 60;

    /// <summary>Bars under this share on nearly all days have no whisker, %.</summary>
    private const double LeastWhisker = 0.05;

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
        Fan? fan = FanOf(record, width);
        AddWhiskers(plot, fan, width, texts);
        double top = Math.Max(1, Math.Max(shares.Max(), fan?.Outer.High.DefaultIfEmpty().Max() ?? 0)) * 1.35;
        double right = Math.Max(Math.Max(shares.Length, fan?.Median.Length ?? 0) * width, result.Targets.WaitSeconds / 60 * 1.15);
        ScottPlot.Plottables.VerticalLine target = plot.Add.VerticalLine(result.Targets.WaitSeconds / 60, 2.5f, ChartStyle.Red, LinePattern.Dashed);
        target.LegendText = texts.Format("chart.waits.target", TargetWords.Quantile(result.Targets, texts), TargetWords.Wait(result.Targets, texts));
        if (result.TotalWait.Count > 0)
        {
            AddQuantiles(plot, result.TotalWait, top, right, texts);
        }
        else
        {
            ChartStyle.Note(plot, texts["answer.noWait"], right / 2, top * 0.5, Alignment.MiddleCenter, ChartStyle.Ink);
        }

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

    /// <summary>The bars' fan over the replications in which somebody was tested; null without two of them.</summary>
    private static Fan? FanOf(RunRecord record, int width)
    {
        ReplicationOutcome[] days = [.. record.Replications.Where(replication => replication.WaitsByMinute.Any(count => count > 0))];
        if (days.Length < 2)
        {
            return null;
        }

        int bins = (days.Max(replication => replication.WaitsByMinute.Length) + width - 1) / width;
        Fan fan = Fan.Of([.. days.Select(replication =>
        {
            double[] shares = new double[bins];
            double all = replication.WaitsByMinute.Sum();
            for (int minute = 0; minute < replication.WaitsByMinute.Length; minute++)
            {
                shares[minute / width] += 100 * replication.WaitsByMinute[minute] / all;
            }

            return shares;
        })]);

        // The few who waited longest on one odd day would stretch the picture; what is left out is under this share on all days but those.
        int shown = Array.FindLastIndex(fan.Outer.High, share => share >= LeastWhisker) + 1;
        return new Fan(fan.Count, fan.Median[..shown], fan.Inner is { } inner ? Cut(inner, shown) : null, Cut(fan.Outer, shown));
    }

    private static FanBand Cut(FanBand band, int length) => new(band.Low[..length], band.High[..length]);

    /// <summary>A whisker on each bar: the outer band thin, the inner thick.</summary>
    private static void AddWhiskers(Plot plot, Fan? fan, int width, TextSet texts)
    {
        if (fan is null)
        {
            return;
        }

        Whiskers(plot, fan.Outer, width, 1.5f, FanBands.OuterText(fan, texts));
        if (fan.Inner is { } inner)
        {
            Whiskers(plot, inner, width, 4, texts["fan.inner"]);
        }
    }

    /// <summary>Dark lines with a white rim, so that they are seen on bars and beside them.</summary>
    private static void Whiskers(Plot plot, FanBand band, int width, float thickness, string legend)
    {
        for (int bin = 0; bin < band.High.Length; bin++)
        {
            double middle = (bin + 0.5) * width;
            ScottPlot.Plottables.LinePlot rim = plot.Add.Line(middle, band.Low[bin], middle, band.High[bin]);
            (rim.LineColor, rim.LineWidth) = (Colors.White, thickness + 2);
            ScottPlot.Plottables.LinePlot line = plot.Add.Line(middle, band.Low[bin], middle, band.High[bin]);
            (line.LineColor, line.LineWidth, line.LegendText) = (ChartStyle.Ink, thickness, bin == 0 ? legend : "");
        }
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
            plot.Add.VerticalLine(waits.Quantile(share)!.Value / 60.0, 1.5f, ChartStyle.Grey, pattern);
        }

        for (int i = 0; i < quantiles.Length; i++)
        {
            long seconds = waits.Quantile(quantiles[i].Share)!.Value;
            bool left = seconds / 60.0 > right * 0.7;
            ScottPlot.Plottables.Text note = ChartStyle.Note(
                plot, texts.Format("chart.waits.quantile", TextSet.Count(quantiles[i].Share * 100), texts.Duration(seconds)),
                seconds / 60.0, top * (0.90 - (0.075 * i)), left ? Alignment.UpperRight : Alignment.UpperLeft, ChartStyle.Ink);
            note.LabelBackgroundColor = Colors.White;
            note.OffsetX = left ? -7 : 7;
        }
    }
}
