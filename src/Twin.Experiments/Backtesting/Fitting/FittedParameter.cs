namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>What the counts say of a parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Grade">Of its default: S, P, E or empty.</param>
/// <param name="Assumed">Its value in the plan's scenario.</param>
/// <param name="RangeLow">Least value that is thought possible.</param>
/// <param name="RangeHigh">Greatest value that is thought possible.</param>
/// <param name="Fitted">The value that explains the counts best, together with the other parameters' best.</param>
/// <param name="Low">Lower end of the interval, whatever the others are in their ranges; the intervals of all parameters hold together with 95 %.</param>
/// <param name="High">Upper end.</param>
/// <param name="AloneWidth">Width of the interval if the others were known to be at their best values.</param>
/// <param name="TradesWith">Key of the parameter that can make up most for it; null if none can for half.</param>
public sealed record FittedParameter(
    FitParameter Parameter, string Grade, double Assumed, double RangeLow, double RangeHigh, double Fitted, double Low, double High, double AloneWidth, string? TradesWith)
{
    private const double Narrow = 0.5;

    /// <summary>Share of the range that the interval leaves.</summary>
    public double ShareLeft => (High - Low) / (RangeHigh - RangeLow);

    /// <summary>Whether the lower end is that of the range: the counts do not bound it there.</summary>
    public bool IsOpenBelow => Low <= RangeLow + (1e-6 * (RangeHigh - RangeLow));

    /// <summary>Whether the upper end is that of the range.</summary>
    public bool IsOpenAbove => High >= RangeHigh - (1e-6 * (RangeHigh - RangeLow));

    /// <summary>Whether the best values of all parameters explain the counts; otherwise none of them is to be relied on.</summary>
    public bool IsExplained { get; init; } = true;

    /// <summary>Whether the value lies at an end of its range: one beyond may explain the counts better, or something else does.</summary>
    public bool IsAtEnd => Fitted <= RangeLow + (1e-6 * (RangeHigh - RangeLow)) || Fitted >= RangeHigh - (1e-6 * (RangeHigh - RangeLow));

    /// <summary>What the counts say.</summary>
    public FitVerdict Verdict => Assumed < Low || Assumed > High ? (IsExplained && !IsAtEnd ? FitVerdict.SpeakAgainst : FitVerdict.NotReliable)
        : ShareLeft <= Narrow ? FitVerdict.Agree
        : AloneWidth <= Narrow * (RangeHigh - RangeLow) && TradesWith is not null ? FitVerdict.OnlyTogether
        : FitVerdict.CannotTell;
}

/// <summary>What counts say of a parameter.</summary>
public enum FitVerdict
{
    /// <summary>The assumed value is outside the interval.</summary>
    SpeakAgainst,

    /// <summary>The assumed value is in an interval that leaves half of the range at most.</summary>
    Agree,

    /// <summary>They would tell it if another parameter were known, which can make up for it.</summary>
    OnlyTogether,

    /// <summary>They hardly depend on it.</summary>
    CannotTell,

    /// <summary>The assumed value is outside the interval, but the best one lies at an end of its range or the best ones together do not explain the counts.</summary>
    NotReliable,
}
