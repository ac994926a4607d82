using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using static Twin.Kernel.Tests.Queueing.QueueScenario;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>Networks with given arrivals and constant services, worked out by hand, exact to the millisecond.</summary>
public sealed class QueueByHandTests
{
    [Fact]
    public void Run_DD1_IsExact()
    {
        // Served 0–15, 15–30, 30–45, 45–60 s.
        QueueResult result = Run(Of(0, 100, Station(1, new Constant(15), At(0, 10, 20, 30))));
        StationResult station = Assert.Single(result.Stations);
        Assert.Equal((4, 0, 4, 0), (station.Arrived, station.Refused, station.Served, station.StillThere));
        Assert.Equal(new DurationFigures(4, 7.5, 5, 15, 15, 15, 15), station.Wait);
        Assert.Equal(new DurationFigures(4, 22.5, 20, 30, 30, 30, 30), station.Sojourn);
        Assert.Equal((0.6, 0.9, 0.3, 0.75), (station.Utilisation, station.InSystem, station.InQueue, station.WaitProbability));
        Assert.Equal((2, 1), (station.InSystemGreatest, station.InQueueGreatest));
        Assert.Equal(new LittleCheck(90_000, 90_000, 0.9, 0.9), station.Little);
        Assert.Equal(new LittleCheck(30_000, 30_000, 0.3, 0.3), station.LittleQueue);
        Assert.Equal((4, 0, 0, 4, 1.0), (result.Journey.Arrived, result.Journey.Refused, result.Journey.Lost, result.Journey.Completed, result.Journey.Visits));
        Assert.Equal(station.Sojourn, result.Journey.Time);
        Assert.Equal(station.Wait, result.Journey.Wait);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Run_ArrivalsExactlyAtWarmUpAndEnd_AreCountedAndFollowed()
    {
        // At the station over [10, 30]: two until 15, one until 20, two until 30.
        StationResult station = Run(Of(10, 30, Station(1, new Constant(15), At(0, 10, 20, 30, 30.001)))).Stations[0];
        Assert.Equal((3, 3), (station.Arrived, station.Served));
        Assert.Equal((10.0, 15.0), (station.Wait.Mean, station.Wait.Maximum));
        Assert.Equal((1.75, 0.75, 1.0), (station.InSystem, station.InQueue, station.Utilisation));
    }

    [Fact]
    public void Run_ServiceAcrossWarmUpAndEnd_CountsBusyTimeWithin()
    {
        StationResult station = Run(Of(20, 60, Station(2, new Constant(30), At(5, 50)))).Stations[0];
        Assert.Equal((15.0 + 10.0) / 80, station.Utilisation);
        Assert.Equal((1, 1), (station.Arrived, station.Served));
    }

    [Fact]
    public void Run_PlaceFreedAtTheMomentOfAnArrival_IsFree()
    {
        StationResult station = Run(Of(0, 100, Station(1, new Constant(10), At(0, 5, 10, 20), room: 1))).Stations[0];
        Assert.Equal((4, 1, 3, 0.25), (station.Arrived, station.Refused, station.Served, station.Loss));
        Assert.Equal(0, station.Wait.Maximum);
    }

    [Fact]
    public void Run_SimultaneousArrivals_JoinInOrderUntilTheRoomIsFull()
    {
        StationResult station = Run(Of(0, 100, Station(2, new Constant(10), At(5, 5, 5, 5, 5), room: 3))).Stations[0];
        Assert.Equal((5, 2, 3), (station.Arrived, station.Refused, station.Served));
        Assert.Equal((10.0 / 3, 10.0, 1.0 / 3), (station.Wait.Mean, station.Wait.Maximum, station.WaitProbability));
    }

    [Fact]
    public void Run_RoutedAndOutsideAtOneMoment_RoutedComesFirst()
    {
        QueueResult result = Run(Of(
            0,
            100,
            Station(1, new Constant(10), At(10), room: 1, name: "Second"),
            Station(1, new Constant(10), At(0), name: "First", next: ("Second", 1))));
        Assert.Equal((2, 1, 1), (result.Stations[0].Arrived, result.Stations[0].Refused, result.Stations[0].Served));
        Assert.Equal((2, 1, 0, 1, 0.5), (result.Journey.Arrived, result.Journey.Refused, result.Journey.Lost, result.Journey.Completed, result.Journey.Loss));
        Assert.Equal((20.0, 2.0), (result.Journey.Time.Mean, result.Journey.Visits));
    }

    [Fact]
    public void Run_LaterStationFull_LosesTheCustomer()
    {
        // The first is at the stations for 20 s, the second for 10 s.
        QueueResult result = Run(Of(
            0,
            100,
            Station(2, new Constant(10), At(0, 1), name: "First", next: ("Second", 1)),
            Station(1, new Constant(10), null, room: 1, name: "Second")));
        Assert.Equal((2, 0, 1, 1), (result.Journey.Arrived, result.Journey.Refused, result.Journey.Lost, result.Journey.Completed));
        Assert.Equal(new LittleCheck(30_000, 30_000, 0.3, 0.3), result.Journey.Little);
        Assert.Equal(new DurationFigures(1, 20, 20, 20, 20, 20, 20), result.Journey.Time);
    }

    [Fact]
    public void Run_FeedbackToAFullStation_TakesTheOwnPlaceAgain()
    {
        // Half of the draws go back; nobody else is there, so nobody is ever lost.
        QueueResult result = Run(Of(0, 10_000, Station(1, new Constant(10), At([.. Enumerable.Range(0, 9).Select(i => i * 1000.0)]), room: 1, next: ("A", 0.5))));
        Assert.Equal((0, 0, 9), (result.Journey.Refused, result.Journey.Lost, result.Journey.Completed));
        Assert.True(result.Journey.Visits > 1, "With nine people somebody goes back.");
        Assert.Equal(result.Journey.Visits * 10, result.Journey.Time.Mean, 9);
    }

    [Fact]
    public void Run_SeveralFree_TheLowestNumberServes()
    {
        // Servers 0, 1, 2 are taken at 0, 1, 2 s and free at 10, 11, 12 s; who comes at 11.5 s takes server 0.
        Scenario scenario = Of(0, 11.6, Station(3, new Constant(10), At(0, 1, 2, 11.5)));
        KernelEngine engine = new(new QueuePlan(scenario with { Queue = scenario.Queue with { FollowUp = new(0) } }, 1));
        engine.Run();
        ServerPool servers = Assert.IsType<QueueNetwork>(engine.Entities[0]).Stations[0].Servers;
        Assert.Equal(2, engine.Entities[0].Completed);
        Assert.Equal((true, false, true), (servers.IsBusy(0), servers.IsBusy(1), servers.IsBusy(2)));
    }

    [Fact]
    public void Run_ServiceBeyondTheFollowUp_SaysWhoIsStillThere()
    {
        Scenario scenario = Of(0, 3600, Station(1, new Constant(7200), At(0, 60)));
        QueueResult result = Run(scenario with { Queue = scenario.Queue with { FollowUp = Duration.Minutes(10) } });
        StationResult station = result.Stations[0];
        Assert.Equal((2, 0, 2), (station.Arrived, station.Served, station.StillThere));
        Assert.Equal((1.0, 1 + (3540.0 / 3600)), (station.Utilisation, station.InSystem));
        Assert.Contains(new QueueWarning(QueueWarningKind.NotLeft, "A", 2), result.Warnings);
        Assert.Contains(new QueueWarning(QueueWarningKind.NotLeft, "", 2), result.Warnings);
    }

    [Fact]
    public void Run_ServiceLongerThanADay_IsFollowedToItsEnd()
    {
        QueueResult result = Run(Of(0, 3600, Station(1, new Constant(30 * 3600), At(0, 60))));
        Assert.Equal((2, 0), (result.Stations[0].Served, result.Stations[0].StillThere));
        Assert.Equal((30 * 3600) - 60, result.Stations[0].Wait.Maximum);
    }

    [Fact]
    public void Run_WaitsOfWeeks_AreExact()
    {
        // A thousand come at once, an hour each: the last waits 999 h, more than 31 bits of ms.
        QueueResult result = Run(Of(0, 3600, Station(1, new Constant(3600), At(new double[1000]))));
        Assert.Equal(new DurationFigures(1000, 499.5 * 3600, 499 * 3600, 899 * 3600, 949 * 3600, 989 * 3600, 999 * 3600), result.Stations[0].Wait);
        Assert.Contains(new QueueWarning(QueueWarningKind.Overload, "A", 1000), result.Warnings);
    }

    [Fact]
    public void Run_NobodyComes_AllFiguresAreZero()
    {
        QueueResult result = Run(Of(60, 3600, Station(2, new Constant(15), null), Station(1, new Constant(15), null, name: "B")));
        Assert.All(result.Stations, station =>
        {
            Assert.Equal((0, 0, 0.0, 0.0), (station.Arrived, station.Served, station.Loss, station.WaitProbability));
            Assert.Equal((0.0, 0.0, 0.0), (station.Utilisation, station.InSystem, station.InQueue));
            Assert.Equal(new DurationFigures(0, 0, 0, 0, 0, 0, 0), station.Wait);
        });
        Assert.Equal((0, 0.0, 0.0), (result.Journey.Arrived, result.Journey.Visits, result.Journey.InNetwork));
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Run_JourneyBeyondTheEnd_MeetsThoseWhoArriveAfterIt()
    {
        // Followed: arrives at 95 s, reaches Second at 105 s, waits there for who came at 104 s, after the end.
        QueueResult result = Run(Of(
            0,
            100,
            Station(1, new Constant(10), At(95), name: "First", next: ("Second", 1)),
            Station(1, new Constant(10), At(104), name: "Second")));
        Assert.Equal((1, 1), (result.Journey.Arrived, result.Journey.Completed));
        Assert.Equal(new DurationFigures(1, 9, 9, 9, 9, 9, 9), result.Journey.Wait);
        Assert.Equal(0, result.Stations[1].Arrived);
    }

    [Fact]
    public void Run_EndedByCancellation_SaysHowLongTheStatisticsAre()
    {
        using CancellationTokenSource stop = new();
        QueuePlan plan = new(Of(0, 3600, Station(1, new Constant(15), At([.. Enumerable.Range(0, 200).Select(i => i * 18.0)]))), 1);
        EngineOutcome outcome = new KernelEngine(plan).Run(new StopAtOnce(stop), stop.Token);
        Assert.False(outcome.Completed);
        QueueResult result = QueueResultReader.Read(plan, outcome.Metrics);
        QueueWarning warning = Assert.Single(result.Warnings, warning => warning.Kind == QueueWarningKind.CutShort);
        Assert.InRange(warning.Value, 1, 3599);
        Assert.InRange(result.Stations[0].Utilisation, 0.8, 0.9);
    }

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => stop.Cancel();
    }
}
