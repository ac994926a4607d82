using ScottPlot;
using Twin.Experiments.Comparing;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Coverage over time of all variants against the target time: the median, and the fan of the replications.</summary>
internal static class CompareCoverageChart
{
    private const int MostBands = 3;

    /// <summary>Colours that colour-blind people tell apart (Okabe and Ito, darkened where lines need it), with a pattern each.</summary>
    private static readonly (Color Color, LinePattern Pattern)[] Looks =
    [
        (ChartStyle.Blue, LinePattern.Solid), (Color.FromHex("#C25400"), LinePattern.Dashed), (Color.FromHex("#00795A"), LinePattern.DenselyDashed),
        (Color.FromHex("#8E3A80"), LinePattern.Dotted), (Color.FromHex("#8A6D00"), LinePattern.Solid), (Color.FromHex("#2E8BC0"), LinePattern.Dashed),
        (ChartStyle.Ink, LinePattern.DenselyDashed), (ChartStyle.Grey, LinePattern.Dotted),
    ];

    /// <summary>Draws it.</summary>
    public static byte[] Draw(IReadOnlyList<VariantTally> tallies, TextSet texts)
    {
        TestTargets[] targets = [.. tallies.Select(tally => TestTargets.Of(tally.Variant.Scenario))];
        bool alike = targets.All(one => one.Line == targets[0].Line && one.Milliseconds == targets[0].Milliseconds);
        ScenarioClock clock = new(tallies[0].Variant.Scenario.Start);
        Plot plot = ChartStyle.Begin(texts.Format("compare.chart.coverage", tallies[0].Count), texts["chart.clock"], texts["chart.coverage.y"]);
        double from = (tallies.Min(tally => tally.Places.Open) / 60_000.0) - 15;
        double to = Math.Max(targets.Max(one => one.Line) / 60_000.0, tallies.Max(LastMinute)) + 20;
        for (int i = 0; i < tallies.Count; i++)
        {
            AddVariant(plot, tallies[i], i, tallies.Count <= MostBands, texts);
        }

        for (int i = 0; i < (alike ? 1 : targets.Length); i++)
        {
            // Variants with targets of their own have a line each, in their colour.
            ScottPlot.Plottables.VerticalLine line = plot.Add.VerticalLine(targets[i].Line / 60_000.0, 2.5f, alike ? ChartStyle.Red : Looks[i % Looks.Length].Color, LinePattern.Dashed);
            string words = texts.Format("chart.coverage.target", TargetWords.Time(targets[i], texts));
            line.LegendText = alike ? words : texts.Format("compare.chart.target", tallies[i].Variant.Label, words);
        }

        ChartStyle.ClockAxis(plot, clock, from, to);
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(0, 100, 10, value => $"{value:0}%");
        plot.Axes.SetLimits(from, to, 0, 104);
        plot.ShowLegend(Alignment.LowerRight);
        return ChartStyle.Png(plot);
    }

    private static void AddVariant(Plot plot, VariantTally tally, int place, bool bands, TextSet texts)
    {
        (Color color, LinePattern pattern) = Looks[place % Looks.Length];
        Fan fan = Fan.Of([.. tally.Coverage.Select(curve => (double[])[0, .. curve])]);
        double[] minutes = [.. Enumerable.Range(0, tally.Steps + 1).Select(step => (double)step * DaySketch.StepMinutes)];
        if (bands)
        {
            FanBands.Add(plot, minutes, fan, color, place == 0 ? texts : null);
        }

        ScottPlot.Plottables.Scatter median = plot.Add.ScatterLine(minutes, fan.Median);
        median.Color = color;
        median.LineWidth = 3;
        median.LinePattern = pattern;
        median.LegendText = texts.Format("compare.chart.median", tally.Variant.Label);
    }

    /// <summary>When nine of ten replications have all but 0.1 % of what they reach; nobody needs the last minutes of the slowest few.</summary>
    private static double LastMinute(VariantTally tally)
    {
        double[] last = [.. tally.Coverage.Select(curve => (double)(Array.FindIndex(curve, value => value >= curve[^1] * 0.999) + 1) * DaySketch.StepMinutes).Order()];
        return last[(int)Math.Ceiling(0.9 * last.Length) - 1];
    }
}
