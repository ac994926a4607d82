using ScottPlot;
using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Maps of the sites by their 90 % wait, mean over replications: A and B by tier, and A − B.</summary>
internal static class CompareSiteMap
{
    private const int SideWidth = 500;
    private const int Labels = 8;
    private const int Candidates = 40;

    /// <summary>Differences below it are drawn as equal, minutes.</summary>
    private const double Equal = 1;

    /// <summary>Draws it.</summary>
    public static byte[] Draw(VariantTally first, VariantTally second, TextSet texts)
    {
        using PictureSheet sheet = new();
        return sheet.Add(Tiers(first, texts), 0, 0, SideWidth, ChartStyle.Height / 2)
            .Add(Tiers(second, texts), 0, ChartStyle.Height / 2, SideWidth, ChartStyle.Height / 2)
            .Add(Difference(first, second, texts), SideWidth, 0, ChartStyle.Width - SideWidth, ChartStyle.Height)
            .Png();
    }

    /// <summary>Sites by the difference of their 90 % waits, the greatest first: place and minutes. Those that tested nobody are left out.</summary>
    public static IReadOnlyList<(int Site, double Minutes)> Greatest(VariantTally first, VariantTally second) =>
        [.. SiteChange.Of(first, second).Where(change => change.Difference is not null).Select(change => (change.Site, Minutes: -change.Difference!.Value / 60))
            .OrderByDescending(site => Math.Abs(site.Minutes)).ThenBy(site => site.Site)];

    private static Plot Tiers(VariantTally tally, TextSet texts)
    {
        SiteParameters sites = tally.Variant.Scenario.Testing.Sites;
        (double amber, double red) = (sites.Amber.Milliseconds / 1000.0, sites.Red.Milliseconds / 1000.0);
        Plot plot = ChartStyle.Begin(texts.Format("compare.chart.map", tally.Variant.Label), "", "");
        plot.Axes.Title.Label.FontSize = 17;
        (string Key, MarkerShape Shape, float Size, Color Color, Func<double?, bool> Is)[] looks =
        [
            ("compare.chart.flowing", MarkerShape.FilledCircle, 6, ChartStyle.Blue, wait => wait < amber),
            ("compare.chart.amber", MarkerShape.FilledTriangleUp, 10, ChartStyle.Amber, wait => wait >= amber && wait < red),
            ("compare.chart.red", MarkerShape.FilledSquare, 9, ChartStyle.Red, wait => wait >= red),
            ("compare.chart.nobody", MarkerShape.Cross, 9, ChartStyle.Ink, wait => wait is null),
        ];
        foreach ((string key, MarkerShape shape, float size, Color color, Func<double?, bool> within) in looks)
        {
            int[] those = [.. Enumerable.Range(0, tally.Places.Codes.Count).Where(site => within(tally.WaitP90(site)))];
            if (those.Length == 0 && shape == MarkerShape.Cross)
            {
                continue;
            }

            Mark(plot, tally.Places, those, shape, size, color, texts.Format(key, those.Length, TextSet.Count(amber / 60), TextSet.Count(red / 60)));
        }

        Frame(plot, tally.Places, 6);
        plot.Legend.FontSize = 12;
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return plot;
    }

    private static Plot Difference(VariantTally first, VariantTally second, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(
            texts.Format("compare.chart.mapMinus", first.Variant.Name, second.Variant.Name), texts["chart.map.x"], texts["chart.map.y"]);
        plot.Axes.Title.Label.FontSize = 17;
        IReadOnlyList<(int Site, double Minutes)> sites = Greatest(first, second);
        double most = Math.Max(Equal, sites.Count == 0 ? 0 : Math.Abs(sites[0].Minutes));
        DivergingColormap colors = new();
        foreach ((int site, double minutes) in sites.Reverse())
        {
            bool equal = Math.Abs(minutes) < Equal;
            Mark(
                plot, first.Places, [site], equal ? MarkerShape.FilledCircle : minutes > 0 ? MarkerShape.FilledTriangleUp : MarkerShape.FilledTriangleDown,
                equal ? 7 : (float)(8 + (12 * Math.Sqrt(Math.Abs(minutes) / most))), equal ? ChartStyle.Grey : colors.GetColor(0.5 + (0.5 * Shade(minutes / most))), "");
        }

        Legend(plot, sites, first, second, texts);
        Frame(plot, first.Places, 10);
        AddLabels(plot, sites, first.Places);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return plot;
    }

    /// <summary>At least a third of full colour, so that a small difference is still told from an equal site.</summary>
    private static double Shade(double share) => Math.Sign(share) * (0.35 + (0.65 * Math.Abs(share)));

    private static void Legend(Plot plot, IReadOnlyList<(int Site, double Minutes)> sites, VariantTally first, VariantTally second, TextSet texts)
    {
        (string Text, MarkerShape Shape, Color Color)[] items =
        [
            (texts.Format("compare.chart.longer", first.Variant.Name, sites.Count(site => site.Minutes >= Equal)), MarkerShape.FilledTriangleUp, new DivergingColormap().GetColor(0.85)),
            (texts.Format("compare.chart.shorter", first.Variant.Name, sites.Count(site => site.Minutes <= -Equal)), MarkerShape.FilledTriangleDown, new DivergingColormap().GetColor(0.15)),
            (texts.Format("compare.chart.equal", TextSet.Count(Equal), sites.Count(site => Math.Abs(site.Minutes) < Equal)), MarkerShape.FilledCircle, ChartStyle.Grey),
        ];
        foreach ((string text, MarkerShape shape, Color color) in items)
        {
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = text, MarkerShape = shape, MarkerSize = 11, MarkerFillColor = color, MarkerColor = color });
        }
    }

    private static void AddLabels(Plot plot, IReadOnlyList<(int Site, double Minutes)> sites, VariantPlaces at)
    {
        AxisLimits limits = plot.Axes.GetLimits();
        double perPixel = Math.Max(limits.HorizontalSpan / 680, limits.VerticalSpan / 540);
        LabelPlaces places = new([.. sites.Where(site => Math.Abs(site.Minutes) >= Equal).Select(site => (at.X[site.Site] / 100_000.0, at.Y[site.Site] / 100_000.0))], perPixel);
        int named = 0;
        foreach ((int site, double minutes) in sites.Take(Candidates).Where(site => Math.Abs(site.Minutes) >= Equal))
        {
            string text = $"{at.Codes[site]} {CompareHeatMap.SignedMinutes(Math.Round(minutes))}";
            if (named < Labels && places.Take(at.X[site] / 100_000.0, at.Y[site] / 100_000.0, text.Length) is { } place
                && place.X + (text.Length * 4 * perPixel) < limits.Right && place.X - (text.Length * 4 * perPixel) > limits.Left)
            {
                named++;
                ScottPlot.Plottables.Text label = plot.Add.Text(text, place.X, place.Y);
                label.LabelFontSize = 13;
                label.LabelFontColor = ChartStyle.Ink;
                label.LabelAlignment = Alignment.MiddleCenter;
                label.LabelBackgroundColor = Colors.White.WithAlpha(.75);
            }
        }
    }

    private static void Mark(Plot plot, VariantPlaces places, int[] sites, MarkerShape shape, float size, Color color, string legend)
    {
        double[] xs = [.. sites.Select(site => places.X[site] / 100_000.0)];
        double[] ys = [.. sites.Select(site => places.Y[site] / 100_000.0)];
        ScottPlot.Plottables.Markers markers = plot.Add.Markers(xs, ys, shape, size, color);
        markers.MarkerStyle.OutlineColor = Colors.White;
        markers.MarkerStyle.OutlineWidth = 1;
        markers.LegendText = legend;
    }

    private static void Frame(Plot plot, VariantPlaces places, int ticks)
    {
        if (places.Codes.Count > 0)
        {
            (double left, double right) = (places.X.Min() / 100_000.0, places.X.Max() / 100_000.0);
            (double bottom, double top) = (places.Y.Min() / 100_000.0, places.Y.Max() / 100_000.0);
            double margin = Math.Max(0.3, Math.Max(right - left, top - bottom) * 0.05);
            plot.Axes.SetLimits(left - margin, right + margin, bottom - margin, top + margin);
        }

        plot.Axes.SquareUnits();
        AxisLimits limits = plot.Axes.GetLimits();
        double step = ChartStyle.Step(Math.Max(limits.HorizontalSpan, limits.VerticalSpan), ticks);
        (plot.Axes.Bottom.TickGenerator, plot.Axes.Left.TickGenerator) = (KilometreTicks(step), KilometreTicks(step));
    }

    private static ScottPlot.TickGenerators.NumericManual KilometreTicks(double step) =>
        ChartStyle.Ticks(0, step * 60, step, value => step < 1 ? TextSet.Number(value, 1) : TextSet.Count(value));
}
