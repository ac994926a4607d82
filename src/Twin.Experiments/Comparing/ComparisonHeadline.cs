using Twin.Model.Results;

namespace Twin.Experiments.Comparing;

/// <summary>Which of two variants is better against the targets, and what the other measures say, each counted once.</summary>
/// <param name="Targets">The pair's targets.</param>
/// <param name="Details">The pair's measures.</param>
public sealed record ComparisonHeadline(IReadOnlyList<TargetDifference> Targets, IReadOnlyList<MeasureDifference> Details)
{
    /// <summary>What the headline says.</summary>
    public HeadlineKind Kind => (Any(DifferenceVerdict.FirstBetter), Any(DifferenceVerdict.SecondBetter)) switch
    {
        (true, true) => HeadlineKind.Choice,
        (true, false) => HeadlineKind.First,
        (false, true) => HeadlineKind.Second,
        _ when Any(DifferenceVerdict.TooFew) => HeadlineKind.TooFew,
        _ when Targets.All(target => target.Verdict == DifferenceVerdict.NoDifference) => HeadlineKind.NoDifference,
        _ => HeadlineKind.Open,
    };

    /// <summary>The targets with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public IReadOnlyList<TargetDifference> With(DifferenceVerdict verdict) => [.. Targets.Where(target => target.Verdict == verdict)];

    /// <summary>How many measures that are good or bad have a verdict; over all verdicts they add up to <see cref="Judged"/>.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(DifferenceVerdict verdict) => Judges.Count(difference => difference.Verdict == verdict);

    /// <summary>Measures that are good or bad.</summary>
    public int Judged => Judges.Count();

    private IEnumerable<MeasureDifference> Judges => Details.Where(difference => difference.Measure.Better != BetterDirection.Neutral);

    private bool Any(DifferenceVerdict verdict) => Targets.Any(target => target.Verdict == verdict);
}

/// <summary>What a headline says.</summary>
public enum HeadlineKind
{
    /// <summary>The first is better against a target, and worse against none.</summary>
    First,

    /// <summary>The second is better against a target, and worse against none.</summary>
    Second,

    /// <summary>Either is better against a target.</summary>
    Choice,

    /// <summary>Every pair is equal, against every target.</summary>
    NoDifference,

    /// <summary>No target tells them apart.</summary>
    Open,

    /// <summary>Too few pairs for a test.</summary>
    TooFew,
}
