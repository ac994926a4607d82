using Twin.Experiments.Stressing.Factors;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing.Searching;

/// <summary>Looks, on one day, for the common fraction of two factors' own limits at which the day breaks, by bisection over eighths.</summary>
/// <remarks>The end of each factor, fraction 1, is the first step at which it breaks that day alone, or its far end if it breaks it nowhere.</remarks>
/// <param name="first">The first factor's search on that day, ended.</param>
/// <param name="second">The second factor's.</param>
/// <param name="scenario">The scenario without stress.</param>
/// <param name="seed">The day's seed.</param>
internal sealed class PairSearch(LimitSearch first, LimitSearch second, Scenario scenario, ulong seed) : IDaySearch
{
    /// <summary>Parts of the way.</summary>
    public const int Parts = 8;

    private const int FewestWhole = 4;

    private int _held;
    private int? _broken = Breaks(first) || Breaks(second) ? Parts : null;
    private int _asked;

    /// <summary>The day's number.</summary>
    public int Day => first.Day;

    /// <summary>Whether the way to a day's limit can be divided: a few whole sites cannot.</summary>
    /// <param name="search">The factor's search on that day, ended.</param>
    public static bool Divides(LimitSearch search) => search.Factor.Unit != StressUnit.Sites || search.Factor.ValueAt(End(search)) - search.Factor.Own >= FewestWhole;

    /// <summary>The greatest fraction that holds.</summary>
    public double Held => (double)_held / Parts;

    /// <summary>The least fraction that breaks; null if the day holds at both ends together.</summary>
    public double? Broken => (double?)_broken / Parts;

    /// <summary>The fraction at which the day breaks: half-way between what holds and what breaks; 1 if nothing breaks.</summary>
    public double Fraction => _broken is { } broken ? (_held + broken) / (2.0 * Parts) : 1;

    /// <inheritdoc/>
    public bool TryNext(out StressRun run)
    {
        bool ended = _broken is { } broken ? broken - _held <= 1 : _held == Parts;
        _asked = ended ? 0 : _broken is { } high ? (_held + high) / 2 : Parts;
        run = ended ? default : new StressRun($"{first.Factor.Key} with {second.Factor.Key}", At((double)_asked / Parts), first.Day);
        return !ended;
    }

    /// <inheritdoc/>
    public void Accept(StressDay day)
    {
        if (day.Holds(StressCriterion.Either))
        {
            _held = _asked;
        }
        else
        {
            _broken = _asked;
        }
    }

    private Scenario At(double fraction)
    {
        Scenario stressed = scenario;
        foreach (LimitSearch search in new[] { first, second })
        {
            StressFactor factor = search.Factor;
            stressed = factor.Apply(stressed, factor.ValueAt(fraction * End(search)), seed);
        }

        return stressed;
    }

    private static bool Breaks(LimitSearch search) => search.Limit(StressCriterion.Either) < search.Factor.Steps;

    private static int End(LimitSearch search) => Breaks(search) ? search.Limit(StressCriterion.Either) + 1 : search.Factor.Steps;
}
