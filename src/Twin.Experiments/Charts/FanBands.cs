using ScottPlot;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Charts;

/// <summary>Draws a fan: the outer band light, the inner darker.</summary>
internal static class FanBands
{
    /// <summary>Draws the bands of a fan; their names are in the legend if a text is given for what stands before them.</summary>
    /// <param name="plot">Where.</param>
    /// <param name="xs">The points.</param>
    /// <param name="fan">The fan.</param>
    /// <param name="color">Colour.</param>
    /// <param name="texts">The language; null for no legend.</param>
    public static void Add(Plot plot, double[] xs, Fan fan, Color color, TextSet? texts)
    {
        ScottPlot.Plottables.FillY outer = plot.Add.FillY(xs, fan.Outer.Low, fan.Outer.High);
        outer.FillColor = color.WithAlpha(.18);
        outer.LineColor = color.WithAlpha(.35);
        outer.LegendText = texts is null ? "" : OuterText(fan, texts);
        if (fan.Inner is { } band)
        {
            ScottPlot.Plottables.FillY inner = plot.Add.FillY(xs, band.Low, band.High);
            inner.FillColor = color.WithAlpha(.30);
            inner.LineColor = Colors.Transparent;
            inner.LegendText = texts is null ? "" : texts["fan.inner"];
        }
    }

    /// <summary>What the outer band is.</summary>
    public static string OuterText(Fan fan, TextSet texts) => texts.Format(fan.HasTails ? "fan.outer" : "fan.all", fan.Count);
}
