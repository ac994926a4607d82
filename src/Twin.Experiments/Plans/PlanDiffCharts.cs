using ScottPlot;
using Twin.Experiments.Charts;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>The picture of what changes between two plans.</summary>
internal static class PlanDiffCharts
{
    private const int MostSites = 24;

    /// <summary>People more or fewer at the sites of the biggest changes.</summary>
    /// <param name="paper">The plans.</param>
    /// <param name="texts">The language.</param>
    public static byte[] Moves(PlanDifference paper, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(texts.Format("plan.chart.moves", paper.First.Label, paper.Second.Label), texts["plan.col.site"], texts["plan.chart.people"]);
        SiteMove[] sites = [.. paper.Moves.Take(MostSites)];
        Add(plot, sites, site => site.Samplers, -0.2, ChartStyle.Blue, texts["plan.col.samplers"]);
        Add(plot, sites, site => site.Desks, 0.2, ChartStyle.Amber, texts["plan.col.desks"]);
        ScottPlot.TickGenerators.NumericManual ticks = new();
        for (int i = 0; i < sites.Length; i++)
        {
            ticks.AddMajor(i, sites[i].Code);
        }

        plot.Axes.Bottom.TickGenerator = ticks;
        plot.Axes.Bottom.TickLabelStyle.Rotation = sites.Length > 12 ? 45 : 0;
        plot.Axes.Bottom.TickLabelStyle.Alignment = sites.Length > 12 ? Alignment.UpperLeft : Alignment.UpperCenter;
        double low = Math.Min(0, sites.Select(site => Math.Min(site.Samplers, site.Desks)).DefaultIfEmpty().Min());
        double high = Math.Max(0, sites.Select(site => Math.Max(site.Samplers, site.Desks)).DefaultIfEmpty().Max());
        double step = Math.Max(1, ChartStyle.Step(Math.Max(1, high - low), 10));
        (low, high) = ((Math.Floor(low / step) - 1) * step, (Math.Ceiling(high / step) + 1) * step);
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(low, high, step, PlanDiffText.Signed);
        plot.Axes.SetLimits(-0.7, Math.Max(1, sites.Length) - 0.3, low, high);
        plot.Add.HorizontalLine(0, 1, ChartStyle.Grey);
        plot.ShowLegend(Alignment.UpperRight);
        return ChartStyle.Png(plot);
    }

    private static void Add(Plot plot, SiteMove[] sites, Func<SiteMove, int> figure, double offset, Color color, string name)
    {
        ScottPlot.Plottables.BarPlot bars = plot.Add.Bars(sites.Select((site, i) => new Bar { Position = i + offset, Value = figure(site), Size = 0.38, FillColor = color, LineWidth = 0 }).ToArray());
        bars.LegendText = name;
    }
}
