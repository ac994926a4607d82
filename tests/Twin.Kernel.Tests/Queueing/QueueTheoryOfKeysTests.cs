using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Scenarios;
using static Twin.Kernel.Tests.Queueing.QueueScenario;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>Priorities, patience, balking, batches, schedules and closed populations against formulas and exact chains.</summary>
/// <remarks>About 30 comparisons with fixed seeds, judged as in <see cref="QueueTheoryTests"/>: by chance alone all would pass for about 97 of 100 seeds.</remarks>
public sealed class QueueTheoryOfKeysTests(ITestOutputHelper output)
{
    private const ulong Seed = 20_261_201;
    private const int Replicated = 20;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Run_NonPreemptivePriorities_AgreeWithCobham(int servers)
    {
        // Two kinds with equal services: W_k = C / (c µ (1 − σ_{k−1}) (1 − σ_k)).
        double first = 0.3 * servers / 60, second = 0.5 * servers / 60;
        IReadOnlyList<QueueResult> runs = Run(WithKinds(servers, Preemption.Never, (first, 60), (second, 60)));
        double wait = Formulas.ErlangC(servers, 0.8 * servers) * 60 / servers;
        Check(runs, "wait of the first", 0.1, wait / (1 - 0.3), run => run.Stations[0].Kinds[0].Wait.Mean);
        Check(runs, "wait of the second", 0.1, wait / ((1 - 0.3) * (1 - 0.8)), run => run.Stations[0].Kinds[1].Wait.Mean);
    }

    [Fact]
    public void Run_PreemptiveResume_AgreesWithTheFormulaOfOneServer()
    {
        // Kinds with other services: T_k = s_k / (1 − σ_{k−1}) + R_k / ((1 − σ_{k−1}) (1 − σ_k)), R_k = Σ λ s².
        IReadOnlyList<QueueResult> runs = Run(WithKinds(1, Preemption.Resume, (0.3 / 30, 30), (0.4 / 90, 90)));
        Check(runs, "time of the first", 0.1, 30 / (1 - 0.3), run => run.Stations[0].Kinds[0].Time.Mean);
        double residual = (0.3 * 30) + (0.4 * 90);
        Check(runs, "time of the second", 0.1, (90 / 0.7) + (residual / (0.7 * 0.3)), run => run.Stations[0].Kinds[1].Time.Mean);
        Check(runs, "utilisation", 0.02, 0.7, run => run.Stations[0].Utilisation);
    }

    [Fact]
    public void Run_PreemptiveResumeWithEqualRates_AgreesWithTheChain()
    {
        // The first meet nobody else; all together are M/M/c.
        double first = 0.4 * 3 / 60, all = 0.8 * 3 / 60;
        IReadOnlyList<QueueResult> runs = Run(WithKinds(3, Preemption.Resume, (first, 60), (all - first, 60)));
        double wait = Formulas.MeanWaitMMc(3, first, 60);
        double second = ((Formulas.MeanWaitMMc(3, all, 60) * all) - (wait * first)) / (all - first);
        Check(runs, "wait of the first", 0.1, wait, run => run.Stations[0].Kinds[0].Wait.Mean);
        Check(runs, "wait of the second", 0.1, second, run => run.Stations[0].Kinds[1].Wait.Mean);
    }

    [Theory]
    [InlineData(3, 0.9, 120)]
    [InlineData(5, 1.3, 60)]
    public void Run_Patience_AgreesWithErlangA(int servers, double load, double patience)
    {
        double birth = load * servers / 60;
        double[] p = Chains.BirthDeath(400, _ => birth, n => (Math.Min(n, servers) / 60.0) + (Math.Max(0, n - servers) / patience));
        double waiting = Chains.Mean(p, n => Math.Max(0, n - servers));
        IReadOnlyList<QueueResult> runs = Run(Of(
            20_000, 400_000, Station(servers, new ExponentialDuration(60), PerHour(birth * 3600)) with { Patience = new ExponentialDuration(patience) }));
        Check(runs, "Lq", 0.05, waiting, run => run.Stations[0].InQueue);
        Check(runs, "share who give up", 0.05, waiting / patience / birth, run => run.Stations[0].Reneged / (double)run.Stations[0].Arrived);
        Check(runs, "utilisation", 0.02, Chains.Mean(p, n => Math.Min(n, servers)) / servers, run => run.Stations[0].Utilisation);
        Assert.All(runs, run => Assert.Equal(run.Stations[0].Reneged, run.Journey.GaveUp));
    }

    [Fact]
    public void Run_Balking_AgreesWithTheBirthAndDeathChain()
    {
        double birth = 2.4 / 60;
        double Stays(int n) => n - 2 < 2 ? 1 : n - 2 < 6 ? 0.5 : 0;
        double[] p = Chains.BirthDeath(9, n => birth * Stays(n), n => Math.Min(n, 2) / 60.0);
        IReadOnlyList<QueueResult> runs = Run(Of(20_000, 400_000, Station(2, new ExponentialDuration(60), PerHour(birth * 3600)) with
        {
            Balk = new Dictionary<string, double> { ["6"] = 1, ["2"] = 0.5 },
        }));
        Check(runs, "L", 0.03, Chains.Mean(p, n => n), run => run.Stations[0].InSystem);
        Check(runs, "share who turn away", 0.03, Chains.Mean(p, n => 1 - Stays(n)), run => run.Stations[0].Balked / (double)run.Stations[0].Arrived);
    }

    [Fact]
    public void Run_BatchArrivals_AgreeWithTheFormula()
    {
        // M^[X]/M/1: L = ρ (1 + E[X²] / E[X]) / (2 (1 − ρ)); X is 1, 2 or 5.
        const double Mean = 2.1, Square = 6.9, Load = 0.7;
        ArrivalParameters arrivals = PerHour(Load / Mean / 60 * 3600) with { BatchSizes = new Dictionary<string, double> { ["1"] = 0.5, ["2"] = 0.3, ["5"] = 0.2 } };
        IReadOnlyList<QueueResult> runs = Run(Of(100_000, 1_600_000, Station(1, new ExponentialDuration(60), arrivals)));
        Check(runs, "L", 0.1, Load * (1 + (Square / Mean)) / (2 * (1 - Load)), run => run.Stations[0].InSystem);
        Check(runs, "utilisation", 0.03, Load, run => run.Stations[0].Utilisation);
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 5)]
    public void Run_BatchService_AgreesWithTheChain(int least, int most)
    {
        double birth = 0.7 * most / 60;
        IReadOnlyList<QueueResult> runs = Run(Of(50_000, 800_000, Station(1, new ExponentialDuration(60), PerHour(birth * 3600)) with
        {
            Batch = new BatchServiceParameters { Least = least, Most = most },
        }));
        Check(runs, "Lq", 0.08, Chains.BulkWaiting(birth, 1 / 60.0, least, most, 150), run => run.Stations[0].InQueue);
    }

    [Fact]
    public void Run_ClosedPopulation_AgreesWithMachineRepair()
    {
        double[] p = Chains.BirthDeath(11, n => (10 - n) / 300.0, n => Math.Min(n, 2) / 60.0);
        IReadOnlyList<QueueResult> runs = Run(Of(20_000, 400_000, Station(
            2, new ExponentialDuration(60), new ArrivalParameters { Population = 10, ThinkTime = new ExponentialDuration(300) })));
        Check(runs, "L", 0.03, Chains.Mean(p, n => n), run => run.Stations[0].InSystem);
        Check(runs, "utilisation", 0.03, Chains.Mean(p, n => Math.Min(n, 2)) / 2, run => run.Stations[0].Utilisation);
        Assert.All(runs, run => Assert.InRange(run.Stations[0].InSystemGreatest, 1, 10));
    }

    [Fact]
    public void Run_RatesAndServersByTime_AgreeWithKolmogorovsEquations()
    {
        // Servers are only added, so that the number present is the whole state.
        RateInterval Rate(int from, int to, double perHour) => new() { From = Duration.Seconds(from), To = Duration.Seconds(to), PerHour = perHour };
        ArrivalParameters arrivals = new() { Rates = [Rate(0, 1800, 60), Rate(1800, 5400, 200), Rate(5400, 7200, 90)] };
        StationParameters station = Station(1, new ExponentialDuration(60), arrivals) with
        {
            Schedule = [new() { From = Duration.Seconds(1200), Servers = 2 }, new() { From = Duration.Seconds(3600), Servers = 4 }],
        };
        double expected = Chains.MeanPresent(
            7200, 1, 250, t => (t < 1800 ? 60 : t < 5400 ? 200 : 90) / 3600.0, t => t < 1200 ? 1 : t < 3600 ? 2 : 4, 60);
        IReadOnlyList<QueueResult> runs = Replicate(Of(0, 7200, station), 3000, Seed);
        Check(runs, "L", 0.05, expected, run => run.Stations[0].InSystem);
    }

    private static Scenario WithKinds(int servers, Preemption preemption, params (double Rate, double Service)[] kinds)
    {
        double slowest = kinds.Min(kind => kind.Rate);
        Scenario scenario = Of(20_000, 40_000 / slowest, Station(servers, new ExponentialDuration(60), null) with { Preemption = preemption });
        return scenario with
        {
            Queue = scenario.Queue with
            {
                Kinds =
                [
                    .. kinds.Select((kind, i) => new CustomerKindParameters
                    {
                        Name = $"K{i}",
                        Priority = -i,
                        At = [new() { Station = "A", Arrivals = PerHour(kind.Rate * 3600), Service = new ExponentialDuration(kind.Service) }],
                    }),
                ],
            },
        };
    }

    private static IReadOnlyList<QueueResult> Run(Scenario scenario) => Replicate(scenario, Replicated, Seed);

    private void Check(IReadOnlyList<QueueResult> runs, string figure, double narrowness, double expected, Func<QueueResult, double> of) =>
        TheoryCheck.Check(output, Seed, figure, narrowness, expected, [.. runs.Select(of)]);
}
