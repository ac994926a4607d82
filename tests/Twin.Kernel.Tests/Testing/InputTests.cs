using Twin.Model.Events;
using Twin.Model.Live;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>Inputs that the plan does not know beforehand, and what entities show.</summary>
public sealed class InputTests
{
    /// <summary>Walk of 100 s between neighbouring sites.</summary>
    private static readonly Scenario Walkable = SmallTest.Plain.With(test => test with
    {
        Arrivals = test.Arrivals with { SiteSpacingMetres = 110 },
        Walk = test.Walk with { Detour = 1 },
    });

    [Fact]
    public void Run_TwoSitesClosedByInput_PeopleTryTheNextUntilOneIsOpen() => Walkable.Sites(3).Run(
        """
        time,site,person
        5,1,a
        """,
        Close("S-001", 0),
        Close("S-002", 0)).Gives("""
            a,S-001,1,5.000,,,,,,,,,,5.000,redirected
            a,S-002,2,105.000,,,,,,,,,,105.000,redirected
            a,S-003,3,205.000,205.000,205.000,215.000,1,215.000,215.000,235.000,1,1,235.000,tested
            """);

    [Fact]
    public void Run_EverySiteClosedByInput_PeopleGiveUp() => Assert.Equal(2, Walkable.Sites(3).Run(
        """
        time,site,person
        0,1,a
        5,2,b
        """,
        Close("S-001", 0),
        Close("S-002", 0),
        Close("S-003", 0)).Result.Untested[(int)UntestedReason.GaveUp]);

    [Fact]
    public void Run_SiteClosedAndOpenedByInput_TakesPeopleAgain() => Walkable.Sites(2).Run(
        """
        time,site,person
        30,1,a
        60,1,b
        """,
        Close("S-001", 20_000),
        new TimedInput(50_000, new RunInput { Type = RunInputType.OpenSite, Sites = ["S-001"] })).Gives("""
            a,S-001,1,30.000,,,,,,,,,,30.000,redirected
            b,S-001,1,60.000,60.000,60.000,70.000,1,70.000,70.000,90.000,1,1,90.000,tested
            a,S-002,2,130.000,130.000,130.000,140.000,1,140.000,140.000,160.000,1,1,160.000,tested
            """);

    [Fact]
    public void Run_ReserveSiteOpenedByInput_RelievesItsNeighbourhood()
    {
        Scenario scenario = SmallDistrict.Scenario.With(test => test with { Sites = test.Sites with { Reserve = ["S-002"] } });
        MassTestPlan Plan(params TimedInput[] inputs) =>
            new(scenario, SmallDistrict.District, TinyDistrict.Spread(SmallDistrict.District, 3), 1) { Inputs = inputs };
        MassTestPlan opened = Plan(new TimedInput(6 * 3_600_000, new RunInput { Type = RunInputType.OpenSite, Sites = ["S-002"] }));

        MassTestResult with = MassTestResultReader.Read(opened, new KernelEngine(opened).Run(cancellation: TestContext.Current.CancellationToken).Metrics);
        MassTestPlan kept = Plan();
        MassTestResult without = MassTestResultReader.Read(kept, new KernelEngine(kept).Run(cancellation: TestContext.Current.CancellationToken).Metrics);

        Assert.Equal(0, without.Sites[1].Tested);
        Assert.InRange(with.Sites[1].Tested, 500, with.Tested);
    }

    [Fact]
    public void Show_AtAnyMoment_WritesTheSameCellsInTheSameOrder()
    {
        MassTestPlan plan = SmallDistrict.Plan(SmallDistrict.Scenario);
        KernelEngine engine = new(plan);
        int[][] before = [.. engine.Entities.Select(Cells)];
        engine.Run(cancellation: TestContext.Current.CancellationToken);

        for (int i = 0; i < before.Length; i++)
        {
            Assert.Equal(before[i], Cells(engine.Entities[i]));
        }

        int[] Cells(Entity entity)
        {
            Sink sink = new(plan.Live);
            entity.Show(sink, plan.Horizon);
            return [.. sink.Cells];
        }
    }

    [Fact]
    public void Show_AtTheEnd_AddsUpToTheResult()
    {
        MassTestPlan plan = SmallDistrict.Plan(SmallDistrict.Scenario);
        KernelEngine engine = new(plan);
        EngineOutcome outcome = engine.Run(cancellation: TestContext.Current.CancellationToken);
        Sink sink = new(plan.Live);
        foreach (Entity entity in engine.Entities)
        {
            entity.Show(sink, plan.Horizon);
        }

        LiveTable table = new(plan.Live);
        foreach ((int cell, int value) in sink.Sums)
        {
            table.Set(cell, value);
        }

        MassTestResult result = MassTestResultReader.Read(plan, outcome.Metrics);
        plan.ShowFinal(outcome.Metrics, table);
        Assert.Equal(result.Tested, table.Of(plan.Live.Find("tested", EntityKind.District))[0]);
        Assert.Equal(result.Tested, table.Of(plan.Live.Find("tested", EntityKind.Site)).ToArray().Sum());
        Assert.Equal(result.Communities.Select(community => (int)community.Tested), table.Of(plan.Live.Find("tested", EntityKind.Community)).ToArray());
        Assert.Equal(plan.District.Households, table.Of(plan.Live.Find("notified", EntityKind.District))[0]);
        Assert.All(table.Of(plan.Live.Find("order", EntityKind.BaseGrid)).ToArray(), state => Assert.Equal(3, state));
    }

    private static TimedInput Close(string site, long at) => new(at, new RunInput { Type = RunInputType.CloseSite, Sites = [site] });

    private sealed class Sink(LiveLayout layout) : LiveSink
    {
        public List<int> Cells { get; } = [];

        public SortedDictionary<int, int> Sums { get; } = [];

        public override void Show(int cell, int value)
        {
            Assert.InRange(cell, 0, layout.Cells - 1);
            Cells.Add(cell);
            Sums[cell] = Sums.GetValueOrDefault(cell) + value;
        }
    }
}
