using System.Globalization;
using Twin.Kernel.Tests.Testing;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests;

/// <summary>The trace digest: the same for every window and culture, another for every event that is lost, doubled or out of order.</summary>
public sealed class DigestTests
{
    private const string Arrivals = """
        time,site,person,class
        5,1,a,adult
        5,1,b,aged
        5,1,c,child
        65,2,d,assisted
        """;

    private static (UInt128 Trace, string Results) Digests(SimulationPlan plan, long window = 10_000)
    {
        EngineOutcome outcome = new KernelEngine(plan, window).Run();
        return (outcome.Digest, outcome.Metrics.Digest());
    }

    private static MassTestPlan FromFile()
    {
        Scenario scenario = SmallTest.Plain.Sites(2);
        ArrivalList arrivals = ArrivalReader.Read("arrivals.csv", Arrivals, scenario);
        (Model.Districts.District district, SiteLayout layout) = ArrivalDistrict.Of(arrivals, scenario);
        return new MassTestPlan(scenario, district, layout, 1, arrivals);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(250)]
    [InlineData(1000)]
    public void Run_NarrowerWindow_GivesTheSameDigests(long window) =>
        Assert.Equal(Digests(SmallDistrict.Plan(SmallDistrict.Scenario)), Digests(SmallDistrict.Plan(SmallDistrict.Scenario), window));

    [Fact]
    public void Run_AnotherCulture_GivesTheSameDigests()
    {
        (UInt128, string) expected = Digests(SmallDistrict.Plan(SmallDistrict.Scenario));
        using OtherCulture other = new();
        Assert.Equal("0,5", 0.5.ToString(CultureInfo.CurrentCulture));
        Assert.Equal(expected, Digests(SmallDistrict.Plan(SmallDistrict.Scenario)));
    }

    [Fact]
    public void Run_AnotherCulture_GivesTheSameVisits()
    {
        string[] Lines() => SmallTest.Run(SmallDistrict.Plan(SmallDistrict.Scenario, recordsVisits: true)).Lines;
        string[] expected = Lines();
        using OtherCulture other = new();
        Assert.Equal(expected, Lines());
    }

    [Fact]
    public void Run_AnotherSeed_GivesOtherDigests() =>
        Assert.NotEqual(Digests(SmallDistrict.Plan(SmallDistrict.Scenario, 1)), Digests(SmallDistrict.Plan(SmallDistrict.Scenario, 2)));

    [Fact]
    public void Run_SideBySide_GivesTheSameDigests()
    {
        ulong[] seeds = [.. Enumerable.Range(0, 6).Select(new Model.Randomness.Draws(1).ReplicationSeed)];
        (UInt128, string)[] oneByOne = [.. seeds.Select(seed => Digests(SmallDistrict.Plan(SmallDistrict.Scenario, seed)))];
        (UInt128, string)[] together = [.. seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(seed => Digests(SmallDistrict.Plan(SmallDistrict.Scenario, seed)))];
        Assert.Equal(oneByOne, together);
    }

    [Fact]
    public void Run_EventLostDoubledOrSwapped_ChangesTheDigest()
    {
        UInt128 whole = Digests(FromFile()).Trace;
        Assert.Equal(whole, Digests(new FaultyPlan(FromFile(), events => events)).Trace);
        UInt128[] faulty =
        [
            Digests(new FaultyPlan(FromFile(), events => [.. events.Where(e => !(e.Kind == EventKind.Arrive && e.C == 1))])).Trace,
            Digests(new FaultyPlan(FromFile(), events => [.. events, events.Single(e => e.Kind == EventKind.Arrive && e.C == 3) with { Due = 70_000 }])).Trace,
            Digests(new FaultyPlan(FromFile(), Swap)).Trace,
        ];
        Assert.Equal(4, faulty.Append(whole).Distinct().Count());
    }

    /// <summary>Constant times only, so that no logarithm is in it: the same on every platform. Change it only together with the model.</summary>
    [Fact]
    public void Run_SmallFile_GivesTheGoldenDigest() => Assert.Equal("75b60e1e875e3769b04e65b10cdede95", Digests(FromFile()).Trace.ToString("x32", CultureInfo.InvariantCulture));

    /// <summary>Two people of one moment come in the other order.</summary>
    private static Event[] Swap(Event[] events)
    {
        int first = Array.FindIndex(events, e => e.Kind == EventKind.Arrive);
        (uint counter, uint other) = (events[first].Counter, events[first + 1].Counter);
        events[first].Counter = other;
        events[first + 1].Counter = counter;
        return events;
    }

    /// <summary>A plan whose first events are tampered with.</summary>
    private sealed class FaultyPlan(MassTestPlan plan, Func<Event[], Event[]> tamper) : SimulationPlan
    {
        public override ulong Seed => plan.Seed;

        public override IReadOnlyList<(EntityKind Kind, int Count)> Population => plan.Population;

        public override long Horizon => plan.Horizon;

        public override (long From, long To) MeasuredWindow => plan.MeasuredWindow;

        public override int MetricCells => plan.MetricCells;

        public override Entity Create(EntityId id) => plan.Create(id);

        public override IEnumerable<Event> FirstEvents() => tamper([.. plan.FirstEvents()]);

        public override string CodeOf(EntityId id) => plan.CodeOf(id);

        public override int PartitionOf(EntityId id, int partitions) => plan.PartitionOf(id, partitions);
    }
}
