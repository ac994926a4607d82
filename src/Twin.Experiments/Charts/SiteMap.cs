using ScottPlot;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Charts;

/// <summary>Map of the sites by their worst jam tier, told by shape and colour.</summary>
internal static class SiteMap
{
    private const int Labels = 12;

    private static readonly (JamTier Tier, MarkerShape Shape, float Size, Color Color)[] Looks =
    [
        (JamTier.Flowing, MarkerShape.FilledCircle, 10, ChartStyle.Blue),
        (JamTier.Amber, MarkerShape.FilledTriangleUp, 15, ChartStyle.Amber),
        (JamTier.Red, MarkerShape.FilledSquare, 15, ChartStyle.Red),
        (JamTier.NeverOpened, MarkerShape.Cross, 14, ChartStyle.Ink),
    ];

    /// <summary>Draws it.</summary>
    public static byte[] Draw(RunRecord record, MassTestResult result, TextSet texts)
    {
        SiteParameters tiers = record.Scenario.Testing.Sites;
        Plot plot = ChartStyle.Begin(texts["chart.map.title"], texts["chart.map.x"], texts["chart.map.y"]);
        foreach ((JamTier tier, MarkerShape shape, float size, Color color) in Looks)
        {
            SiteResult[] sites = [.. result.Sites.Where(site => JamTiers.WorstOf(site) == tier)];
            double[] xs = [.. sites.Select(site => site.X / 100_000.0)];
            double[] ys = [.. sites.Select(site => site.Y / 100_000.0)];
            ScottPlot.Plottables.Markers markers = plot.Add.Markers(xs, ys, shape, size, color);
            markers.MarkerStyle.OutlineColor = Colors.White;
            markers.MarkerStyle.OutlineWidth = tier == JamTier.NeverOpened ? 0 : 1;
            markers.MarkerStyle.LineWidth = 3;
            markers.MarkerStyle.LineColor = color;
            markers.LegendText = texts.Format(
                $"chart.map.{JamTiers.KeyOf(tier)}", sites.Length, TextSet.Count(tiers.Amber.Milliseconds / 60_000.0), TextSet.Count(tiers.Red.Milliseconds / 60_000.0));
        }

        SetLimits(plot, result);
        AddStreets(plot, result);
        AddLabels(plot, result);
        plot.ShowLegend(Edge.Right);
        plot.Axes.Right.MinimumSize = 0;
        plot.Axes.SquareUnits();
        double step = ChartStyle.Step(Math.Max(plot.Axes.GetLimits().HorizontalSpan, plot.Axes.GetLimits().VerticalSpan), 14);
        (plot.Axes.Bottom.TickGenerator, plot.Axes.Left.TickGenerator) = (KilometreTicks(step), KilometreTicks(step));
        return ChartStyle.Png(plot);
    }

    private static ScottPlot.TickGenerators.NumericManual KilometreTicks(double step) =>
        ChartStyle.Ticks(0, step * 60, step, value => step < 1 ? TextSet.Number(value, 1) : TextSet.Count(value));

    /// <summary>The code of each street in the middle of its sites, behind them.</summary>
    private static void AddStreets(Plot plot, MassTestResult result)
    {
        foreach (IGrouping<string, SiteResult> street in result.Sites.GroupBy(site => site.Community.Split('-')[0], StringComparer.Ordinal))
        {
            ScottPlot.Plottables.Text label = plot.Add.Text(street.Key, street.Average(site => site.X) / 100_000, street.Average(site => site.Y) / 100_000);
            label.LabelFontSize = 34;
            label.LabelFontColor = ChartStyle.Grey.WithAlpha(.35);
            label.LabelAlignment = Alignment.MiddleCenter;
            plot.MoveToBottom(label);
        }
    }

    private static void SetLimits(Plot plot, MassTestResult result)
    {
        if (result.Sites.Count == 0)
        {
            return;
        }

        (double left, double right) = (result.Sites.Min(site => site.X) / 100_000.0, result.Sites.Max(site => site.X) / 100_000.0);
        (double bottom, double top) = (result.Sites.Min(site => site.Y) / 100_000.0, result.Sites.Max(site => site.Y) / 100_000.0);
        double margin = Math.Max(0.3, Math.Max(right - left, top - bottom) * 0.05);
        plot.Axes.SetLimits(left - margin, right + margin, bottom - margin, top + margin);
    }

    /// <summary>Names the worst sites, each where it covers no other jammed site or name; a name without such a place is left out.</summary>
    private static void AddLabels(Plot plot, MassTestResult result)
    {
        AxisLimits limits = plot.Axes.GetLimits();
        double perPixel = Math.Max(limits.HorizontalSpan / 880, limits.VerticalSpan / 560);
        LabelPlaces places = new([.. result.Sites.Where(site => JamTiers.WorstOf(site) != JamTier.Flowing).Select(site => (site.X / 100_000.0, site.Y / 100_000.0))], perPixel);
        foreach (SiteResult site in SiteDiagnosis.Worst(result, Labels).Where(site => JamTiers.WorstOf(site) != JamTier.Flowing))
        {
            if (places.Take(site.X / 100_000.0, site.Y / 100_000.0, site.Code.Length) is { } place)
            {
                ScottPlot.Plottables.Text label = plot.Add.Text(site.Code, place.X, place.Y);
                label.LabelFontSize = 14;
                label.LabelFontColor = ChartStyle.Ink;
                label.LabelAlignment = Alignment.MiddleCenter;
                label.LabelBackgroundColor = Colors.White.WithAlpha(.75);
            }
        }
    }
}
