using Orleans.Streams;
using Twin.Grains.Live;
using Twin.Grains.Tests.Running;
using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Live;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Grains.Tests.Live;

/// <summary>A run that is watched: what a viewer assembles from its frames, and what is done to it while it goes on.</summary>
public sealed class LiveRunTests
{
    [Fact]
    public async Task Frames_AssembledByAViewer_EqualTheKernelsResult()
    {
        EngineOutcome kernel = new KernelEngine(TestPlans.Small()).Run(cancellation: TestContext.Current.CancellationToken);
        MassTestPlan plan = TestPlans.Small();
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");
        using FrameAssembly assembly = await FrameAssembly.WatchAsync(server, run, plan.Live);

        await run.Control(new RunControl("resume", null, null));
        RunState end = await server.WaitForAsync(run, state => state.State == "ended");
        await assembly.CaughtUpAsync(run);

        Assert.Equal(kernel.Digest.ToString("x32"), end.Digest);
        Assert.Equal(0, assembly.Gaps);
        for (int grid = 0; grid < plan.District.MicroGrids; grid++)
        {
            Assert.Equal(kernel.Metrics.Cells[plan.Metrics.OfMicroGrid(grid)], assembly.Table[plan.LiveCells.Household(HouseholdShows.Tested, grid)]);
        }

        for (int site = 0; site < plan.Layout.Count; site++)
        {
            Assert.Equal(kernel.Metrics.Cells[plan.Metrics.OfSite(site, SiteCell.Tested)], assembly.Table[plan.LiveCells.Site(SiteShows.Tested, site)]);
            Assert.Equal(kernel.Metrics.Cells[plan.Metrics.OfSite(site, SiteCell.Arrivals)], assembly.Table[plan.LiveCells.Site(SiteShows.Arrived, site)]);
            Assert.Equal(0, assembly.Table[plan.LiveCells.Site(SiteShows.Waiting, site)]);
        }

        int tested = plan.Live.Find("tested", EntityKind.District);
        Assert.Equal(MassTestResultReader.Read(plan, kernel.Metrics).Tested, assembly.Table.Of(tested)[0]);
        Assert.Equal(end.Tested, assembly.Table.Of(tested)[0]);
    }

    [Fact]
    public async Task Keyframe_MidRun_EqualsWhatTheGrainsSay()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        MassTestPlan plan = TestPlans.Small();
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");

        await run.Control(new RunControl("runTo", 9 * 3_600_000L, null));
        await server.WaitForAsync(run, state => state.SimTime == 9 * 3_600_000L && state.State == "paused");
        LiveTable table = new(plan.Live);
        foreach (string topic in plan.Live.Topics)
        {
            FrameBlob.Apply(await run.Keyframe(topic), table);
        }

        Assert.InRange(table.Of(plan.Live.Find("tested", EntityKind.District))[0], 100, plan.District.Residents);
        for (int site = 0; site < plan.Layout.Count; site++)
        {
            EntityPlace place = await run.Find("site", SiteLayout.CodeOf(site));
            Grains.Testing.SiteStatus status = await server.Grains.GetGrain<Grains.Testing.ISiteGrain>(place.Self.Key).Status();
            Assert.Equal(status.Tested, table[plan.LiveCells.Site(SiteShows.Tested, site)]);
            Assert.Equal(9 * 3_600_000L, status.AsOf);
            Assert.Equal(status.Door + status.RegistrationQueue + status.SwabQueue, table[plan.LiveCells.Site(SiteShows.Waiting, site)]);
            Assert.Equal(status.SamplersBusy, table[plan.LiveCells.Site(SiteShows.SamplersBusy, site)]);
        }

        int tested = 0;
        EntityPlace grid = await run.Find("microGrid", plan.CodeOf(EntityId.Of(EntityKind.MicroGrid, 0)));
        foreach (EntityEntry household in grid.Children)
        {
            tested += (await server.Grains.GetGrain<Grains.Districts.IHouseholdGrain>(household.Key).Status()).Tested;
        }

        Assert.Equal(tested, table[plan.LiveCells.Household(HouseholdShows.Tested, 0)]);
    }

    [Fact]
    public async Task Inputs_WhileItGoesOn_AreReproducedFromTheirTimesOnTheKernel()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");
        await run.Control(new RunControl("runTo", 7 * 3_600_000L + 1_234_567L, null));
        await server.WaitForAsync(run, state => state.State == "paused" && state.SimTime > 7 * 3_600_000L);

        LiveInput[] inputs =
        [
            new("closeSite", ["S-001"], null, 0, 0, 0, null),
            new("addStaff", ["S-002"], null, 5, 3, 0, null),
            new("moveStaff", ["S-002"], "S-001", 2, 0, 0, null),
            new("registrationOutage", [], null, 0, 0, 20, null),
            new("extendWindow", [], null, 0, 0, 0, 13 * 3_600_000L),
        ];
        InputPreview preview = await run.Preview(inputs[0]);
        foreach (LiveInput input in inputs)
        {
            await run.Input(input);
        }

        await run.Control(new RunControl("runTo", 8 * 3_600_000L, null));
        await server.WaitForAsync(run, state => state.State == "paused" && state.SimTime >= 8 * 3_600_000L);
        await run.Input(new LiveInput("openSite", ["S-001"], null, 0, 0, 0, null));
        await run.Input(new LiveInput("removeStaff", ["S-002"], null, 1, 1, 0, null));
        await run.Control(new RunControl("resume", null, null));
        RunState end = await server.WaitForAsync(run, state => state.State == "ended");
        IReadOnlyList<JournalEntry> journal = await run.Inputs();

        Assert.True(preview.HomeResidents > 0);
        Assert.Equal(7, journal.Count);
        Assert.All(journal.Take(5), entry => Assert.Equal((7 * 3_600_000L) + 1_234_567L, entry.At));
        EngineOutcome untouched = new KernelEngine(TestPlans.Small()).Run(cancellation: TestContext.Current.CancellationToken);
        MassTestPlan again = TestPlans.SmallWith([.. journal.Select(entry => new TimedInput(entry.At, LiveInputs.Read(entry.Input)))]);
        EngineOutcome kernel = new KernelEngine(again).Run(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(kernel.Digest.ToString("x32"), end.Digest);
        Assert.Equal(kernel.Metrics.Digest(), end.ResultsDigest);
        Assert.NotEqual(untouched.Digest, kernel.Digest);
    }

    [Theory]
    [InlineData("closeSite", "S-999", 0, "sites[0]")]
    [InlineData("closeSite", null, 0, "sites")]
    [InlineData("addStaff", "S-001", 0, "samplers")]
    [InlineData("addStaff", "S-001", 5_000, "samplers")]
    [InlineData("fly", "S-001", 1, "type")]
    public async Task Input_Wrong_IsRefusedAndChangesNothing(string type, string? site, int samplers, string path)
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");

        LiveInputException wrong = await Assert.ThrowsAsync<LiveInputException>(
            () => run.Input(new LiveInput(type, site is null ? [] : [site], null, samplers, 0, 0, null)));

        Assert.Contains(wrong.Errors, error => error.Path == path);
        Assert.Empty(await run.Inputs());
    }

    [Fact]
    public async Task Runs_SideBySide_AreCountedAndEndAlike()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain one = await server.RunAsync();
        IRunGrain two = await server.RunAsync();

        RunState first = await server.WaitForAsync(one, state => state.State == "ended");
        RunState second = await server.WaitForAsync(two, state => state.State == "ended");
        IReadOnlyDictionary<string, int> grains = await server.Runs.ActiveGrains(2);

        Assert.Equal(first.Digest, second.Digest);
        Assert.Equal(TestPlans.Small().Population.Sum(kind => kind.Count), grains.Values.Sum());
        Assert.Equal(2 * grains.Values.Sum(), (await server.Runs.ActiveGrains()).Values.Sum());
    }

    [Fact]
    public async Task Remove_ARun_ItsGrainsGo()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");
        Assert.True((await server.Runs.ActiveGrains()).Values.Sum() > 2_000);

        await run.Remove();

        await AllGrainsGoAsync(server);
        Assert.Empty(await server.Grains.GetGrain<IRunsGrain>(0).List());
        await Assert.ThrowsAsync<LiveInputException>(run.State);
    }

    [Fact]
    public async Task Stop_ARun_ItsGrainsGoAndWhatItShowedStays()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");
        await run.Control(new RunControl("runTo", 9 * 3_600_000L, null));
        await server.WaitForAsync(run, state => state.SimTime == 9 * 3_600_000L && state.State == "paused");

        await run.Control(new RunControl("stop", null, null));

        await AllGrainsGoAsync(server);
        LiveInputException gone = await Assert.ThrowsAsync<LiveInputException>(() => run.Find("site", "S-001"));
        Assert.Equal((409, "state"), (gone.Status, gone.Errors[0].Path));
        RunState state = await run.State();
        Assert.Equal("stopped", state.State);
        LiveTable table = new(TestPlans.Small().Live);
        FrameBlob.Apply(await run.Keyframe("overview"), table);
        Assert.Equal(state.Tested, table.Of(table.Layout.Find("tested", EntityKind.District))[0]);
        Assert.True(state.Tested > 100);
        await run.Remove();
        Assert.Empty(await server.Grains.GetGrain<IRunsGrain>(0).List());
    }

    [Fact]
    public async Task Fail_ARun_SaysWhyAndItsGrainsGo()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        RunState before = await server.WaitForAsync(run, state => state.State == "paused");
        EntityId site = EntityId.Of(EntityKind.Site, 0);
        Event wrong = new() { Due = 1, Target = site, Source = EntityId.Outside, Kind = EventKind.ContactRound };
        int partition = TestPlans.Small().PartitionOf(site, new Grains.Running.GrainRunOptions().Partitions);

        // The window that the run is about to step: it gets this answer for it.
        await server.Grains.GetGrain<Grains.Running.IPartitionGrain>(Grains.Running.RunKey.OfPartition(before.Id, partition).Value)
            .StepWindow(new Grains.Messages.WindowOrder(before.Windows + 1, 0, 10, [new Grains.Messages.EventBlock([wrong], 0, 1)]));
        await run.Control(new RunControl("resume", null, null));
        RunState failed = await server.WaitForAsync(run, state => state.State == "failed");

        Assert.Contains("S-001", failed.Error, StringComparison.Ordinal);
        await AllGrainsGoAsync(server);
        LiveInputException gone = await Assert.ThrowsAsync<LiveInputException>(() => run.Find("site", "S-001"));
        Assert.Equal(409, gone.Status);
    }

    [Fact]
    public async Task Fail_AGrainThatRefuses_TheRunSaysSoAndDoesNotHang()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        RunState before = await server.WaitForAsync(run, state => state.State == "paused");
        Grains.Running.IPartitionGrain partition = server.Grains.GetGrain<Grains.Running.IPartitionGrain>(Grains.Running.RunKey.OfPartition(before.Id, 0).Value);

        // Two windows ahead of the run: the partition refuses the one that the run is about to step.
        await partition.StepWindow(new Grains.Messages.WindowOrder(before.Windows + 1, 0, 1, []));
        await partition.StepWindow(new Grains.Messages.WindowOrder(before.Windows + 2, 1, 2, []));
        await run.Control(new RunControl("resume", null, null));
        RunState failed = await server.WaitForAsync(run, state => state.State == "failed");

        Assert.Contains("cannot step window", failed.Error, StringComparison.Ordinal);
        await AllGrainsGoAsync(server);
    }

    [Fact]
    public async Task Frames_SayWhenTheirWindowEnded()
    {
        await using LiveServer server = await LiveServer.StartAsync();
        IRunGrain run = await server.RunAsync(paused: true);
        await server.WaitForAsync(run, state => state.State == "paused");
        FrameMessage before = await run.Keyframe("overview");
        long from = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await run.Control(new RunControl("runTo", 6 * 3_600_000L, null));
        await server.WaitForAsync(run, state => state.SimTime == 6 * 3_600_000L && state.State == "paused");
        FrameMessage after = await run.Keyframe("overview");

        Assert.Equal(0, before.WindowEndedAt);
        Assert.InRange(after.WindowEndedAt, from, after.WallTime);
    }

    private static async Task AllGrainsGoAsync(LiveServer server)
    {
        for (int tries = 0; tries < 10_000 && (await server.Runs.ActiveGrains()).Values.Sum() > 0; tries++)
        {
            await Task.Yield();
        }

        Assert.Equal(0, (await server.Runs.ActiveGrains()).Values.Sum());
    }
}
