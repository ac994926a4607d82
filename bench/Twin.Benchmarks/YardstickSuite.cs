using Twin.Kernel;
using Twin.Model.Distributions;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Benchmarks;

/// <summary>The kernel against the yardstick: the same people, arrivals and draws, once as a bare loop and once as a scenario.</summary>
internal static class YardstickSuite
{
    private const int People = Yardstick.Sites * Yardstick.PeoplePerSite;

    public static void Run(Report report)
    {
        long[] times = Yardstick.DrawArrivals();
        MassTestPlan plan = Plan(times);
        long yardstickWait = 0;
        long kernelWait = 0;
        IReadOnlyList<Timings> timings = Timings.Interleave(
            11,
            ("yardstick, bare loop", () =>
            {
                Yardstick yardstick = new(times);
                double seconds = Timings.Of(yardstick.Run);
                yardstickWait = yardstick.WaitSum;
                return seconds;
            }
        ),
            ("kernel, the same model as a scenario", () =>
            {
                KernelEngine engine = new(plan);
                EngineOutcome outcome = engine.Run();
                kernelWait = Enumerable.Range(0, Yardstick.Sites).Sum(site =>
                    outcome.Metrics.Cells[plan.Metrics.OfSite(site, SiteCell.RegistrationWaitSum)] + outcome.Metrics.Cells[plan.Metrics.OfSite(site, SiteCell.SwabWaitSum)]);
                return outcome.StepSeconds;
            }
        ));
        // Two who join in the same millisecond may be served in another order, so the sums agree to five digits, not to the last.
        if (Math.Abs(yardstickWait - kernelWait) > yardstickWait / 100_000)
        {
            throw new InvalidOperationException($"The yardstick's waits add up to {yardstickWait} ms, the kernel's to {kernelWait} ms: not the same model.");
        }

        double ratio = timings[1].RatioTo(timings[0]);
        report.Add(timings[0], "ns a person", 1e9 / People);
        report.Add(timings[1], "ns a person", 1e9 / People);
        report.Add("yardstick, three events a person", 3 * People / timings[0].Median / 1e6, "M events/s");
        report.Add("kernel time per person / yardstick's", ratio, "ratio", "at most 2.0", ratio <= 2);
        report.Add("kernel allocation per event, growth of records", AllocationPerEvent(plan), "bytes");
    }

    /// <summary>Bytes allocated in the step path a handled event: the growth of what sites record, nothing else.</summary>
    private static double AllocationPerEvent(MassTestPlan plan)
    {
        KernelEngine engine = new(plan);
        long before = GC.GetAllocatedBytesForCurrentThread();
        EngineOutcome outcome = engine.Run();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)outcome.Events;
    }

    private static MassTestPlan Plan(long[] times)
    {
        ArrivalList arrivals = new()
        {
            Time = times,
            Site = [.. Enumerable.Range(0, People).Select(person => person / Yardstick.PeoplePerSite)],
            Person = [],
            Age = [.. Enumerable.Repeat((byte)40, People)],
            Assisted = new bool[People],
        };
        Scenario scenario = new()
        {
            Name = "yardstick",
            Testing = new MassTestingParameters
            {
                Window = new WindowParameters { Open = new Moment(0), Close = new Moment(2 * Yardstick.Window) },
                Staff = new StaffParameters { DesksPerSite = Yardstick.Desks, SamplersPerSite = Yardstick.Samplers, Absence = 0 },
                Balk = new BalkParameters { QueueSpace = null },
                Service = new ServiceParameters
                {
                    Registration = new LogNormal(14, 7),
                    Swab = new LogNormal(50, 20),
                    Changeover = new Constant(0),
                    Pool = 100,
                    TubeChange = new Duration(0),
                },
            },
        };
        (Model.Districts.District district, SiteLayout layout) = ArrivalDistrict.Of(arrivals, scenario);
        return new MassTestPlan(scenario, district, layout, 1, arrivals);
    }
}
