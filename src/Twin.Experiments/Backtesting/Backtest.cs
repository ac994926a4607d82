using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Plans;
using Twin.Experiments.Replicating;
using Twin.Kernel;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting;

/// <summary>A past round's counts against what the model gives for its plan.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Effort">How much was simulated for what.</param>
/// <param name="Kinds">People tested and, if they were counted, people waiting.</param>
/// <param name="Sites">Each site, the furthest off first.</param>
/// <param name="Curves">People tested so far at the sites that are furthest off.</param>
/// <param name="Fit">Which parameters the counts speak for; null if that was not asked.</param>
public sealed record Backtest(
    StaffingPlan Plan, SiteCounts Counts, BacktestEffort Effort, IReadOnlyList<CountKind> Kinds, IReadOnlyList<SiteMisfit> Sites, IReadOnlyList<SiteCurve> Curves,
    ParameterFit? Fit)
{
    /// <summary>Number of the first day: far from those of runs, so that counts made by a run are not compared with themselves.</summary>
    private const int FirstNumber = 800_000;

    private const int MostCurves = 6;

    /// <summary>People tested.</summary>
    public CountKind Tested => Kinds[0];

    /// <summary>People waiting; null if they were not counted.</summary>
    public CountKind? Waiting => Kinds.Count > 1 ? Kinds[1] : null;

    /// <summary>Days simulated in all.</summary>
    public int Days => Effort.Replications + (Fit?.Days ?? 0);

    /// <summary>Share of days on which the model's own counts are as far out, totals and coverage of all kinds taken together.</summary>
    public double Probability => OverallCheck.Probability([.. Kinds.SelectMany(kind => kind.Judged)]);

    /// <summary>Whether the counts are as on a day of the model, as far as totals and coverage tell.</summary>
    public bool Agrees => Probability > 0.05;

    /// <summary>Compares.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="effort">How much is simulated for what.</param>
    /// <param name="shelf">Compiles plans.</param>
    /// <param name="ended">Told how many days have ended, after each.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ScenarioInputException">The plan does not fit its scenario.</exception>
    /// <exception cref="SimulationException">An entity failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all was done.</exception>
    public static Backtest Run(StaffingPlan plan, SiteCounts counts, BacktestEffort effort, PlanShelf shelf, Action<int>? ended = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(effort);
        ArgumentNullException.ThrowIfNull(shelf);
        (District district, SiteLayout layout) = shelf.PlacesOf(plan.Scenario);
        SimulatedDays simulate = new(counts, district, layout, plan.Scenario.Seed, effort.Threads, ended, cancellation);
        IReadOnlyList<CountSample> days = simulate.Run([.. Enumerable.Range(FirstNumber, effort.Replications).Select(number => (plan.Scenario, number))]);
        CountKind[] kinds =
        [
            CountKind.Of("tested", counts, days, day => day.Tested),
            .. counts.HasWaiting ? [CountKind.Of("waiting", counts, days, day => day.Waiting)] : Array.Empty<CountKind>(),
        ];
        IReadOnlyList<FitParameter> parameters = [.. FitParameter.Of(plan.Scenario).Where(parameter => effort.Parameters.Count == 0 || effort.Parameters.Contains(parameter.Key, StringComparer.Ordinal))];
        ParameterFit? fit = effort.FitPoints > 0 && parameters.Count > 0 ? new FitSearch(counts, plan.Scenario, parameters, effort.FitPoints, simulate.Run, effort.Threads).Run() : null;
        IReadOnlyList<SiteMisfit> sites = SiteMisfit.Of(counts, days);
        return new Backtest(plan, counts, effort, kinds, sites, [.. sites.Take(MostCurves).Select(site => SiteCurve.Of(site.Site, counts, days))], fit);
    }

    /// <summary>Simulates days, several at a time, and keeps their counts.</summary>
    private sealed class SimulatedDays(SiteCounts counts, District district, SiteLayout layout, ulong seed, int threads, Action<int>? ended, CancellationToken cancellation)
    {
        private readonly Draws _draws = new(seed);
        private int _ended;

        public CountSample[] Run(IReadOnlyList<(Scenario Scenario, int Number)> tasks)
        {
            Work work = new(tasks.Count, () => ended?.Invoke(++_ended));
            Replications.Drain(work, (i, stop) => Day(tasks[i].Scenario, tasks[i].Number, stop), threads, cancellation);
            return work.Kept;
        }

        private CountSample Day(Scenario scenario, int number, CancellationToken stop)
        {
            MassTestPlan plan = new(scenario, district, layout, _draws.ReplicationSeed(number));
            return Replications.Of(plan, (_, outcome) => counts.Of(MassTestResultReader.Read(plan, outcome.Metrics)), stop);
        }
    }

    private sealed class Work(int count, Action ended) : IReplicationWork<int, CountSample>
    {
        private int _next;

        public CountSample[] Kept { get; } = new CountSample[count];

        public bool TryTake(out int task)
        {
            task = _next;
            return _next < count && ++_next > 0;
        }

        public void Accept(int task, CountSample result)
        {
            Kept[task] = result;
            ended();
        }
    }
}
