using Twin.Experiments.Statistics;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments;

/// <summary>What replications of a mass test say together.</summary>
/// <param name="Count">Replications.</param>
/// <param name="TargetMet">Replications in which the target time was met.</param>
/// <param name="Measures">Each measure over the replications.</param>
/// <param name="Confidence">Confidence of the bound and of every interval.</param>
public sealed record ReplicationSummary(int Count, int TargetMet, IReadOnlyList<ReplicatedMeasure> Measures, double Confidence = 0.95)
{
    /// <summary>Share of the replications in which everybody expected was tested in 5 h.</summary>
    public double TargetMetShare => (double)TargetMet / Count;

    /// <summary>With the confidence, at least so large is the probability that everybody expected is tested in 5 h.</summary>
    /// <remarks>Clopper and Pearson's exact one-sided bound.</remarks>
    public double TargetMetAtLeast => ProportionBound.AtLeast(TargetMet, Count, Confidence);

    /// <summary>Adds replications up.</summary>
    /// <param name="replications">At least one.</param>
    /// <param name="confidence">Confidence of the bound and of every interval.</param>
    public static ReplicationSummary Of(IReadOnlyList<ReplicationOutcome> replications, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(replications);
        ArgumentOutOfRangeException.ThrowIfZero(replications.Count);
        return new ReplicationSummary(
            replications.Count,
            replications.Count(replication => replication.TargetMet),
            [.. MassTestMeasures.All.Select(measure => Over(measure, replications, confidence))],
            confidence);
    }

    private static ReplicatedMeasure Over(Measure<MassTestResult> measure, IReadOnlyList<ReplicationOutcome> replications, double confidence) =>
        ReplicatedMeasure.Of(measure, replications.Select(replication => replication.Measures[measure.Key]), confidence);
}

/// <summary>One measure over replications.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Defined">In how many replications it is a number.</param>
/// <param name="Mean">Mean; null if it is defined in none, or censored in some.</param>
/// <param name="Interval">The interval of the mean, or why there is none; null without a mean.</param>
/// <param name="Minimum">Least.</param>
/// <param name="Maximum">Greatest; null if it is censored in some.</param>
/// <param name="Ninety">What it does not exceed in nine of ten days, with its interval from order statistics, censored days above all others; null with fewer values than <see cref="ReplicationRule.Fewest"/>.</param>
public sealed record ReplicatedMeasure(
    Measure<MassTestResult> Measure, int Defined, double? Mean, MeanInterval? Interval, double? Minimum, double? Maximum, QuantileInterval? Ninety)
{
    /// <summary>In how many replications it lies beyond <see cref="After"/>, the end of the run.</summary>
    public int Censored { get; init; }

    /// <summary>In how many replications there is no value, as it would be a figure of nobody.</summary>
    public int Undefined { get; init; }

    /// <summary>The bound beyond which censored values lie; null if there are none.</summary>
    public double? After { get; init; }

    /// <summary>Adds up a measure's values.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="values">Its value in each replication.</param>
    /// <param name="confidence">Confidence of its intervals.</param>
    public static ReplicatedMeasure Of(Measure<MassTestResult> measure, IEnumerable<MeasureValue> values, double confidence = 0.95)
    {
        MeasureSample sample = MeasureSample.Of(values);
        return new ReplicatedMeasure(
            measure, sample.Numbers.Count, sample.Mean, MeanInterval.Over(sample.Averaged, measure.Range, confidence), sample.Minimum, sample.Maximum, sample.Quantile(0.9, confidence))
        {
            Censored = sample.Censored,
            Undefined = sample.Undefined,
            After = sample.After,
        };
    }
}
