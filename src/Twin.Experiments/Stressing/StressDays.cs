using Twin.Experiments.Comparing;
using Twin.Experiments.Replicating;
using Twin.Experiments.Stressing.Searching;
using Twin.Kernel;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing;

/// <summary>Simulates days of a scenario under stress on the kernel. The same number is the same day under every stress: common random numbers.</summary>
internal sealed class StressDays
{
    private readonly Scenario _scenario;
    private readonly StressGoal _goal;
    private readonly int _parallelism;
    private readonly CancellationToken _cancellation;
    private readonly District _district;

    /// <summary>Prepares: makes the district and places the sites, which no stress changes.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="goal">What a day is judged by.</param>
    /// <param name="shelf">Makes district and sites.</param>
    /// <param name="parallelism">Most days at a time; changes no result.</param>
    /// <param name="cancellation">Ends all.</param>
    public StressDays(Scenario scenario, StressGoal goal, PlanShelf shelf, int parallelism, CancellationToken cancellation)
    {
        (_scenario, _goal, _parallelism, _cancellation) = (scenario, goal, parallelism, cancellation);
        (_district, Layout) = shelf.PlacesOf(scenario);
    }

    /// <summary>The sites.</summary>
    public SiteLayout Layout { get; }

    /// <summary>Days simulated so far.</summary>
    public int Simulated { get; private set; }

    /// <summary>Told the number of days simulated after each; may be null.</summary>
    public Action<int>? Progress { get; init; }

    /// <summary>Seed of a day.</summary>
    /// <param name="day">Its number, from 0.</param>
    public ulong SeedOf(int day) => new Draws(_scenario.Seed).ReplicationSeed(day);

    /// <summary>Compiles a day without stress.</summary>
    /// <param name="day">Its number.</param>
    /// <exception cref="ScenarioInputException">The scenario asks for what its district cannot give.</exception>
    public MassTestPlan Compile(int day) => new(_scenario, _district, Layout, SeedOf(day));

    /// <summary>Goes on with all searches until none asks for another day.</summary>
    /// <param name="searches">Each has one day under way at most, and decides by its own days alone: the result does not depend on the threads.</param>
    public void Run(IReadOnlyList<IDaySearch> searches)
    {
        SearchCrew crew = new(searches, Count);
        Replications.Drain(crew, (task, stop) => Simulate(task.Run, stop), _parallelism, _cancellation);
    }

    private void Count()
    {
        Simulated++;
        Progress?.Invoke(Simulated);
    }

    private StressDay Simulate(StressRun run, CancellationToken stop)
    {
        MassTestPlan plan = new(run.Scenario, _district, Layout, SeedOf(run.Day));
        try
        {
            return Replications.Of(plan, (_, outcome) => Judge(plan, outcome), stop);
        }
        catch (SimulationException failure)
        {
            throw new ReplicationFailedException(run.What, run.Day, plan, failure);
        }
    }

    private StressDay Judge(MassTestPlan plan, EngineOutcome outcome)
    {
        MassTestResult result = MassTestResultReader.Read(plan, outcome.Metrics);
        double[] waits = [.. result.Sites.Select(site => site.JudgedWait)];
        return new StressDay(
            result.T98, result.T98 >= 0 && result.T98 <= plan.Open + _goal.ByMilliseconds, waits,
            [.. Enumerable.Range(0, waits.Length).Where(site => waits[site] > _goal.WaitTargetSeconds)]);
    }
}
