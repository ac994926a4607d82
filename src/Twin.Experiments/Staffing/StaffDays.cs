using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing.Observing;
using Twin.Kernel;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>Simulates days of a scenario with one staffing or another on the kernel. The same number is the same day for every staffing.</summary>
/// <param name="scenario">The scenario as resolved; its own staff are replaced.</param>
/// <param name="shelf">Compiles plans.</param>
/// <param name="goal">What a day is judged by.</param>
/// <param name="parallelism">Most days at a time; changes no result.</param>
/// <param name="cancellation">Ends all.</param>
public sealed class StaffDays(Scenario scenario, PlanShelf shelf, StaffGoal goal, int parallelism, CancellationToken cancellation)
{
    private readonly Dictionary<(string Plan, int Number), StaffDay> _known = [];

    /// <summary>The scenario.</summary>
    public Scenario Scenario => scenario;

    /// <summary>What a day is judged by.</summary>
    public StaffGoal Goal => goal;

    /// <summary>Number of sites.</summary>
    public int Sites => shelf.PlacesOf(scenario).Layout.Count;

    /// <summary>Length of the window, h.</summary>
    public double WindowHours => (scenario.Testing.Window.Close.SinceStart - scenario.Testing.Window.Open.SinceStart) / 3_600_000.0;

    /// <summary>Most days at a time.</summary>
    public int Parallelism => parallelism;

    /// <summary>Told after each day; may be null.</summary>
    public Action? Progress { get; init; }

    /// <summary>Simulates days; one that was simulated before is not simulated again.</summary>
    /// <param name="plan">The staffing.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="count">How many.</param>
    /// <returns>The days in the order of their numbers.</returns>
    public IReadOnlyList<StaffDay> Run(StaffPlan plan, int first, int count)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int[] missing = [.. Enumerable.Range(first, count).Where(number => !_known.ContainsKey((plan.Key, number)))];
        if (missing.Length > 0)
        {
            Each(missing, (number, stop) => Day(plan, number, stop), (number, day) => _known[(plan.Key, number)] = day);
        }

        return [.. Enumerable.Range(first, count).Select(number => _known[(plan.Key, number)])];
    }

    /// <summary>Simulates days and reads something else of each, from what happened at the sites.</summary>
    /// <param name="plan">The staffing.</param>
    /// <param name="first">Number of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="read">Reads a day; called on several threads at once.</param>
    /// <param name="accept">Takes what was read; called by one thread at a time, in the order in which days end.</param>
    internal void Observe<T>(StaffPlan plan, int first, int count, Func<SiteTrace[], MassTestPlan, T> read, Action<int, T> accept) =>
        Each([.. Enumerable.Range(first, count)], (number, stop) => Observed(plan, number, read, stop), accept);

    /// <summary>Compiles the plan of a day.</summary>
    /// <param name="plan">The staffing.</param>
    /// <param name="number">The day's number.</param>
    public MassTestPlan Compile(StaffPlan plan, int number) => shelf.PlanOf(With(plan), SeedOf(number));

    /// <summary>Seed of a day.</summary>
    /// <param name="number">The day's number.</param>
    public ulong SeedOf(int number) => new Draws(scenario.Seed).ReplicationSeed(number);

    private Scenario With(StaffPlan plan) => scenario with
    {
        Testing = scenario.Testing with { Staff = scenario.Testing.Staff with { Roster = "", Planned = plan.Roster, BesideGuideline = false } },
    };

    private void Each<T>(int[] numbers, Func<int, CancellationToken, T> perform, Action<int, T> accept)
    {
        Days<T> work = new(numbers, (number, result) =>
        {
            accept(number, result);
            Progress?.Invoke();
        });
        Replications.Drain(work, perform, parallelism, cancellation);
    }

    private StaffDay Day(StaffPlan plan, int number, CancellationToken stop)
    {
        MassTestPlan compiled = Compile(plan, number);
        return Replications.Of(compiled, (_, outcome) => Judge(compiled, number, outcome, goal), stop);
    }

    /// <summary>Judges a day that was run.</summary>
    /// <param name="compiled">The day's plan.</param>
    /// <param name="number">Number of the replication.</param>
    /// <param name="outcome">What the engine handed back.</param>
    /// <param name="goal">What it is judged by.</param>
    internal static StaffDay Judge(MassTestPlan compiled, int number, EngineOutcome outcome, StaffGoal goal)
    {
        MassTestResult result = MassTestResultReader.Read(compiled, outcome.Metrics);
        return new StaffDay(
            number, compiled.Seed, outcome.Digest, result.T98, result.T98 >= 0 && result.T98 <= compiled.Open + goal.ByMilliseconds,
            result.Sites.Max(site => site.JudgedWait),
            [.. Enumerable.Range(0, result.Sites.Count).Where(site => result.Sites[site].JudgedWait > goal.WaitTargetSeconds)],
            result.ExpectedOnSite - result.Tested);
    }

    private T Observed<T>(StaffPlan plan, int number, Func<SiteTrace[], MassTestPlan, T> read, CancellationToken stop)
    {
        MassTestPlan compiled = Compile(plan, number);
        ArrivalObserver observer = new(compiled);
        return Replications.Of(compiled, (_, _) => read(observer.Traces(), compiled), stop, observer);
    }

    private sealed class Days<T>(int[] numbers, Action<int, T> accept) : IReplicationWork<int, T>
    {
        private int _next;

        public bool TryTake(out int task)
        {
            task = _next < numbers.Length ? numbers[_next] : 0;
            return _next++ < numbers.Length;
        }

        public void Accept(int task, T result) => accept(task, result);
    }
}
