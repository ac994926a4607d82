using CsCheck;
using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using static Twin.Kernel.Tests.Queueing.QueueScenario;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>What holds for every network: conservation, Little's law, equal digests, common random numbers.</summary>
public sealed class QueueNetworkTests
{
    private static readonly Scenario Busy = Of(
        600,
        7200,
        Station(2, new ExponentialDuration(0.05), PerHour(130_000), room: 20, name: "Fast", next: [("Slow", 0.3), ("Fast", 0.1)]),
        Station(6, new LogNormal(0.4, 0.3), PerHour(5_000), name: "Slow", next: ("Fast", 0.2)));

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(1_000)]
    [InlineData(7_777)]
    public void Run_AnyWindow_SameDigests(long window)
    {
        Scenario scenario = Busy with { Queue = Busy.Queue with { WarmUp = Duration.Seconds(5), End = Duration.Seconds(60) } };
        EngineOutcome wide = Simulate(scenario, 3, out _);
        EngineOutcome narrow = Simulate(scenario, 3, out _, window);
        Assert.True(wide.Events > 5_000, $"{wide.Events} events");
        Assert.Equal(wide.Digest, narrow.Digest);
        Assert.Equal(wide.Metrics.Digest(), narrow.Metrics.Digest());
    }

    [Fact]
    public void Run_AnotherSeed_AnotherDigest() =>
        Assert.NotEqual(Simulate(Busy, 1, out _).Digest, Simulate(Busy, 2, out _).Digest);

    [Fact]
    public void Run_RandomNetworks_ConserveCustomersAndTime()
    {
        Gen<StationParameters> station =
            from servers in Gen.Int[1, 4]
            from mean in Gen.Int[1, 2_000]
            from rate in Gen.Int[0, 4_000]
            from room in Gen.Int[0, 6]
            from first in Gen.Int[0, 10]
            from second in Gen.Int[0, 9]
            select Station(
                servers,
                new ExponentialDuration(mean / 100.0),
                rate == 0 ? null : PerHour(rate),
                room == 0 ? null : room,
                next: [("S0", first / 20.0), ("S1", second / 20.0)]);
        Gen.Select(station, station, station, Gen.ULong, Gen.Int[0, 900], Gen.Int[0, 100]).Sample(
            (a, b, c, seed, warmUp, followUp) =>
            {
                Scenario scenario = Of(warmUp, 1000, a with { Name = "S0" }, b with { Name = "S1" }, c with { Name = "S2" });
                QueueResult result = Run(scenario with { Queue = scenario.Queue with { FollowUp = Duration.Seconds(followUp) } }, seed);
                Assert.Equal(result.Journey.InNetwork, result.Stations.Sum(s => s.InSystem), tolerance: 1e-9);
                Assert.All(result.Stations, s => Assert.Equal(s.InSystem, s.InQueue + (s.Utilisation * s.Servers), tolerance: 1e-9));
                Assert.All(result.Stations, s => Assert.InRange(s.Utilisation, 0, 1));
                Assert.All(result.Stations, s => Assert.True(s.Room is null || s.InSystemGreatest <= s.Room));
            },
            iter: 300,
            threads: 1);
    }

    [Fact]
    public void Read_TimeOfOneCustomerMissing_BreaksLittlesLaw()
    {
        EngineOutcome outcome = Simulate(Busy, 1, out QueuePlan plan);
        outcome.Metrics.Add(QueueMetrics.Of(1, StationCell.SojournWithin), -1);
        InvalidOperationException breach = Assert.Throws<InvalidOperationException>(() => QueueResultReader.Read(plan, outcome.Metrics));
        Assert.Contains("station Slow", breach.Message, StringComparison.Ordinal);
        Assert.Contains("Little's law", breach.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneCustomerMissing_BreaksConservation()
    {
        EngineOutcome outcome = Simulate(Busy, 1, out QueuePlan plan);
        outcome.Metrics.Add(QueueMetrics.Of(NetworkCell.Arrived), 1);
        InvalidOperationException breach = Assert.Throws<InvalidOperationException>(() => QueueResultReader.Read(plan, outcome.Metrics));
        Assert.Contains("the network", breach.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LittlesLaw_MeanNumberIsRateTimesMeanTime()
    {
        QueueResult result = Run(Of(3_600, 400_000, Station(3, new ExponentialDuration(60), PerHour(120))));
        Assert.Equal(1, result.Stations[0].Little.RateTimesMean / result.Stations[0].Little.MeanNumber, 0.005);
        Assert.Equal(1, result.Stations[0].LittleQueue.RateTimesMean / result.Stations[0].LittleQueue.MeanNumber, 0.01);
        Assert.Equal(1, result.Journey.Little.RateTimesMean / result.Journey.Little.MeanNumber, 0.005);
    }

    [Fact]
    public void Run_OneMoreServer_KeepsTheDrawsAndWaitsNoLonger()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            StationResult few = Run(Of(0, 40_000, Station(2, new LogNormal(50, 40), PerHour(130))), seed).Stations[0];
            StationResult more = Run(Of(0, 40_000, Station(3, new LogNormal(50, 40), PerHour(130))), seed).Stations[0];
            Assert.Equal(few.Arrived, more.Arrived);
            Assert.Equal(few.Sojourn.Mean - few.Wait.Mean, more.Sojourn.Mean - more.Wait.Mean, 6);
            Assert.True(more.Wait.P50 <= few.Wait.P50 && more.Wait.P90 <= few.Wait.P90 && more.Wait.Maximum <= few.Wait.Maximum, $"seed {seed}");
        }
    }

    [Fact]
    public void Run_GapsOfTwoMilliseconds_RateIsUnbiased()
    {
        // 500 arrivals a second, many in one ms: 300,000 expected, standard deviation 548.
        StationResult station = Run(Of(0, 600, Station(10, new Constant(0.004), PerHour(1_800_000))), seed: 11).Stations[0];
        Assert.InRange(station.Arrived, 300_000 - 2_000, 300_000 + 2_000);
        Assert.Equal(0.2, station.Utilisation, 0.002);
    }

    [Fact]
    public void Run_OverloadWithFeedback_EndsAndSaysSo()
    {
        QueueResult result = Run(Of(0, 3_600, Station(1, new ExponentialDuration(10), PerHour(400), next: ("A", 0.5))));
        Assert.Equal(0, result.Journey.StillThere);
        QueueWarning warning = Assert.Single(result.Warnings, warning => warning.Kind == QueueWarningKind.Overload);
        Assert.Equal(400.0 / 360 + 0.5, warning.Value, 6);
    }

    [Fact]
    public void Run_MeansUnderASecond_WarnOfRounding()
    {
        QueueResult result = Run(Busy);
        Assert.Contains(new QueueWarning(QueueWarningKind.ShortService, "Fast", 0.05), result.Warnings);
        Assert.Contains(result.Warnings, w => w is { Kind: QueueWarningKind.ShortInterarrival, Station: "Fast" } && Math.Abs(w.Value - (3600.0 / 130_000)) < 1e-12);
        Assert.Contains(result.Warnings, w => w is { Kind: QueueWarningKind.ShortService, Station: "Slow" });
        Assert.Contains(result.Warnings, w => w is { Kind: QueueWarningKind.ShortInterarrival, Station: "Slow" });
        Assert.DoesNotContain(result.Warnings, w => w.Kind is QueueWarningKind.NotLeft or QueueWarningKind.CutShort);
    }

    [Fact]
    public void Run_ServiceDrawnBelowZero_WarnsThatItIsRaised()
    {
        QueueResult result = Run(Of(0, 3_600, Station(1, new NormalDuration(20, 20), PerHour(60))));
        QueueWarning warning = Assert.Single(result.Warnings, warning => warning.Kind == QueueWarningKind.RaisedService);
        Assert.Equal(0.1587, warning.Value, 0.0005);
    }

    [Fact]
    public void Run_Longer_AllocatesNothingPerEvent()
    {
        Scenario scenario = Of(0, 60_000, Station(3, new ExponentialDuration(1), PerHour(9_000), name: "A", next: ("B", 0.5)), Station(2, new Constant(1), null, name: "B"));
        (long Bytes, long Events) Measure(double end)
        {
            QueuePlan plan = new(scenario with { Queue = scenario.Queue with { WarmUp = Duration.Seconds(end - 1), End = Duration.Seconds(end) } }, 1);
            KernelEngine engine = new(plan);
            long before = GC.GetAllocatedBytesForCurrentThread();
            long events = engine.Run().Events;
            return (GC.GetAllocatedBytesForCurrentThread() - before, events);
        }

        Measure(1_000);
        (long shortBytes, long shortEvents) = Measure(10_000);
        (long longBytes, long longEvents) = Measure(60_000);
        Assert.True(longEvents > 4 * shortEvents && longEvents > 200_000, $"{longEvents} events");
        Assert.True((longBytes - shortBytes) / (double)(longEvents - shortEvents) < 1, $"{longBytes - shortBytes} bytes for {longEvents - shortEvents} more events");
    }
}
