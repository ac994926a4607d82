using Twin.Experiments.Statistics;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>How many replications a point gets. Decided at fixed counts by the results of the replications up to there alone, so never by which ended first.</summary>
/// <param name="Least">So many at least.</param>
/// <param name="Most">So many at most; equal to the least for a fixed number.</param>
/// <param name="Until">The figure that must be known well enough; null for a fixed number.</param>
/// <param name="HalfWidth">Greatest half of its 95 % interval's width, in the measure's unit.</param>
/// <remarks>A rule that may stop early stops too often on samples that look quiet by luck: asked from 5 replications on, its intervals covered 0.82 of the time for
/// exponential figures and 0.40 for a rare event. From <see cref="LeastToStop"/> on, with intervals that need five days that differ, they cover as docs/experiments.md says.</remarks>
public sealed record StoppingRule(int Least, int Most, Measure<MassTestResult>? Until, double HalfWidth)
{
    /// <summary>On fewer values no interval is given.</summary>
    public const int LeastForInterval = ReplicationRule.Fewest;

    /// <summary>On fewer values a rule does not stop.</summary>
    public const int LeastToStop = 20;

    /// <summary>A fixed number.</summary>
    /// <param name="count">At least 1.</param>
    public static StoppingRule Fixed(int count) => new(count, count, null, 0);

    /// <summary>The count at which the rule is asked next, a quarter more each time: a rule asked after every replication would stop too early by luck.</summary>
    /// <param name="count">The count at which it was asked.</param>
    public int After(int count) => Math.Min(Most, Math.Max(count + 1, ((5 * count) + 3) / 4));

    /// <summary>Whether the figure is known well enough.</summary>
    /// <param name="values">The figure in the replications from 0. Where it is censored in one its mean is not known, and never well enough.</param>
    public bool IsMet(IEnumerable<MeasureValue> values)
    {
        IReadOnlyList<double> averaged = MeasureSample.Of(values).Averaged;
        return Until is null || (averaged.Count >= LeastToStop && MeanInterval.Of(averaged, Until.Range).HalfWidth <= HalfWidth);
    }
}
