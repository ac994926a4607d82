using System.Diagnostics;
using Orleans.Runtime;
using Twin.Grains.Running;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Benchmarks;

/// <summary>The grain engine on the main scenario.</summary>
internal static class GrainSuite
{
    private const double TestingWindowSeconds = 18_000;
    private const int Rounds = 5;

    /// <summary>Steps the main scenario, in a silo of its own each time.</summary>
    public static void Run(Report report)
    {
        MassTestPlan plan = MainScenario.Plan();
        List<EngineOutcome> outcomes = [];
        Timings window = Timings.Interleave(Rounds, ("grains, main scenario, testing window", () =>
        {
            outcomes.Add(RunOnce(plan).GetAwaiter().GetResult());
            return outcomes[^1].WindowStepSeconds;
        }
        ))[0];
        double factor = TestingWindowSeconds / window.Median;
        report.Add(window, "s", 1);
        report.Add("real-time factor, median", factor, "×", "at least 4,500", factor >= 4_500);
        report.Add("real-time factor, best", TestingWindowSeconds / window.Least, "×", "aim 8,000");
        report.Add("all stepping, median", outcomes.Select(outcome => outcome.StepSeconds).Order().ElementAt(Rounds / 2), "s");
        report.Add("calls to entities", outcomes[^1].Steps, "calls");
        report.Add("active grains", outcomes[^1].Grains.Values.Sum(), "grains", "at least 220,000", outcomes[^1].Grains.Values.Sum() >= 220_000);
    }

    /// <summary>Activates every entity's grain, beside as many empty grains; and what one weighs.</summary>
    public static void Activation(Report report)
    {
        MassTestPlan plan = MainScenario.Plan();
        int count = plan.Population.Sum(kind => kind.Count);
        double bytesEach = 0;
        IReadOnlyList<Timings> timings = Timings.Interleave(
            Rounds,
            ("all entities' grains active", () => ActivateEntities(plan, bytes => bytesEach = bytes / count).GetAwaiter().GetResult()),
            ("as many empty grains active", () => ActivateEmpty(count).GetAwaiter().GetResult()));
        double ratio = timings[0].RatioTo(timings[1]);
        report.Add(timings[0], "s", 1, "at most 5", timings[0].Median <= 5);
        report.Add(timings[1], "s", 1);
        report.Add("entities' grains / empty grains", ratio, "ratio", "at most 1.3", ratio <= 1.3);
        report.Add("heap after a full collection, each grain", bytesEach, "bytes", "at most 2,560", bytesEach <= 2_560);
    }

    private static async Task<EngineOutcome> RunOnce(MassTestPlan plan)
    {
        await using GrainEngine engine = await GrainEngine.StartAsync();
        return await engine.Runs.RunAsync(() => plan);
    }

    private static async Task<double> ActivateEntities(MassTestPlan plan, Action<double> weigh)
    {
        await using GrainEngine engine = await GrainEngine.StartAsync();
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch watch = Stopwatch.StartNew();
        await engine.Runs.PrepareAsync(() => plan);
        double seconds = watch.Elapsed.TotalSeconds;
        weigh(GC.GetTotalMemory(forceFullCollection: true) - before);
        return seconds;
    }

    private static async Task<double> ActivateEmpty(int count)
    {
        await using GrainEngine engine = await GrainEngine.StartAsync();
        Stopwatch watch = Stopwatch.StartNew();
        int half = count / 2;
        await Task.WhenAll(
            engine.Runs.Grains.GetGrain<IEmptyGrainCaller>(0).ActivateAll(0, half),
            engine.Runs.Grains.GetGrain<IEmptyGrainCaller>(1).ActivateAll(half, count - half));
        return watch.Elapsed.TotalSeconds;
    }
}
