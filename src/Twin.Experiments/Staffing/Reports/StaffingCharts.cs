using ScottPlot;
using Twin.Experiments.Charts;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>The pictures of a search: cost against certainty, and staff by site against the uniform staffing.</summary>
internal static class StaffingCharts
{
    /// <summary>Cost against the share of days that hold.</summary>
    /// <param name="result">The result, with a frontier.</param>
    /// <param name="texts">The language.</param>
    public static byte[] Frontier(StaffingResult result, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(texts["staff.chart.frontier"], texts["staff.chart.frontier.x"], texts["staff.chart.frontier.y"]);
        double[] shares = [.. result.Frontier.Select(point => Share(point.Measured))];
        double[] costs = [.. result.Frontier.Select(point => point.Measured.Cost)];
        ScottPlot.Plottables.Scatter line = plot.Add.Scatter(shares, costs);
        line.Color = ChartStyle.Blue;
        line.LineWidth = 2;
        line.MarkerSize = 10;
        line.LegendText = texts["staff.chart.frontier.line"];
        for (int i = 0; i < shares.Length; i++)
        {
            StaffMeasured measured = result.Frontier[i].Measured;
            (int held, int days) = (measured.BothHold, measured.Days.Count);
            double low = 100 * ProportionBound.AtLeast(held, days, 0.975);
            double high = 100 * (1 - ProportionBound.AtLeast(days - held, days, 0.975));
            plot.Add.Line(low, costs[i], high, costs[i]).Color = ChartStyle.Blue;
            ChartStyle.Note(plot, texts.Percent(result.Frontier[i].Level), shares[i], costs[i], Alignment.LowerRight, ChartStyle.Grey);
        }

        List<(StaffMeasured Measured, string Key, Color Color)> marks = [];
        AddMark(marks, result.Best, "staff.row.best", ChartStyle.Blue);
        AddMark(marks, result.Uniform?.Measured, "staff.row.uniform", ChartStyle.Red);
        AddMark(marks, result.Greedy?.Measured, "staff.row.greedy", ChartStyle.Amber);
        foreach ((StaffMeasured measured, string key, Color color) in marks)
        {
            plot.Add.Marker(Share(measured), measured.Cost, MarkerShape.FilledDiamond, 14, color).LegendText = texts[key];
        }

        double[] all = [.. costs, .. marks.Select(mark => mark.Measured.Cost)];
        double margin = Math.Max(1, 0.15 * (all.Max() - all.Min()));
        double left = Math.Max(0, Math.Floor(shares.Concat(marks.Select(mark => Share(mark.Measured))).Min() / 5) * 5 - 15);
        plot.Axes.SetLimits(left, 101, all.Min() - margin, all.Max() + margin);
        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(0, all.Max() + margin, ChartStyle.Step(all.Max() + margin - Math.Max(0, all.Min() - margin), 8), TextSet.Count);
        plot.ShowLegend(Alignment.UpperLeft);
        return ChartStyle.Png(plot);
    }

    /// <summary>Samplers of each site against its residents, found and uniform.</summary>
    /// <param name="result">The result, with a staffing.</param>
    /// <param name="homeResidents">Residents whose home site it is, for each site.</param>
    /// <param name="texts">The language.</param>
    public static byte[] Sites(StaffingResult result, IReadOnlyList<long> homeResidents, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(texts["staff.chart.sites"], texts["staff.chart.sites.x"], texts["staff.chart.sites.y"]);
        double[] residents = [.. homeResidents.Select(count => (double)count)];
        List<int> all = [.. result.Best!.Plan.Samplers];
        if (result.Uniform is { } uniform)
        {
            ScottPlot.Plottables.Scatter even = plot.Add.ScatterPoints(residents, [.. uniform.Measured.Plan.Samplers.Select(count => (double)count)]);
            even.Color = ChartStyle.Red.WithAlpha(.7);
            even.MarkerShape = MarkerShape.OpenCircle;
            even.MarkerSize = 8;
            even.LegendText = texts["staff.chart.sites.uniform"];
            all.AddRange(uniform.Measured.Plan.Samplers);
        }

        ScottPlot.Plottables.Scatter found = plot.Add.ScatterPoints(residents, [.. result.Best.Plan.Samplers.Select(count => (double)count)]);
        found.Color = ChartStyle.Blue;
        found.MarkerSize = 8;
        found.LegendText = texts["staff.chart.sites.found"];
        plot.Axes.SetLimits(0, residents.Max() * 1.05, 0, (all.Max() * 1.08) + 1);
        plot.ShowLegend(Alignment.UpperLeft);
        return ChartStyle.Png(plot);
    }

    private static double Share(StaffMeasured measured) => 100.0 * measured.BothHold / Math.Max(1, measured.Days.Count);

    private static void AddMark(List<(StaffMeasured Measured, string Key, Color Color)> marks, StaffMeasured? measured, string key, Color color)
    {
        if (measured is not null)
        {
            marks.Add((measured, key, color));
        }
    }
}
