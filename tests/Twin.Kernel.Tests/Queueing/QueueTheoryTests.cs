using Twin.Model.Distributions;
using Twin.Model.Queueing;
using static Twin.Kernel.Tests.Queueing.QueueScenario;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>The network against theory: theory's value lies in the 99.9 % interval over replications, and the interval is narrow.</summary>
/// <remarks>About 90 comparisons with fixed seeds: by chance alone all would pass for about 91 of 100 seeds.</remarks>
public sealed class QueueTheoryTests(ITestOutputHelper output)
{
    private const ulong Seed = 20_240_229;
    private const int Replicated = 20;

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(1, 0.8)]
    [InlineData(1, 0.9)]
    [InlineData(2, 0.7)]
    [InlineData(5, 0.9)]
    [InlineData(50, 0.9)]
    public void Run_MMc_AgreesWithErlangC(int servers, double load)
    {
        double lambda = load * servers / 60;
        IReadOnlyList<QueueResult> runs = Replicate(
            Of(200_000, Math.Max(500_000, 40_000 / lambda), Station(servers, new ExponentialDuration(60), PerHour(lambda * 3600))), Replicated, Seed);
        double wait = Formulas.MeanWaitMMc(servers, lambda, 60);
        Check(runs, "wait", 0.12, wait, r => r.Wait.Mean);
        Check(runs, "P(wait)", 0.05, Formulas.ErlangC(servers, lambda * 60), r => r.WaitProbability);
        Check(runs, "Lq", 0.12, wait * lambda, r => r.InQueue);
        Check(runs, "L", 0.08, (wait + 60) * lambda, r => r.InSystem);
        Check(runs, "utilisation", 0.02, load, r => r.Utilisation);
        Check(runs, "sojourn", 0.12, wait + 60, r => r.Sojourn.Mean);
        Check(runs, "p95", 0.12, Formulas.WaitQuantileMMc(servers, lambda, 60, 0.95), r => r.Wait.P95);
    }

    [Fact]
    public void Run_MD1_AgreesWithPollaczekKhinchine() => CheckMG1(new Constant(45), 45, 0);

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_MEk1_AgreesWithPollaczekKhinchine(int phases) => CheckMG1(new ErlangDuration(phases, 45), 45, 1 / Math.Sqrt(phases));

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    public void Run_LognormalService_AgreesWithPollaczekKhinchine(double cv) => CheckMG1(new LogNormal(45, 45 * cv), 45, cv);

    [Theory]
    [InlineData(1, 1, 0.7)]
    [InlineData(1, 5, 1.5)]
    [InlineData(3, 3, 2.5)]
    [InlineData(3, 10, 3)]
    [InlineData(50, 50, 45)]
    public void Run_MMcK_AgreesWithTheBirthAndDeathProbabilities(int servers, int room, double load)
    {
        double lambda = load / 60;
        (double loss, double inQueue, double utilisation) = Formulas.MMcK(servers, room, load);
        IReadOnlyList<QueueResult> runs = Replicate(
            Of(20_000, Math.Max(200_000, 20_000 / lambda), Station(servers, new ExponentialDuration(60), PerHour(lambda * 3600), room)), Replicated, Seed);
        Check(runs, "loss", 0.06, loss, r => r.Loss);
        Check(runs, "utilisation", 0.02, utilisation, r => r.Utilisation);
        if (room > servers)
        {
            Check(runs, "Lq", 0.06, inQueue, r => r.InQueue);
            Check(runs, "wait", 0.06, inQueue / (lambda * (1 - loss)), r => r.Wait.Mean);
        }
        else
        {
            Assert.All(runs, run => Assert.Equal((0, 0.0), (run.Stations[0].InQueueGreatest, run.Stations[0].Wait.Maximum)));
        }
    }

    [Fact]
    public void Run_LossSystemWithLognormalService_HasErlangsLoss()
    {
        IReadOnlyList<QueueResult> runs = Replicate(Of(20_000, 500_000, Station(4, new LogNormal(60, 90), PerHour(240), 4)), Replicated, Seed);
        Check(runs, "loss", 0.03, Formulas.ErlangB(4, 4), r => r.Loss);
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    public void Run_JacksonTandemWithFeedback_EachStationIsMMc(double feedback)
    {
        double outside = 0.8 * (1 - feedback) * 2 / 60;
        double lambda = outside / (1 - feedback);
        IReadOnlyList<QueueResult> runs = Replicate(
            Of(
                100_000,
                900_000,
                Station(2, new ExponentialDuration(60), PerHour(outside * 3600), name: "Desk", next: ("Booth", 1)),
                Station(3, new ExponentialDuration(90), null, name: "Booth", next: ("Desk", feedback))),
            Replicated,
            Seed);
        double first = Formulas.MeanWaitMMc(2, lambda, 60);
        double second = Formulas.MeanWaitMMc(3, lambda, 90);
        Check(runs, "wait 1", 0.16, first, r => r.Wait.Mean);
        Check(runs, "wait 2", 0.16, second, r => r.Wait.Mean, station: 1);
        Check(runs, "L 1", 0.12, (first + 60) * lambda, r => r.InSystem);
        Check(runs, "L 2", 0.12, (second + 90) * lambda, r => r.InSystem, station: 1);
        Check(runs, "arrivals 2", 0.02, lambda * 800_000, r => r.Arrived, station: 1);
        Check("visits", 0.02, 2 / (1 - feedback), [.. runs.Select(run => run.Journey.Visits)]);
        Check("time", 0.12, (first + 60 + second + 90) / (1 - feedback), [.. runs.Select(run => run.Journey.Time.Mean)]);
        Check("journey wait", 0.16, (first + second) / (1 - feedback), [.. runs.Select(run => run.Journey.Wait.Mean)]);
    }

    private void CheckMG1(Distribution service, double mean, double cv)
    {
        const double Lambda = 0.75 / 45;
        IReadOnlyList<QueueResult> runs = Replicate(Of(100_000, 1_600_000, Station(1, service, PerHour(Lambda * 3600))), Replicated, Seed);
        double wait = Formulas.MeanWaitMG1(Lambda, mean, cv);
        Check(runs, "wait", 0.12, wait, r => r.Wait.Mean);
        Check(runs, "Lq", 0.12, wait * Lambda, r => r.InQueue);
        Check(runs, "utilisation", 0.02, 0.75, r => r.Utilisation);
        Check(runs, "P(wait)", 0.02, 0.75, r => r.WaitProbability);
    }

    private void Check(
        IReadOnlyList<QueueResult> runs, string figure, double narrowness, double expected, Func<StationResult, double> of, int station = 0) =>
        Check(figure, narrowness, expected, [.. runs.Select(run => of(run.Stations[station]))]);

    private void Check(string figure, double narrowness, double expected, double[] values) =>
        TheoryCheck.Check(output, Seed, figure, narrowness, expected, values);
}
