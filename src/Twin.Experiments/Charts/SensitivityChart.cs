using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;
using Twin.Experiments.Sensitivity;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Charts;

/// <summary>What the answers hang on: of each response bars with intervals, the strongest factor above; estimates in another colour, and marked E.</summary>
internal static class SensitivityChart
{
    private const int MostPanels = 4, MostBars = 10, MostCharacters = 34;

    /// <summary>Draws it; of more than four responses the first four.</summary>
    public static byte[] Draw(SensitivitySummary summary, TextSet texts)
    {
        ResponseSensitivity[] shown = [.. summary.Responses.Take(MostPanels)];
        (int columns, int rows) = (shown.Length == 1 ? 1 : 2, shown.Length <= 2 ? 1 : 2);
        (int width, int height) = (ChartStyle.Width / columns, ChartStyle.Height / rows);
        using PictureSheet sheet = new();
        for (int i = 0; i < shown.Length; i++)
        {
            sheet.Add(Panel(shown[i], summary.Design.Method, i == 0, texts), i % columns * width, i / columns * height, width, height);
        }

        return sheet.Png();
    }

    private static Plot Panel(ResponseSensitivity response, SensitivityMethod method, bool withLegend, TextSet texts)
    {
        bool isMorris = method == SensitivityMethod.Morris;
        Plot plot = ChartStyle.Begin(texts.NameOf(response.Response), texts[isMorris ? "sensitivity.chart.morris" : "sensitivity.chart.sobol"], "");
        plot.Axes.Title.Label.FontSize = 17;
        plot.Axes.Bottom.Label.FontSize = 13;
        FactorInfluence[] factors = [.. response.Factors.Take(MostBars)];
        NumericManual names = new();
        for (int i = 0; i < factors.Length; i++)
        {
            AddBar(plot, factors[i], -i);
            names.AddMajor(-i, Label(factors[i]));
        }

        if (response.Factors.Count > MostBars)
        {
            names.AddMajor(-MostBars, texts.Format("sensitivity.chart.more", response.Factors.Count - MostBars));
        }

        double most = Math.Max(1e-9, factors.Select(factor => Math.Max(factor.Strength.Estimate, factor.Strength.High ?? 0)).DefaultIfEmpty(1).Max());
        double least = Math.Min(0, factors.Select(factor => factor.Strength.Low ?? 0).DefaultIfEmpty(0).Min());
        AmountText amounts = new(texts);
        plot.Axes.Left.TickGenerator = names;
        plot.Axes.Left.TickLabelStyle.FontSize = 12;
        plot.Axes.Bottom.TickLabelStyle.FontSize = 12;
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(0, most * 1.05, StepOf(most, response.Response.Unit, isMorris), value => isMorris
            ? amounts.Of(response.Response.Unit, value)
            : value.ToString("0.##", CultureInfo.InvariantCulture));
        plot.Axes.SetLimits(least * 1.05, most * 1.08, -Math.Max(3, factors.Length + (response.Factors.Count > MostBars ? 1 : 0)) + 0.4, 0.6);
        if (withLegend)
        {
            AddLegend(plot, texts);
        }

        return plot;
    }

    private static void AddBar(Plot plot, FactorInfluence factor, double y)
    {
        SensitivityIndex index = factor.Strength;
        ScottPlot.Plottables.BarPlot bars = plot.Add.Bars(new Bar[] { new() { Position = y, Value = index.Estimate, Size = 0.62, FillColor = ColorOf(factor.Factor.IsEstimate), LineWidth = 0 } });
        bars.Horizontal = true;
        if (index is not { Low: { } low, High: { } high })
        {
            return;
        }

        foreach ((double x1, double y1, double x2, double y2) in new[] { (low, y, high, y), (low, y - 0.16, low, y + 0.16), (high, y - 0.16, high, y + 0.16) })
        {
            ScottPlot.Plottables.LinePlot line = plot.Add.Line(x1, y1, x2, y2);
            line.Color = ChartStyle.Ink;
            line.LineWidth = 1.6f;
            line.MarkerSize = 0;
        }
    }

    private static void AddLegend(Plot plot, TextSet texts)
    {
        foreach ((bool isEstimate, string key) in new[] { (true, "sensitivity.chart.estimate"), (false, "sensitivity.chart.other") })
        {
            plot.Legend.ManualItems.Add(new LegendItem { LabelText = texts[key], FillColor = ColorOf(isEstimate), LineWidth = 0, MarkerStyle = MarkerStyle.None });
        }

        plot.ShowLegend(Alignment.LowerRight);
    }

    /// <summary>The end of a name tells more than its beginning.</summary>
    private static string Label(FactorInfluence factor)
    {
        string name = factor.Factor.Name.StartsWith("testing.", StringComparison.Ordinal) ? factor.Factor.Name[8..] : factor.Factor.Name;
        name = name.Length <= MostCharacters ? name : "…" + name[^(MostCharacters - 1)..];
        return factor.Factor.IsEstimate ? $"{name} (E)" : name;
    }

    /// <summary>Of lengths of time steps of round minutes.</summary>
    private static double StepOf(double most, MeasureUnit unit, bool isMorris)
    {
        if (!isMorris || unit is not (MeasureUnit.Seconds or MeasureUnit.Moment) || most < 120)
        {
            return ChartStyle.Step(most, 5);
        }

        double[] steps = [30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600];
        return steps.FirstOrDefault(step => most / step <= 5, 43_200);
    }

    private static Color ColorOf(bool isEstimate) => isEstimate ? ChartStyle.Amber : ChartStyle.Blue;
}
