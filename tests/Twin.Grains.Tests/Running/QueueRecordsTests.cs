using Twin.Grains.Running;
using Twin.Kernel;
using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Grains.Tests.Running;

public sealed class QueueRecordsTests
{
    private static QueuePlan Plan() => new(
        new Scenario
        {
            Name = "queue",
            Activity = Activity.Queue,
            Queue = new QueueNetworkParameters
            {
                End = Duration.Minutes(60),
                Stations = [new StationParameters { Name = "A", Service = new ExponentialDuration(60), Arrivals = new ArrivalParameters { PoissonPerHour = 50 } }],
            },
        },
        1,
        new QueueRecording(60_000, 1_000));

    [Fact]
    public async Task Run_RecordedQueue_EqualsKernelToTheByte()
    {
        EngineOutcome kernel = new KernelEngine(Plan()).Run(cancellation: TestContext.Current.CancellationToken);
        await using TestCluster cluster = await TestCluster.StartAsync(2);
        EngineOutcome grains = await cluster.Runs.RunAsync(Plan, new GrainRunOptions { Partitions = 2 });
        Assert.Equal(kernel.Digest, grains.Digest);
        Assert.Equal(Assert.Single(kernel.Packed!).Packed, Assert.Single(grains.Packed!).Packed);
        Assert.True(QueueRecords.Unpack(Plan(), grains.Packed![0].Packed).Visits.Count > 10);
    }

    private static QueuePlan PlanWithAllKeys()
    {
        ArrivalParameters Every(double seconds) => new() { Times = [.. Enumerable.Range(0, 60).Select(i => Duration.Seconds(i * seconds))] };
        return new QueuePlan(
            new Scenario
            {
                Name = "queue",
                Activity = Activity.Queue,
                Queue = new QueueNetworkParameters
                {
                    End = Duration.Minutes(60),
                    Stations =
                    [
                        new StationParameters
                        {
                            Name = "A",
                            Service = new ExponentialDuration(60),
                            Preemption = Preemption.Resume,
                            Patience = new ExponentialDuration(120),
                            Schedule = [new() { From = Duration.Minutes(10), Servers = 2 }, new() { From = Duration.Minutes(40), Servers = 1 }],
                            Travel = [new() { To = "B", Time = new UniformDuration(1, 30) }],
                            Next = new Dictionary<string, double> { ["B"] = 0.8 },
                        },
                        new StationParameters { Name = "B", Service = new ExponentialDuration(90), Batch = new() { Most = 3, Least = 2 }, Balk = new Dictionary<string, double> { ["3"] = 0.5 } },
                    ],
                    Kinds =
                    [
                        new() { Name = "booked", Priority = 1, At = [new() { Station = "A", Arrivals = Every(60) with { Lateness = new NormalDuration(0, 100), NoShow = 0.1 } }] },
                        new() { Name = "walkIn", At = [new() { Station = "A", Arrivals = new() { PoissonPerHour = 30, BatchSizes = new Dictionary<string, double> { ["1"] = 0.5, ["2"] = 0.5 } } }] },
                        new() { Name = "staff", At = [new() { Station = "B", Arrivals = new() { Population = 4, ThinkTime = new ExponentialDuration(300) } }] },
                    ],
                },
            },
            1,
            new QueueRecording(60_000, 1_000));
    }

    [Fact]
    public async Task Run_QueueWithEveryKey_EqualsKernelToTheByte()
    {
        EngineOutcome kernel = new KernelEngine(PlanWithAllKeys()).Run(cancellation: TestContext.Current.CancellationToken);
        await using TestCluster cluster = await TestCluster.StartAsync(2);
        EngineOutcome grains = await cluster.Runs.RunAsync(PlanWithAllKeys, new GrainRunOptions { Partitions = 2 });
        Assert.Equal((kernel.Digest, kernel.Metrics.Digest()), (grains.Digest, grains.Metrics.Digest()));
        Assert.Equal(Assert.Single(kernel.Packed!).Packed, Assert.Single(grains.Packed!).Packed);
        QueueRecords records = QueueRecords.Unpack(PlanWithAllKeys(), grains.Packed![0].Packed);
        Assert.Contains(records.Visits, visit => visit.End == VisitEnd.Reneged);
        Assert.Contains(records.Visits, visit => visit.End == VisitEnd.Balked);
    }
}
