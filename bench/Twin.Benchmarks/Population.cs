using Twin.Experiments.Comparing;
using Twin.Experiments.Replicating;
using Twin.Kernel;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Benchmarks;

/// <summary>Days that stand for all days there could be: their means are the truth, and samples are drawn from them with replacement.</summary>
/// <param name="Scenario">The scenario of the days.</param>
/// <param name="Days">The days.</param>
internal sealed record Population(Scenario Scenario, IReadOnlyList<DaySketch> Days)
{
    /// <summary>600 days of the small scenario, a fifth of staff absent: on some days a site has nobody, and that decides a mean.</summary>
    public static Population Run()
    {
        const int Count = 600;
        Scenario scenario = ScenarioReader.Read("scenarios/mass-testing-small.yaml", File.ReadAllText, ["testing.staff.absence=0.2"]);
        PlanShelf shelf = new();
        Draws draws = new(scenario.Seed);
        return new Population(scenario, Replications.Run(
            Count, day => shelf.PlanOf(scenario, draws.ReplicationSeed(day)),
            (_, plan, outcome) => DaySketch.Of(MassTestResultReader.Read((MassTestPlan)plan, outcome.Metrics)), parallelism: Environment.ProcessorCount));
    }

    /// <summary>A day drawn for a sample.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="place">Its place there.</param>
    public DaySketch Drawn(int sample, int place) => Days[Place(sample, place, Days.Count)];

    /// <summary>A number below a limit, by key.</summary>
    public static int Place(int sample, int place, int limit) => (int)(Uniform(sample, place) * limit);

    /// <summary>A number between 0 and 1, by key.</summary>
    public static double Uniform(int sample, int place) => new Draws(1).Uniform(default, sample, place, Purpose.Service);
}
