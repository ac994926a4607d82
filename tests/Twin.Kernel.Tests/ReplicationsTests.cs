using Twin.Kernel.Tests.Queueing;
using Twin.Model.Distributions;
using Twin.Model.Events;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Kernel.Tests;

public sealed class ReplicationsTests
{
    private static readonly Scenario Small = QueueScenario.Of(0, 3_600, QueueScenario.Station(1, new ExponentialDuration(20), QueueScenario.PerHour(120)));

    private static QueuePlan PlanOf(int number) => new(Small, (ulong)number);

    [Fact]
    public void Run_AnyParallelism_SameResultsInOrder()
    {
        IReadOnlyList<(int, UInt128)> alone = Run(1);
        Assert.Equal(Enumerable.Range(0, 12), alone.Select(kept => kept.Item1));
        Assert.Equal(12, alone.Select(kept => kept.Item2).Distinct().Count());
        Assert.Equal(alone, Run(2));
        Assert.Equal(alone, Run(5));
        Assert.Equal(alone, Run(100));

        static IReadOnlyList<(int, UInt128)> Run(int parallelism) =>
            Replications.Run(12, PlanOf, (number, _, outcome) => (number, outcome.Digest), parallelism);
    }

    [Fact]
    public void Run_OneFails_EndsAllWithItsException()
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Replications.Run<int>(
            1_000_000, PlanOf, (number, _, _) => number == 3 ? throw new InvalidOperationException("the third") : number, parallelism: 2));
        Assert.Equal("the third", thrown.Message);
    }

    [Fact]
    public void Run_PlanIsRefused_EndsWithItsException()
    {
        Scenario faulty = Small with { Queue = Small.Queue with { Stations = [] } };
        Assert.Throws<ScenarioInputException>(() => Replications.Run(2, _ => new QueuePlan(faulty, 1), (number, _, _) => number, parallelism: 2));
    }

    [Fact]
    public void Run_Cancelled_ThrowsAndReadsNoUnfinishedRun()
    {
        using CancellationTokenSource stop = new();
        int read = 0;
        Assert.Throws<OperationCanceledException>(() => Replications.Run(
            1_000_000,
            number =>
            {
                if (number == 4)
                {
                    stop.Cancel();
                }

                return PlanOf(number);
            },
            (_, _, outcome) => outcome.Completed ? ++read : throw new InvalidOperationException("unfinished"),
            parallelism: 1,
            stop.Token));
        Assert.Equal(4, read);
    }

    [Fact]
    public void Run_SideBySide_EachOnItsOwnThread()
    {
        using Barrier both = new(2);
        bool[] met = [.. Replications.Run(2, PlanOf, (_, _, _) => both.SignalAndWait(TimeSpan.FromSeconds(30)), parallelism: 2)];
        Assert.Equal([true, true], met);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Run_NothingToDo_IsRefused(int count, int parallelism) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Replications.Run(count, PlanOf, (number, _, _) => number, parallelism));
}
