using ScottPlot;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Charts;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>The pictures of a backtest: the district's counts against the bands, the worst sites, the parameters.</summary>
internal static class BacktestCharts
{
    /// <summary>The district's counts by time, tested above waiting.</summary>
    public static byte[] District(Backtest backtest, TextSet texts)
    {
        using PictureSheet sheet = new();
        int height = ChartStyle.Height / backtest.Kinds.Count;
        for (int i = 0; i < backtest.Kinds.Count; i++)
        {
            CountKind kind = backtest.Kinds[i];
            double[] minutes = [.. backtest.Counts.Intervals.Select(interval => kind.Key == "waiting" ? interval.From : (interval.From + interval.To) / 2.0)];
            sheet.Add(Bands(backtest, kind.Times, minutes, texts[$"backtest.chart.district.{kind.Key}"], i == 0 ? Alignment.UpperRight : null, texts), 0, i * height, ChartStyle.Width, height);
        }

        return sheet.Png();
    }

    /// <summary>People tested so far at the sites that are furthest off.</summary>
    public static byte[] Sites(Backtest backtest, TextSet texts)
    {
        using PictureSheet sheet = new();
        const int Columns = 3;
        (int width, int height) = (ChartStyle.Width / Columns, ChartStyle.Height / 2);
        for (int i = 0; i < backtest.Curves.Count; i++)
        {
            SiteCurve curve = backtest.Curves[i];
            double[] minutes = [.. curve.Intervals.Select(interval => (double)interval.To)];
            sheet.Add(Bands(backtest, curve.Cumulated, minutes, SiteLayout.CodeOf(curve.Site), i == 0 ? Alignment.LowerRight : null, texts, narrow: true), i % Columns * width, i / Columns * height, width, height);
        }

        return sheet.Png();
    }

    /// <summary>Each parameter's interval and its assumed value, in the range that was looked at.</summary>
    public static byte[] Parameters(ParameterFit fit, TextSet texts)
    {
        Plot plot = ChartStyle.Begin(texts["backtest.chart.parameters"], texts["backtest.chart.parameters.x"], "");
        ScottPlot.TickGenerators.NumericManual names = new();
        for (int i = 0; i < fit.Parameters.Count; i++)
        {
            FittedParameter fitted = fit.Parameters[i];
            double y = fit.Parameters.Count - i;
            double Place(double value) => 100 * (value - fitted.RangeLow) / (fitted.RangeHigh - fitted.RangeLow);
            Color color = fitted.Verdict is FitVerdict.SpeakAgainst or FitVerdict.NotReliable ? ChartStyle.Red : ChartStyle.Blue;
            ScottPlot.Plottables.LinePlot line = plot.Add.Line(Place(fitted.Low), y, Place(fitted.High), y);
            line.Color = color;
            line.LineWidth = 6;
            ScottPlot.Plottables.Marker value = plot.Add.Marker(Place(fitted.Fitted), y, MarkerShape.FilledCircle, 14, color);
            ScottPlot.Plottables.Marker assumed = plot.Add.Marker(Place(fitted.Assumed), y, MarkerShape.OpenDiamond, 18, ChartStyle.Ink);
            assumed.LineWidth = 2.5f;
            (value.LegendText, assumed.LegendText) = i == 0 ? (texts["backtest.chart.fitted"], texts["backtest.chart.assumed"]) : ("", "");
            string range = texts.Format("backtest.range", FitWords.Value(fitted, fitted.RangeLow, texts), FitWords.Value(fitted, fitted.RangeHigh, texts));
            names.AddMajor(y, $"{FitWords.Name(fitted.Parameter.Key, texts)}\n{range}");
        }

        plot.Axes.Left.TickGenerator = names;
        plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(0, 100, 10, value => $"{value:0}");
        plot.Axes.SetLimits(-3, 103, 0.4, fit.Parameters.Count + 0.6);
        plot.ShowLegend(Alignment.UpperRight);
        return ChartStyle.Png(plot);
    }

    private static Plot Bands(Backtest backtest, IReadOnlyList<PredictedFigure> figures, double[] minutes, string title, Alignment? legend, TextSet texts, bool narrow = false)
    {
        Plot plot = ChartStyle.Begin(title, texts["chart.clock"], texts["backtest.chart.people"]);
        double[] counted = [.. figures.Select(figure => figure.Observed)];
        Fill(plot, minutes, [.. figures.Select(figure => figure.NinetyFive)], .16, legend is null ? "" : texts["backtest.chart.ninetyFive"]);
        Fill(plot, minutes, [.. figures.Select(figure => figure.Ninety)], .28, legend is null ? "" : texts["backtest.chart.ninety"]);
        ScottPlot.Plottables.Scatter mean = plot.Add.ScatterLine(minutes, [.. figures.Select(figure => figure.Mean)]);
        (mean.Color, mean.LineWidth) = (ChartStyle.Blue, 2);
        ScottPlot.Plottables.Scatter dots = plot.Add.ScatterPoints(minutes, counted);
        (dots.Color, dots.MarkerSize, dots.MarkerShape) = (ChartStyle.Red, 9, MarkerShape.FilledDiamond);
        (mean.LegendText, dots.LegendText) = legend is null ? ("", "") : (texts["backtest.chart.mean"], texts["backtest.chart.counted"]);
        double top = Math.Max(1, counted.Concat(figures.Select(figure => figure.NinetyFive?.High ?? figure.Mean)).Max() * 1.08);
        double margin = Math.Max(10, (minutes[^1] - minutes[0]) / 30);
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        if (narrow)
        {
            double step = Math.Max(60, Math.Ceiling((minutes[^1] - minutes[0]) / 240) * 60);
            plot.Axes.Bottom.TickGenerator = ChartStyle.Ticks(Math.Ceiling(minutes[0] / 60) * 60, minutes[^1] + margin, step, minute => clock.Minute((long)minute * 60_000));
        }
        else
        {
            ChartStyle.ClockAxis(plot, clock, minutes[0] - margin, minutes[^1] + margin);
        }

        plot.Axes.Left.TickGenerator = ChartStyle.Ticks(0, top, ChartStyle.Step(top, 6), TextSet.Count);
        plot.Axes.SetLimits(minutes[0] - margin, minutes[^1] + margin, 0, top);
        if (legend is { } place)
        {
            plot.ShowLegend(place);
        }

        return plot;
    }

    private static void Fill(Plot plot, double[] minutes, PredictionBand?[] bands, double alpha, string name)
    {
        if (bands.Any(band => band is null) || minutes.Length < 2)
        {
            return;
        }

        ScottPlot.Plottables.FillY fill = plot.Add.FillY(minutes, [.. bands.Select(band => band!.Low)], [.. bands.Select(band => band!.High)]);
        fill.FillColor = ChartStyle.Blue.WithAlpha(alpha);
        fill.LineColor = Colors.Transparent;
        fill.LegendText = name;
    }
}
