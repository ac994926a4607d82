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
}
