using Twin.Grains.Messages;
using Twin.Grains.Running;
using Twin.Model.Events;

namespace Twin.Grains.Tests.Running;

/// <summary>Delivery is at most once, and a retry may duplicate: windows are numbered, and no entity starts anew.</summary>
public sealed class PartitionGrainTests
{
    [Fact]
    public async Task StepWindow_RepeatedOrOlder_GivesTheSameAnswerOrIsRefused()
    {
        await using TestCluster cluster = await TestCluster.StartAsync(1);
        await cluster.Runs.PrepareAsync(() => TestPlans.Small(), new GrainRunOptions { Partitions = 1 });
        IPartitionGrain partition = cluster.Runs.Grains.GetGrain<IPartitionGrain>(RunKey.OfPartition(cluster.Runs.LatestRun, 0).Value);
        WindowOrder first = OrderAt(1, await partition.Begin());

        WindowReport report = await partition.StepWindow(first);
        WindowReport repeated = await partition.StepWindow(first);
        WindowReport second = await partition.StepWindow(OrderAt(2, report.Earliest));

        Assert.True(report.Handled > 0);
        Assert.Equal((report.Number, report.Handled, report.Calls, report.Earliest), (repeated.Number, repeated.Handled, repeated.Calls, repeated.Earliest));
        Assert.True(second.Earliest > report.Earliest);
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await partition.StepWindow(first));
        Assert.Contains("expects window 3 and cannot step window 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Activate_Twice_IsRefusedWithTheCode()
    {
        HostedRun run = new(TestPlans.Small(), [default!], new GrainRunOptions { Partitions = 1 }, null);
        EntityId household = EntityId.Of(EntityKind.Household, 5);
        run.Activate(household);
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => run.Activate(household));
        Assert.Contains(run.Plan.CodeOf(household), refused.Message, StringComparison.Ordinal);
    }

    private static WindowOrder OrderAt(long number, long start) => new(number, start, EventCalendar.WindowEnd(start, 10_000), []);
}
