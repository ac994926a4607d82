using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Queueing;

public sealed class QueueNetworkCheckTests
{
    private static readonly StationParameters Good = new() { Name = "A", Service = new Constant(10), Arrivals = new ArrivalParameters { PoissonPerHour = 60 } };

    [Fact]
    public void Faults_GoodNetwork_None() => Assert.Empty(Of(Good with { Next = Next(("A", 0.999)) }, Good with { Name = "B" }));

    [Fact]
    public void Faults_ThreeTenthsAndTheRest_AddUpToOne() =>
        Assert.Empty(Of(Good with { Next = Next(("A", 0.1), ("B", 0.2), ("C", 0.7)) }, Good with { Name = "B" }, Good with { Name = "C" }));

    [Fact]
    public void Faults_NoStation_IsNamed() => AssertFault(Of(), "queue.stations: found none; allowed at least one station");

    [Fact]
    public void Faults_SameName_IsNamed() => AssertFault(Of(Good, Good), "queue.stations[1].name: found \"A\"; allowed a name that no other station has");

    [Fact]
    public void Faults_UnknownTarget_IsNamed() =>
        AssertFault(Of(Good with { Next = Next(("Desk", 0.5)) }), "queue.stations[0].next.Desk: found \"Desk\"; allowed the name of a station: A");

    [Fact]
    public void Faults_ProbabilitiesAboveOne_AreNamed() => AssertFault(
        Of(Good with { Next = Next(("A", 0.5), ("B", 0.75)) }, Good with { Name = "B" }),
        "queue.stations[0].next: found probabilities that add up to 1.25; allowed at most 1; the rest leaves");

    [Fact]
    public void Faults_NegativeProbability_IsNamed() =>
        AssertFault(Of(Good with { Next = Next(("A", -0.5)) }), "queue.stations[0].next.A: found -0.5; allowed a probability from 0 to 1");

    [Fact]
    public void Faults_NoWayOut_IsNamed() => AssertFault(
        Of(Good with { Next = Next(("B", 0.5)) }, Good with { Name = "B", Arrivals = null, Next = Next(("B", 1)) }),
        "queue.stations[1].next: found probabilities by which nobody ever leaves the network; allowed a way out for everybody");

    [Fact]
    public void Faults_NoWayOutWhereNobodyComes_IsNoFault() =>
        Assert.Empty(Of(Good, Good with { Name = "B", Arrivals = null, Next = Next(("B", 1)) }));

    [Fact]
    public void Faults_TwoKindsOfArrivals_AreNamed() => AssertFault(
        Of(Good with { Arrivals = new ArrivalParameters { PoissonPerHour = 60, Times = [new(5)] } }),
        "queue.stations[0].arrivals: found poissonPerHour and times; allowed one of poissonPerHour, times, rates, file, ratesFile and population");

    [Fact]
    public void Faults_EmptyArrivals_AreNamed() => AssertFault(
        Of(Good with { Arrivals = new ArrivalParameters() }),
        "queue.stations[0].arrivals: found nothing; allowed one of poissonPerHour, times, rates, file, ratesFile and population");

    [Fact]
    public void Faults_OverlappingIntervals_AreNamed() => AssertFault(
        Of(Good with { Arrivals = new ArrivalParameters { Rates = [Rate(0, 100), Rate(50, 150)] } }),
        "queue.stations[0].arrivals.rates[1].from: found 50 s; allowed at least 100 s: intervals in order, without overlap");

    [Fact]
    public void Faults_EmptyInterval_IsNamed() => AssertFault(
        Of(Good with { Arrivals = new ArrivalParameters { Rates = [Rate(10, 10)] } }),
        "queue.stations[0].arrivals.rates[0].to: found 10 s; allowed more than from, 10 s");

    [Fact]
    public void Faults_EndNotAfterWarmUp_IsNamed() => AssertFault(
        QueueNetworkCheck.Faults(new QueueNetworkParameters { WarmUp = Duration.Seconds(60), End = Duration.Seconds(60), Stations = [Good] }),
        "queue.end: found 60 s; allowed more than warmUp, 60 s");

    [Fact]
    public void NewPlan_SeveralFaults_SaysAll()
    {
        Scenario scenario = new() { Queue = new QueueNetworkParameters { End = new(0), Stations = [Good with { Servers = 0 }, Good with { Room = 0 }] } };
        ScenarioInputException refused = Assert.Throws<ScenarioInputException>(() => new QueuePlan(scenario, 1));
        Assert.Equal(4, refused.Message.Split('\n').Length);
    }

    private static RateInterval Rate(double from, double to) => new() { From = Duration.Seconds(from), To = Duration.Seconds(to), PerHour = 60 };

    private static Dictionary<string, double> Next(params (string To, double P)[] next) => next.ToDictionary(to => to.To, to => to.P);

    private static IReadOnlyList<NetworkFault> Of(params StationParameters[] stations) =>
        QueueNetworkCheck.Faults(new QueueNetworkParameters { Stations = stations });

    private static void AssertFault(IReadOnlyList<NetworkFault> faults, string expected) => Assert.Equal(expected, Assert.Single(faults).ToString());
}
