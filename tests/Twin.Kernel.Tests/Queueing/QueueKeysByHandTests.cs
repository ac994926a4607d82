using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using static Twin.Kernel.Tests.Queueing.QueueScenario;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>Ways, appointments, schedules, patience, balking, batches and interruptions, worked out by hand, exact to the millisecond.</summary>
public sealed class QueueKeysByHandTests
{
    [Fact]
    public void Run_Travel_TakesItsTimeBetweenStations()
    {
        // First 0–10 and 10–20; 7 s on the way; Second 17–22 and 27–32.
        QueueResult result = Run(Of(
            0, 100,
            Station(1, new Constant(10), At(0, 0), name: "First", next: ("Second", 1)) with { Travel = [new() { To = "Second", Time = new Constant(7) }] },
            Station(1, new Constant(5), null, name: "Second")));
        Assert.Equal(new DurationFigures(2, 27, 22, 32, 32, 32, 32), result.Journey.Time);
        Assert.Equal((5.0, 10.0), (result.Journey.Wait.Mean, result.Journey.Wait.Maximum));
        Assert.Equal((0.54, 0.1), (result.Journey.InNetwork, result.Stations[1].InSystem));
    }

    [Fact]
    public void Run_Appointments_ComeLateByTheirLateness()
    {
        // Due at 0, 20, 40 s, each 3.25 s late: nobody waits for 10 s of service.
        QueueResult late = Run(Of(0, 100, Station(1, new Constant(10), At(0, 20, 40) with { Lateness = new Constant(3.25) })));
        Assert.Equal((3, 0.0, 0.3), (late.Stations[0].Arrived, late.Stations[0].Wait.Maximum, late.Stations[0].Utilisation));
        // 30 s early: nobody before the start, so two come at 0 s and one at 10 s; served 0–10, 10–20, 20–30.
        QueueResult early = Run(Of(0, 100, Station(1, new Constant(10), At(0, 20, 40) with { Lateness = new Constant(-30) })));
        Assert.Equal(new DurationFigures(3, 20.0 / 3, 10, 10, 10, 10, 10), early.Stations[0].Wait);
    }

    [Fact]
    public void Run_NoShows_AreCountedAndServeNobody()
    {
        QueueResult none = Run(Of(0, 100, Station(1, new Constant(10), At(0, 20, 40) with { NoShow = 1 })));
        Assert.Equal((0, 3), (none.Journey.Arrived, none.Journey.NoShows));
        double[] times = [.. Enumerable.Range(0, 4_000).Select(i => i * 20.0)];
        QueueResult some = Run(Of(0, 80_000, Station(1, new Constant(10), At(times) with { NoShow = 0.25 })));
        Assert.Equal(4_000, some.Journey.Arrived + some.Journey.NoShows);
        Assert.InRange(some.Journey.NoShows, 1_000 - 90, 1_000 + 90);
    }

    [Fact]
    public void Run_ServersWhoLeave_FinishFirst()
    {
        // Two servers until 5 s, then one, from 30 s on two again. Served 0–10 and 0–10 (the second finishes off duty), then 10–20, 20–30, and 30–40 twice.
        StationResult station = Run(Of(0, 50, Station(2, new Constant(10), At(0, 0, 0, 0, 0, 0)) with
        {
            Schedule = [new() { From = Duration.Seconds(5), Servers = 1 }, new() { From = Duration.Seconds(30), Servers = 2 }],
        })).Stations[0];
        Assert.Equal((0 + 0 + 10 + 20 + 30 + 30) / 6.0, station.Wait.Mean, 9);
        // Duty: the first 50 s, the second 10 s and 20 s; busy 60 s.
        Assert.Equal(60.0 / 80, station.Utilisation, 9);
    }

    [Fact]
    public void Run_ServerWhoLeavesAtTheEndOfAService_TakesNobodyMore()
    {
        StationResult station = Run(Of(0, 50, Station(2, new Constant(10), At(0, 0, 0, 0)) with { Schedule = [new() { From = Duration.Seconds(10), Servers = 1 }] })).Stations[0];
        Assert.Equal((0 + 0 + 10 + 20) / 4.0, station.Wait.Mean, 9);
    }

    [Fact]
    public void Run_PatienceThatEndsWhenAServerIsFreed_IsServed()
    {
        // A service that ends at the very moment comes first.
        StationResult exact = Run(Of(0, 50, Station(1, new Constant(10), At(0, 0)) with { Patience = new Constant(10) })).Stations[0];
        Assert.Equal((2, 0), (exact.Served, exact.Reneged));
        StationResult station = Run(Of(0, 50, Station(1, new Constant(10), At(0, 1, 1.5, 3)) with { Patience = new Constant(9) })).Stations[0];
        Assert.Equal((2, 2), (station.Served, station.Reneged));
        // At the station 0–10, 1–20, 1.5–10.5 and 3–12.
        Assert.Equal(new LittleCheck(47_000, 47_000, 47.0 / 50, 4 / 50.0 * (47 / 4.0)), station.Little);
    }

    [Fact]
    public void Run_Balk_TurnsAwayWhoFindsSoManyWaiting()
    {
        QueueResult result = Run(Of(0, 50, Station(1, new Constant(10), At(0, 1, 2, 3, 11)) with { Balk = new Dictionary<string, double> { ["2"] = 1 } }));
        Assert.Equal((5, 1, 4), (result.Stations[0].Arrived, result.Stations[0].Balked, result.Stations[0].Served));
        Assert.Equal((1, 0, 4), (result.Journey.Balked, result.Journey.GaveUp, result.Journey.Completed));
    }

    [Fact]
    public void Run_BatchService_WaitsForTheLeastAndTakesTheMost()
    {
        // Begins at 2 s with two, ends at 12 s, takes three of four, ends at 22 s; one is left.
        QueueResult result = Run(Of(0, 50, Station(1, new Constant(10), At(0, 2, 3, 4, 5, 6)) with { Batch = new() { Least = 2, Most = 3 } }));
        Assert.Equal((5, 1), (result.Stations[0].Served, result.Stations[0].StillThere));
        Assert.Equal((2 + 0 + 9 + 8 + 7) / 5.0, result.Stations[0].Wait.Mean, 9);
    }

    [Fact]
    public void Run_Interrupted_GoesOnFromWhereItWas()
    {
        // Low 0–4, interrupted by High 4–9, goes on 9–15: waits 5 s.
        CustomerKindParameters Kind(string name, int priority, double service, double at) => new()
        {
            Name = name,
            Priority = priority,
            At = [new() { Station = "A", Service = new Constant(service), Arrivals = At(at) }],
        };
        Scenario scenario = Of(0, 50, Station(1, new Constant(1), null) with { Preemption = Preemption.Resume });
        QueueResult result = Run(scenario with { Queue = scenario.Queue with { Kinds = [Kind("Low", 0, 10, 0), Kind("High", 5, 5, 4)] } });
        Assert.Equal((5.0, 15.0), (result.Stations[0].Kinds[0].Wait.Mean, result.Stations[0].Kinds[0].Time.Mean));
        Assert.Equal((0.0, 5.0), (result.Stations[0].Kinds[1].Wait.Mean, result.Stations[0].Kinds[1].Time.Mean));
        Assert.Equal(0.3, result.Stations[0].Utilisation, 9);
    }

    [Fact]
    public void Run_AllKeys_SameDigestsForAnyWindow()
    {
        Scenario scenario = AllKeys();
        EngineOutcome wide = Simulate(scenario, 3, out QueuePlan plan);
        EngineOutcome narrow = Simulate(scenario, 3, out _, 777);
        QueueResult result = QueueResultReader.Read(plan, wide.Metrics);
        Assert.Equal((wide.Digest, wide.Metrics.Digest()), (narrow.Digest, narrow.Metrics.Digest()));
        Assert.True(result.Stations.Sum(s => s.Reneged) > 20 && result.Stations.Sum(s => s.Balked) > 20 && result.Journey.NoShows > 2, result.Journey.ToString());
        Assert.All(result.Kinds, kind => Assert.True(kind.Served > 20, kind.ToString()));
    }
}
