using Twin.Experiments.Statistics;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>What two variants are told apart by: how far they differ against one of the scenario's targets, chosen before the days were run.</summary>
/// <param name="Target">The target.</param>
/// <param name="First">Place of the first variant.</param>
/// <param name="Second">Place of the second variant.</param>
/// <param name="Paired">The difference over the pairs in which it is defined in both; null if there is none, or if on some day one alone has no value: the other days are not typical.</param>
/// <param name="Adjusted">P-value that holds among all targets of all pairs (Holm); null if there is no test.</param>
/// <param name="Level">P-value from which a difference is settled.</param>
public sealed record TargetDifference(ComparedTarget Target, int First, int Second, PairedDifference? Paired, double? Adjusted, double Level)
{
    /// <summary>What the difference says.</summary>
    public DifferenceVerdict Verdict => Paired switch
    {
        null => DifferenceVerdict.Undefined,
        { Probability: null } => DifferenceVerdict.TooFew,
        { IsExactlyZero: true } => DifferenceVerdict.NoDifference,
        { LeavesZeroOut: true } when Adjusted <= Level + 1e-12 => Paired.Mean > 0 == (Target.Better == BetterDirection.Higher)
            ? DifferenceVerdict.FirstBetter
            : DifferenceVerdict.SecondBetter,
        _ => DifferenceVerdict.Open,
    };

    /// <summary>All targets of all pairs, pair by pair.</summary>
    /// <param name="order">What was compared.</param>
    /// <param name="tallies">Each variant over its replications.</param>
    internal static IReadOnlyList<TargetDifference> Of(ComparisonOrder order, IReadOnlyList<VariantTally> tallies)
    {
        double each = Bonferroni.Each(order.Confidence, order.Pairs.Count);
        TargetDifference[] targets = [.. order.Pairs.SelectMany(pair => ComparedTarget.All.Select(target =>
            new TargetDifference(target, pair.First, pair.Second, Pairs(target, tallies[pair.First], tallies[pair.Second], each), null, 1 - order.Confidence)))];
        int[] tested = [.. Enumerable.Range(0, targets.Length).Where(i => targets[i].Paired?.Probability is not null)];
        foreach ((int i, double adjusted) in tested.Zip(Holm.Adjust([.. tested.Select(i => targets[i].Paired!.Probability!.Value)])))
        {
            targets[i] = targets[i] with { Adjusted = adjusted };
        }

        return targets;
    }

    private static PairedDifference? Pairs(ComparedTarget target, VariantTally first, VariantTally second, double confidence)
    {
        (double? First, double? Second)[] days = [.. Enumerable.Range(0, first.Count).Select(day => (First: target.Value(first, day), Second: target.Value(second, day)))];
        (double? First, double? Second)[] defined = [.. days.Where(pair => pair is { First: not null, Second: not null })];
        return defined.Length == 0 || days.Any(pair => pair.First is null != pair.Second is null)
            ? null
            : PairedDifference.Of([.. defined.Select(pair => pair.First!.Value)], [.. defined.Select(pair => pair.Second!.Value)], confidence);
    }
}

/// <summary>A target of a mass test by which variants are compared.</summary>
/// <param name="Key">Key of its measure, or of its text.</param>
/// <param name="Measure">Its measure; null for whether the day was in time.</param>
/// <param name="Better">Which direction is better.</param>
/// <param name="Unit">Unit of the value.</param>
public sealed record ComparedTarget(string Key, Measure<MassTestResult>? Measure, BetterDirection Better, MeasureUnit Unit)
{
    /// <summary>In time or not, how many were tested by then, and the wait that is judged.</summary>
    public static IReadOnlyList<ComparedTarget> All { get; } = [new("inTime", null, BetterDirection.Higher, MeasureUnit.Share), Of("coverageAtTarget"), Of("sites.waitAtTarget.worst")];

    /// <summary>Its value on a day; null where it is not defined. In time is 1, not in time 0.</summary>
    internal double? Value(VariantTally tally, int day) => Measure is null
        ? tally.TargetMetIn(day) ? 1 : 0
        : tally.Value(day, MassTestMeasures.All.TakeWhile(measure => measure != Measure).Count()).Number;

    private static ComparedTarget Of(string key)
    {
        Measure<MassTestResult> measure = MassTestMeasures.All.Single(measure => measure.Key == key);
        return new ComparedTarget(key, measure, measure.Better, measure.Unit);
    }
}
