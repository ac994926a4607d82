using Twin.Kernel;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Benchmarks;

/// <summary>The kernel on the main scenario, and how its time grows with the district.</summary>
internal static class KernelSuite
{
    private const int Tenfold = 10;

    public static void Run(Report report)
    {
        MassTestPlan plan = MainScenario.Plan();
        long events = 0;
        Timings stepping = Timings.Interleave(7, ("kernel, main scenario, stepping", () =>
        {
            EngineOutcome outcome = new KernelEngine(plan).Run();
            events = outcome.Events;
            return outcome.StepSeconds;
        }
        ))[0];
        report.Add(stepping, "s", 1, "at most 1.0", stepping.Median <= 1);
        report.Add("kernel, main scenario", events / stepping.Median / 1e6, "M events/s");
    }

    public static void Growth(Report report)
    {
        MassTestPlan one = MainScenario.Plan();
        MassTestPlan ten = MainScenario.Plan(Tenfold);
        IReadOnlyList<Timings> timings = Timings.Interleave(
            4,
            ("kernel, 490,000 residents", () => NanosecondsPerEvent(one)),
            ("kernel, 4.9 million residents", () => NanosecondsPerEvent(ten)));
        double ratio = timings[1].RatioTo(timings[0]);
        report.Add(timings[0], "ns an event", 1);
        report.Add(timings[1], "ns an event", 1);
        report.Add("growth of the time per event, tenfold district", ratio, "ratio", "at most 2.0", ratio <= 2);
    }

    private static double NanosecondsPerEvent(MassTestPlan plan)
    {
        EngineOutcome outcome = new KernelEngine(plan).Run();
        return outcome.StepSeconds * 1e9 / outcome.Events;
    }
}
