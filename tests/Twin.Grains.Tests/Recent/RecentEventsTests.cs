using Twin.Grains.Districts;
using Twin.Grains.Live;
using Twin.Grains.Recent;
using Twin.Grains.Testing;
using Twin.Grains.Tests.Live;
using Twin.Grains.Tests.Running;
using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Grains.Tests.Recent;

/// <summary>What the grains of a run that is shown tell of their last events.</summary>
public sealed class RecentEventsTests
{
    private const long Hour = 3_600_000;

    /// <summary>Texts that say of a micro-grid or party group no more than every watcher may know.</summary>
    private static readonly string[] OfSmallPlaces =
    [
        "event.ordered", "event.escalated.deputy", "event.escalated.above", "event.acknowledged.leader", "event.acknowledged.deputy", "event.group.calls",
        "event.group.knocks", "event.group.reminder", "event.grid.asked", "event.grid.tested25", "event.grid.tested50", "event.grid.tested75", "event.grid.tested90",
    ];

    [Fact]
    public async Task Recent_AtHalfPastNine_TellsTheOrderThatCameDownAndWhatSitesDo()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await PausedAsync(server, 15 * Hour / 2);
        MassTestPlan plan = TestPlans.Small();

        OrganisationView district = await server.Grains.GetGrain<IDistrictGrain>(await KeyAsync(run, plan, EntityKind.District, 0)).Status();
        OrganisationView community = await server.Grains.GetGrain<ICommunityGrain>(await KeyAsync(run, plan, EntityKind.Community, 0)).Status();
        PartyGroupView group = await server.Grains.GetGrain<IPartyGroupGrain>(await KeyAsync(run, plan, EntityKind.PartyGroup, 0)).Status();
        SiteStatus site = await server.Grains.GetGrain<ISiteGrain>(await KeyAsync(run, plan, EntityKind.Site, 0)).Status();

        Assert.Equal(plan.District.Streets, district.Recent.Single(one => one.Text == "event.below.acknowledged").Count);
        Assert.Equal(district.RolesAssignedAt, district.Recent.Single(one => one.Text == "event.roles").At);
        Assert.Equal(community.OrderedAt, community.Recent.Single(one => one.Text == "event.ordered").At);
        string street = plan.CodeOf(EntityId.Of(EntityKind.Street, plan.District.CommunityStreet[0]));
        Assert.Equal([street], community.Recent.Single(one => one.Text == "event.ordered").Values);
        Assert.Equal(group.AcknowledgedAt, group.Recent.Single(one => one.Text.StartsWith("event.acknowledged", StringComparison.Ordinal)).At);
        Assert.Contains(group.Recent, one => one is { Text: "event.group.calls", Values: ["1"] });
        Assert.Contains(site.Recent, one => one is { Text: "log.site.state2", Values: ["S-001"] });
        Assert.Equal([$"{site.DesksOnDuty}", $"{site.SamplersOnDuty}"], site.Recent.First(one => one.Text == "event.site.staff").Values);
        Assert.Contains(site.Recent, one => one.Text == "event.site.setUp");
        Assert.Contains(site.Recent, one => one.Text == "log.outage.begin");
    }

    [Fact]
    public async Task Recent_AfterInputs_TellsThemWithTheirMoment()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await PausedAsync(server, 15 * Hour / 2);
        await run.Input(new LiveInput("closeSite", ["S-001"], null, 0, 0, 0, null));
        await run.Input(new LiveInput("extendWindow", [], null, 0, 0, 0, 13 * Hour));
        await run.Control(new RunControl("runTo", 8 * Hour, null));
        await server.WaitForAsync(run, state => state.State == "paused" && state.SimTime >= 8 * Hour);

        SiteStatus site = await server.Grains.GetGrain<ISiteGrain>(await KeyAsync(run, TestPlans.Small(), EntityKind.Site, 0)).Status();

        Assert.Equal(15 * Hour / 2, site.Recent.Single(one => one.Text == "log.site.state4").At);
        Assert.Equal(15 * Hour / 2, site.Recent.Single(one => one.Text == "event.site.extended").At);
    }

    [Fact]
    public async Task Recent_OfEveryEntity_IsShortAndInOrderAndNamesNoHousehold()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync();
        await server.WaitForAsync(run, state => state.State == "ended");
        MassTestPlan plan = TestPlans.Small();
        int milestones = 0;
        for (int grid = 0; grid < plan.District.MicroGrids; grid++)
        {
            IReadOnlyList<GrainEvent> ofGrid = (await server.Grains.GetGrain<IMicroGridGrain>(await KeyAsync(run, plan, EntityKind.MicroGrid, grid)).Status()).Recent;
            IReadOnlyList<GrainEvent> ofGroup = (await server.Grains.GetGrain<IPartyGroupGrain>(await KeyAsync(run, plan, EntityKind.PartyGroup, grid)).Status()).Recent;
            Check(ofGrid);
            Check(ofGroup);
            Assert.All(ofGrid.Concat(ofGroup), one => Assert.Contains(one.Text, OfSmallPlaces));
            milestones += ofGrid.Count(one => one.Text == "event.grid.tested50");
        }

        for (int site = 0; site < plan.Layout.Count; site++)
        {
            SiteStatus status = await server.Grains.GetGrain<ISiteGrain>(await KeyAsync(run, plan, EntityKind.Site, site)).Status();
            Check(status.Recent);
            Assert.Equal("log.site.state3", status.Recent.First(one => one.Text.StartsWith("log.site.state", StringComparison.Ordinal)).Text);
        }

        Assert.Equal(plan.District.MicroGrids, milestones);
    }

    [Fact]
    public async Task Recent_MicroGridIsHalfTested_WhenItsLedgerSaysSo()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync();
        await server.WaitForAsync(run, state => state.State == "ended");
        MassTestPlan plan = TestPlans.Small();
        MicroGridView whole = await server.Grains.GetGrain<IMicroGridGrain>(await KeyAsync(run, plan, EntityKind.MicroGrid, 0)).Status();
        long half = whole.Recent.Single(one => one.Text == "event.grid.tested50").At;

        IRunGrain again = await PausedAsync(server, half);
        MicroGridView before = await server.Grains.GetGrain<IMicroGridGrain>(await KeyAsync(again, plan, EntityKind.MicroGrid, 0)).Status();
        await again.Control(new RunControl("runTo", half + 1, null));
        await server.WaitForAsync(again, state => state.State == "paused" && state.SimTime == half + 1);
        MicroGridView after = await server.Grains.GetGrain<IMicroGridGrain>(await KeyAsync(again, plan, EntityKind.MicroGrid, 0)).Status();

        Assert.True(2 * before.Tested < before.Residents, $"{before.Tested} of {before.Residents}");
        Assert.True(2 * after.Tested >= after.Residents, $"{after.Tested} of {after.Residents}");
    }

    private static void Check(IReadOnlyList<GrainEvent> events)
    {
        Assert.InRange(events.Count, 1, RecentEvents.Most);
        Assert.All(events, one => Assert.True(one.Since <= one.At && one.Count >= 1));
        Assert.All(events, one => Assert.DoesNotContain(one.Values, value => value.Contains("-H", StringComparison.Ordinal)));
        Assert.Equal(events.Select(one => one.At).OrderDescending(), events.Select(one => one.At));
    }

    private static async Task<IRunGrain> PausedAsync(LiveServer server, long at)
    {
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");
        await run.Control(new RunControl("runTo", at, null));
        await server.WaitForAsync(run, state => state.State == "paused" && state.SimTime >= at);
        return run;
    }

    private static async Task<long> KeyAsync(IRunGrain run, MassTestPlan plan, EntityKind kind, int row)
    {
        EntityId coded = EntityId.Of(kind == EntityKind.PartyGroup ? EntityKind.MicroGrid : kind, row);
        string name = kind.ToString();
        return (await run.Find($"{char.ToLowerInvariant(name[0])}{name[1..]}", plan.CodeOf(coded))).Self.Key;
    }
}
