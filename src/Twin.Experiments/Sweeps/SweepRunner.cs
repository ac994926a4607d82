using Twin.Kernel;

namespace Twin.Experiments.Sweeps;

/// <summary>Runs a sweep in this process.</summary>
public static class SweepRunner
{
    /// <summary>Runs every replication that the store does not hold.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="store">Keeps replications.</param>
    /// <param name="threads">Replications at a time; at least 1. Changes no result.</param>
    /// <param name="report">Told after each replication, by the thread that ran it; null for nobody.</param>
    /// <param name="cancellation">Ends it; what is finished is kept.</param>
    /// <returns>What the sweep came to.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    public static SweepSummary Run(Sweep sweep, SweepStore store, int threads, Action<SweepProgress>? report = null, CancellationToken cancellation = default)
    {
        SweepPlans plans = new(sweep);
        Replications.Drain(new SweepWork(sweep, store, report), plans.Run, threads, cancellation);
        return SweepSummary.Of(sweep, store);
    }
}
