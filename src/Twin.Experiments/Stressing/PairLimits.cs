using Twin.Experiments.Statistics;
using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Stressing;

/// <summary>Two factors at a time: the common fraction of both limits of a day at which the day breaks.</summary>
/// <param name="First">The first factor.</param>
/// <param name="Second">The second factor.</param>
/// <param name="Fractions">By day; days that are broken without stress are left out.</param>
public sealed record PairLimits(StressFactor First, StressFactor Second, IReadOnlyList<PairFraction> Fractions)
{
    /// <summary>The median, with its 95 % interval from order statistics; null with fewer days than <see cref="ReplicationRule.Fewest"/>.</summary>
    public QuantileInterval? Median => QuantileInterval.Of([.. Fractions.Select(fraction => fraction.Fraction)], 0.5);

    /// <summary>With a wider interval no point is said, nor how the two work together: a quarter of the way.</summary>
    public const double WidestTold = 0.25;

    /// <summary>Whether the days leave open where it breaks: the median has no closed interval, or one wider than <see cref="WidestTold"/>.</summary>
    public bool IsOpen => Median is not { Low: { } low, High: { } high } || high - low > WidestTold;

    /// <summary>The median to be said; null if it is open.</summary>
    public double? Point => IsOpen ? null : Middle;

    /// <summary>The median without an interval; null without days.</summary>
    public double? Middle => Fractions.Count == 0 ? null : Fractions.Select(fraction => fraction.Fraction).Order().ElementAt((Fractions.Count - 1) / 2);

    /// <summary>How the two work together, by the middle fraction.</summary>
    /// <remarks>If each used up its own part of one reserve, the day would break at half of both limits. Eighths tell 7/16 from 9/16.</remarks>
    public PairInteraction Interaction => Fractions.Count > 0 && IsOpen ? PairInteraction.Open : Middle switch
    {
        null => PairInteraction.Unknown,
        < 0.4375 => PairInteraction.Amplifying,
        <= 0.5625 => PairInteraction.Additive,
        < 0.9375 => PairInteraction.Partial,
        _ => PairInteraction.None,
    };
}

/// <summary>A day of a pair.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="Held">The greatest fraction that holds.</param>
/// <param name="Broken">The least fraction that breaks; null if none does.</param>
/// <param name="Fraction">Half-way between; 1 if none breaks.</param>
public readonly record struct PairFraction(int Day, double Held, double? Broken, double Fraction);

/// <summary>How two factors work together.</summary>
public enum PairInteraction
{
    /// <summary>No day to tell it by.</summary>
    Unknown,

    /// <summary>Too few days to tell, or days too unlike each other.</summary>
    Open,

    /// <summary>The day holds nearly to both limits: each strains something else.</summary>
    None,

    /// <summary>Less than additive.</summary>
    Partial,

    /// <summary>The day breaks at about half of both limits: both use up one reserve.</summary>
    Additive,

    /// <summary>The day breaks well before half of both limits.</summary>
    Amplifying,
}
