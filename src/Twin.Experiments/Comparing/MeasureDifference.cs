using Twin.Experiments.Statistics;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>One measure of two variants over paired replications: first − second.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="First">Place of the first variant.</param>
/// <param name="Second">Place of the second variant.</param>
/// <param name="FirstDefined">Replications of the first in which it is defined.</param>
/// <param name="SecondDefined">Replications of the second in which it is defined.</param>
/// <param name="Paired">The difference over the pairs in which it is defined in both; null if there is none, or if it is censored in some.</param>
/// <param name="Comparisons">Comparisons among which the confidence is shared.</param>
public sealed record MeasureDifference(
    Measure<MassTestResult> Measure, int First, int Second, int FirstDefined, int SecondDefined, PairedDifference? Paired, int Comparisons)
{
    /// <summary>Replications of the first and of the second in which it has no value while the other has one.</summary>
    public (int First, int Second) Undefined { get; init; }

    /// <summary>Replications of the first and of the second in which it lies beyond the end of the run.</summary>
    public (int First, int Second) Censored { get; init; }

    /// <summary>Whether every replication says the same of both: a number in both, or no value in both.</summary>
    /// <remarks>Days without a value of one alone are not typical, and how far a censored value lies beyond its bound is not known: neither gives a direction.</remarks>
    public bool IsComparable => Undefined == (0, 0) && Censored == (0, 0);

    /// <summary>What the difference says.</summary>
    public DifferenceVerdict Verdict => Paired switch
    {
        _ when !IsComparable => DifferenceVerdict.NotCompared,
        null => DifferenceVerdict.Undefined,
        { Probability: null } => DifferenceVerdict.TooFew,
        { IsExactlyZero: true } => DifferenceVerdict.NoDifference,
        { IsSettled: false } => DifferenceVerdict.Open,
        { } settled => (Measure.Better, settled.Mean > 0) switch
        {
            (BetterDirection.Neutral, true) => DifferenceVerdict.FirstHigher,
            (BetterDirection.Neutral, false) => DifferenceVerdict.FirstLower,
            (BetterDirection.Higher, true) or (BetterDirection.Lower, false) => DifferenceVerdict.FirstBetter,
            _ => DifferenceVerdict.SecondBetter,
        },
    };

    /// <summary>P-value of no difference, shared out among the comparisons; null if there is no test, or no direction.</summary>
    public double? AdjustedProbability => IsComparable && Paired?.Probability is { } probability ? Bonferroni.Adjust(probability, Comparisons) : null;

    /// <summary>Whether a difference is settled, one way or the other.</summary>
    public bool IsSettled => Verdict is DifferenceVerdict.FirstBetter or DifferenceVerdict.SecondBetter or DifferenceVerdict.FirstHigher or DifferenceVerdict.FirstLower;

    /// <summary>About how many pairs would settle an open case; null otherwise, or if no number would.</summary>
    public int? PairsToSettle => Verdict == DifferenceVerdict.Open ? Paired!.PairsToSettle() : null;

    /// <summary>Compares a measure of two variants.</summary>
    internal static MeasureDifference Of(int measure, VariantTally first, VariantTally second, (int First, int Second) pair, double confidence, int comparisons)
    {
        (MeasureValue First, MeasureValue Second)[] values = [.. first.Values(measure).Zip(second.Values(measure))];
        (MeasureValue First, MeasureValue Second)[] defined = [.. values.Where(value => value.First.IsDefined && value.Second.IsDefined)];
        (int First, int Second) censored = (values.Count(value => value.First.IsCensored), values.Count(value => value.Second.IsCensored));
        PairedDifference? paired = defined.Length == 0 || censored != (0, 0) ? null : PairedDifference.Of(
            [.. defined.Select(value => value.First.Number!.Value)], [.. defined.Select(value => value.Second.Number!.Value)], Bonferroni.Each(confidence, comparisons));
        return new MeasureDifference(
            MassTestMeasures.All[measure], pair.First, pair.Second,
            values.Count(value => value.First.IsDefined), values.Count(value => value.Second.IsDefined), paired, comparisons)
        {
            Undefined = (values.Count(value => value.First.IsUndefined && !value.Second.IsUndefined), values.Count(value => value.Second.IsUndefined && !value.First.IsUndefined)),
            Censored = censored,
        };
    }
}

/// <summary>What a difference says.</summary>
public enum DifferenceVerdict
{
    /// <summary>In some replications one of the two has no value, or lies beyond the end of the run: no direction.</summary>
    NotCompared,

    /// <summary>In no pair is the measure defined in both.</summary>
    Undefined,

    /// <summary>Too few pairs for an interval.</summary>
    TooFew,

    /// <summary>Every pair is equal.</summary>
    NoDifference,

    /// <summary>Not settled: the interval or the test leaves no difference open.</summary>
    Open,

    /// <summary>The first is better.</summary>
    FirstBetter,

    /// <summary>The second is better.</summary>
    SecondBetter,

    /// <summary>The first is higher, of a measure that is neither good nor bad.</summary>
    FirstHigher,

    /// <summary>The first is lower, of a measure that is neither good nor bad.</summary>
    FirstLower,
}
