using MathNet.Numerics.Statistics;

namespace Twin.Experiments.Backtesting.Predicting;

/// <summary>A figure that was counted, and what the model gives for it.</summary>
/// <param name="Observed">As counted.</param>
/// <param name="Mean">Mean of the model's days.</param>
/// <param name="Deviation">Their standard deviation.</param>
/// <param name="Ninety">The band in which nine of ten days lie; null with fewer than 19 days.</param>
/// <param name="NinetyFive">The band in which 95 of 100 days lie; null with fewer than 39 days.</param>
/// <param name="Probability">Share of days at least as far out on the count's side, twice: the two-sided p-value of the count's rank among the model's days.</param>
public sealed record PredictedFigure(double Observed, double Mean, double Deviation, PredictionBand? Ninety, PredictionBand? NinetyFive, double Probability)
{
    /// <summary>Counted less predicted: above 0 if more were counted.</summary>
    public double Bias => Observed - Mean;

    /// <summary>The bias of the count against days of the model, 95 %: counted less the band's upper edge. Null without a band.</summary>
    public double? BiasLow => Observed - NinetyFive?.High;

    /// <summary>Counted less the band's lower edge.</summary>
    public double? BiasHigh => Observed - NinetyFive?.Low;

    /// <summary>Whether the count lies outside the 95 % band; false without one.</summary>
    public bool IsOff => NinetyFive is { } band && (Observed < band.Low || Observed > band.High);

    /// <summary>The bias in standard deviations of a day, a count's rounding included.</summary>
    public double Score => Bias / Math.Sqrt((Deviation * Deviation) + (1 / 12.0));

    /// <summary>Compares a count with the model's days.</summary>
    /// <param name="observed">As counted.</param>
    /// <param name="days">The figure on each day of the model; at least one.</param>
    public static PredictedFigure Of(double observed, IReadOnlyList<double> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        int below = days.Count(value => value <= observed);
        int above = days.Count(value => value >= observed);
        return new PredictedFigure(
            observed, days.Mean(), days.Count > 1 ? days.StandardDeviation() : 0, PredictionBand.Of(days, 0.90), PredictionBand.Of(days, 0.95),
            Math.Min(1, 2.0 * (1 + Math.Min(below, above)) / (days.Count + 1)));
    }
}
