using Twin.Experiments.Statistics;
using Twin.Kernel;
using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Statistics;

/// <summary>The intervals against a queue with a known answer: M/M/1, the first hours deleted as warm-up.</summary>
public sealed class CoverageOfIntervalsTests(ITestOutputHelper output)
{
    private const ulong Seed = 20_260_101;
    private const int Experiments = 1_000;
    private const int Replicated = 10;

    [Fact]
    public void Interval_ThousandExperimentsOnMM1_CoversTheKnownTimeInNinetyThreeToNinetySeven()
    {
        // λ = 0.5 a minute; services of 36 s and 30 s on average: times in the system 1/(μ − λ) of 51.4 s and 40 s. In a replication of 830 people
        // they are near enough to normal for Student's t; at a load of 0.5 their mean is still so skewed that 927 of 1,000 intervals cover.
        double[] first = Times(36);
        double[] second = Times(30);
        (double timeFirst, double timeSecond) = (Theory(36), Theory(30));
        int covered = 0;
        int paired = 0;
        for (int i = 0; i < Experiments; i++)
        {
            double[] a = first[(i * Replicated)..((i + 1) * Replicated)];
            double[] b = second[(i * Replicated)..((i + 1) * Replicated)];
            covered += ReplicationRule.Interval(a)!.Value.Covers(timeFirst) ? 1 : 0;
            PairedDifference difference = PairedDifference.Of(a, b);
            paired += difference.Interval.Covers(timeFirst - timeSecond) ? 1 : 0;
        }

        double saved = PairedDifference.Of(first, second).VarianceSaved!.Value;
        output.WriteLine($"seed {Seed}: mean time covered in {covered} of {Experiments}, paired difference in {paired}; common random numbers save a factor of {saved:F2}");
        Assert.InRange(covered / (double)Experiments, 0.93, 0.97);
        Assert.InRange(paired / (double)Experiments, 0.93, 0.97);
        Assert.True(saved > 2, $"Common random numbers save a factor of {saved} only.");
    }

    private static double Theory(double serviceSeconds) => serviceSeconds / (1 - (serviceSeconds / 120));

    private static double[] Times(double serviceSeconds)
    {
        Scenario scenario = new()
        {
            Name = "queue",
            Activity = Activity.Queue,
            Queue = new QueueNetworkParameters
            {
                WarmUp = Duration.Seconds(3_600),
                End = Duration.Seconds(3_600 + 100_000),
                Stations = [new StationParameters { Name = "desk", Service = new ExponentialDuration(serviceSeconds), Arrivals = new ArrivalParameters { PoissonPerHour = 30 } }],
            },
        };
        Draws draws = new(Seed);
        return [.. Replications.Run(
            Experiments * Replicated,
            number => new QueuePlan(scenario, draws.ReplicationSeed(number)),
            (_, plan, outcome) => QueueResultReader.Read((QueuePlan)plan, outcome.Metrics).Stations[0].Sojourn.Mean,
            parallelism: 2)];
    }
}
