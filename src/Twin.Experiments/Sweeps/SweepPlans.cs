using System.Diagnostics;
using System.Globalization;
using Twin.Experiments.Comparing;
using Twin.Experiments.Replicating;
using Twin.Experiments.Sweeps.Designs;
using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>Compiles and runs replications of a sweep. For any number of threads.</summary>
/// <param name="sweep">The sweep.</param>
public sealed class SweepPlans(Sweep sweep)
{
    private readonly PlanShelf _shelf = new();

    /// <summary>Compiles the plans of enough points to have every value of every factor, of a range its ends, once: what a district cannot give is found before anything runs.</summary>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="ScenarioInputException">A point asks for what its district cannot give.</exception>
    public void Check(CancellationToken cancellation)
    {
        foreach (SweepPoint point in Representatives())
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                _shelf.PlanOf(sweep.ScenarioOf(point), sweep.SeedOf(point, 0));
            }
            catch (ScenarioInputException refused)
            {
                throw new ScenarioInputException($"{sweep.Path}: point {point.Number} ({point.Label}): {refused.Message}");
            }
        }
    }

    /// <summary>Runs a replication on this thread.</summary>
    /// <param name="task">Which one.</param>
    /// <param name="cancellation">Ends it after the window at hand.</param>
    /// <exception cref="OperationCanceledException">Cancelled before it was done.</exception>
    /// <exception cref="ReplicationFailedException">An entity failed.</exception>
    public SweepRow Run(SweepTask task, CancellationToken cancellation) => Run(task, null, cancellation);

    /// <summary>The same, observed.</summary>
    /// <param name="task">Which one.</param>
    /// <param name="observer">Sees every event after it was handled; null for nobody.</param>
    /// <param name="cancellation">Ends it after the window at hand.</param>
    internal SweepRow Run(SweepTask task, IEventObserver? observer, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        SweepPoint point = sweep.Points[task.Point - 1];
        ulong seed = sweep.SeedOf(point, task.Replication);
        MassTestPlan plan = _shelf.PlanOf(sweep.ScenarioOf(point), seed);
        try
        {
            return Replications.Of(plan, (_, outcome) => Read(task, seed, plan, outcome, began), cancellation, observer);
        }
        catch (SimulationException failure)
        {
            throw new ReplicationFailedException($"point {point.Number} ({point.Label})", task.Replication, plan, failure);
        }
    }

    private static SweepRow Read(SweepTask task, ulong seed, MassTestPlan plan, EngineOutcome outcome, long began)
    {
        MassTestResult result = MassTestResultReader.Read(plan, outcome.Metrics);
        return new SweepRow(
            task,
            seed,
            outcome.Digest.ToString("x32", CultureInfo.InvariantCulture),
            outcome.Metrics.Digest(),
            outcome.Events,
            [.. MassTestMeasures.All.Select(measure => measure.Value(result))],
            Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private IEnumerable<SweepPoint> Representatives()
    {
        HashSet<int> chosen = [];
        for (int i = 0; i < sweep.Factors.Count; i++)
        {
            int factor = i;
            IEnumerable<SweepPoint> some = sweep.Factors[i].Range is null
                ? sweep.Points.DistinctBy(point => point.Levels[factor].Label)
                : [sweep.Points.MinBy(point => point.Levels[factor].Quantity)!, sweep.Points.MaxBy(point => point.Levels[factor].Quantity)!];
            chosen.UnionWith(some.Select(point => point.Number));
        }

        return sweep.Points.Where(point => chosen.Contains(point.Number));
    }
}
