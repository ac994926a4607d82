using ScottPlot;
using ScottPlot.TickGenerators;

namespace Twin.Experiments.Charts;

/// <summary>What all pictures have in common: size, colours that colour-blind people tell apart, axes with units, clock times.</summary>
internal static class ChartStyle
{
    /// <summary>Width, px.</summary>
    public const int Width = 1280;

    /// <summary>Height, px.</summary>
    public const int Height = 720;

    /// <summary>Text.</summary>
    public static readonly Color Ink = Color.FromHex("#1F2933");

    /// <summary>Lesser text and lines.</summary>
    public static readonly Color Grey = Color.FromHex("#616E7C");

    /// <summary>The main line.</summary>
    public static readonly Color Blue = Color.FromHex("#0B5CAD");

    /// <summary>Amber tier.</summary>
    public static readonly Color Amber = Color.FromHex("#E08E00");

    /// <summary>Red tier and the 5-hour line.</summary>
    public static readonly Color Red = Color.FromHex("#B3131F");

    private static readonly int[] ClockSteps = [15, 30, 60, 120, 180, 360];

    /// <summary>A picture with title and axis names.</summary>
    public static Plot Begin(string title, string xLabel, string yLabel)
    {
        ChartFont.Use();
        Plot plot = new();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Color.FromHex("#E4E7EB");
        plot.Title(title, 22);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = Ink;
        plot.XLabel(xLabel, 16);
        plot.YLabel(yLabel, 16);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.Left.Label.Bold = false;
        foreach (IAxis axis in plot.Axes.GetAxes())
        {
            axis.Label.ForeColor = Ink;
            axis.TickLabelStyle.FontSize = 14;
            axis.TickLabelStyle.ForeColor = Ink;
            axis.FrameLineStyle.Color = Grey;
            axis.MajorTickStyle.Color = Grey;
            axis.MinorTickStyle.Length = 0;
        }

        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Top.MinimumSize = 12;
        plot.Axes.Right.MinimumSize = 30;
        plot.Legend.FontSize = 14;
        plot.Legend.FontColor = Ink;
        plot.Legend.OutlineColor = Color.FromHex("#CBD2D9");
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.White.WithAlpha(.92);
        return plot;
    }

    /// <summary>Clock times along the bottom; x is minutes since the scenario's start.</summary>
    public static void ClockAxis(Plot plot, ScenarioClock clock, double fromMinute, double toMinute)
    {
        double span = toMinute - fromMinute;
        int step = ClockSteps.FirstOrDefault(minutes => span / minutes <= 16, 720);
        int offset = (int)(clock.Start.TimeOfDay.TotalMinutes % step);
        NumericManual ticks = new();
        for (double minute = (Math.Ceiling((fromMinute + offset) / step) * step) - offset; minute <= toMinute; minute += step)
        {
            ticks.AddMajor(minute, clock.Minute((long)minute * 60_000));
        }

        plot.Axes.Bottom.TickGenerator = ticks;
    }

    /// <summary>Evenly spaced ticks with a text each.</summary>
    public static NumericManual Ticks(double from, double to, double step, Func<double, string> text)
    {
        NumericManual ticks = new();
        for (int i = 0; from + (i * step) <= to + (step / 1000); i++)
        {
            double value = from + (i * step);
            ticks.AddMajor(value, text(value));
        }

        return ticks;
    }

    /// <summary>A step of 1, 2 or 5 × 10ⁿ that gives at most so many ticks.</summary>
    public static double Step(double span, int ticks)
    {
        double step = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(span / ticks, 1e-9))));
        return span / step <= ticks ? step : span / step <= 2 * ticks ? 2 * step : span / step <= 5 * ticks ? 5 * step : 10 * step;
    }

    /// <summary>A note in the picture.</summary>
    public static ScottPlot.Plottables.Text Note(Plot plot, string text, double x, double y, Alignment alignment, Color color, float size = 14)
    {
        ScottPlot.Plottables.Text note = plot.Add.Text(text, x, y);
        note.LabelFontSize = size;
        note.LabelFontColor = color;
        note.LabelAlignment = alignment;
        note.LabelBackgroundColor = Colors.White.WithAlpha(.8);
        note.LabelBorderWidth = 0;
        note.LabelPadding = 3;
        return note;
    }

    /// <summary>The picture's PNG.</summary>
    public static byte[] Png(Plot plot) => plot.GetImageBytes(Width, Height, ImageFormat.Png);
}
