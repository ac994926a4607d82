using System.Globalization;
using Twin.Grains.Districts;
using Twin.Grains.Running;
using Twin.Grains.Testing;
using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Grains.Tests.Running;

/// <summary>The same plan gives the same digests in both engines, however it is spread and stepped.</summary>
public sealed class DigestTests
{
    [Theory]
    [InlineData(1, 1, 10_000, 0u)]
    [InlineData(1, 2, 10_000, 0u)]
    [InlineData(1, 3, 1_000, 7u)]
    [InlineData(2, 2, 10_000, 11u)]
    [InlineData(2, 4, 1_000, 0u)]
    [InlineData(3, 3, 10_000, 0u)]
    [InlineData(3, 5, 250, 13u)]
    public async Task Run_OnGrains_EqualsKernel(int silos, int partitions, long window, uint shuffle)
    {
        EngineOutcome kernel = new KernelEngine(TestPlans.Small()).Run(cancellation: TestContext.Current.CancellationToken);
        await using TestCluster cluster = await TestCluster.StartAsync(silos);

        EngineOutcome grains = await cluster.Runs.RunAsync(
            () => TestPlans.Small(),
            new GrainRunOptions { Partitions = partitions, WindowMilliseconds = window, ShuffleSeed = shuffle, CallsInFlight = 100 });

        AssertEqual(kernel, grains);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(1)]
    public async Task Run_FromFileWithWindowsOfOneMillisecond_EqualsKernel(long window)
    {
        EngineOutcome kernel = new KernelEngine(FewArrivals.Plan()).Run(cancellation: TestContext.Current.CancellationToken);
        await using TestCluster cluster = await TestCluster.StartAsync(2);

        EngineOutcome grains = await cluster.Runs.RunAsync(FewArrivals.Plan, new GrainRunOptions { Partitions = 2, WindowMilliseconds = window });

        AssertEqual(kernel, grains);
        Assert.Equal(kernel.Records, grains.Records);
        Assert.NotEmpty(grains.Records!);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    public async Task Run_UnderAnotherCulture_EqualsInvariant(string culture)
    {
        EngineOutcome invariant = new KernelEngine(TestPlans.Small()).Run(cancellation: TestContext.Current.CancellationToken);
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo? beforeDefault = CultureInfo.DefaultThreadCurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(culture);
            await using TestCluster cluster = await TestCluster.StartAsync(1);
            AssertEqual(invariant, await cluster.Runs.RunAsync(() => TestPlans.Small()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.DefaultThreadCurrentCulture = beforeDefault;
        }
    }

    [Fact]
    public async Task Run_TwoSideBySide_EachEqualsKernel()
    {
        EngineOutcome[] kernel = [.. new ulong[] { 3, 4 }.Select(seed => new KernelEngine(TestPlans.Small(seed)).Run())];
        await using TestCluster cluster = await TestCluster.StartAsync(2);

        EngineOutcome[] grains = await Task.WhenAll(
            cluster.Runs.RunAsync(() => TestPlans.Small(3)), cluster.Runs.RunAsync(() => TestPlans.Small(4)));

        AssertEqual(kernel[0], grains[0]);
        AssertEqual(kernel[1], grains[1]);
        Assert.NotEqual(grains[0].Digest, grains[1].Digest);
    }

    [Fact]
    public async Task Run_WithQueriesOfEveryKind_EqualsKernel()
    {
        MassTestPlan plan = TestPlans.Small();
        EngineOutcome kernel = new KernelEngine(plan).Run(cancellation: TestContext.Current.CancellationToken);
        await using TestCluster cluster = await TestCluster.StartAsync(2);
        using CancellationTokenSource ended = new();
        Task<int> queries = Task.Run(() => Query(cluster.Runs, plan, ended.Token), CancellationToken.None);

        EngineOutcome grains = await cluster.Runs.RunAsync(() => TestPlans.Small());

        await ended.CancelAsync();
        Assert.True(await queries > 100, $"only {await queries} queries were answered");
        AssertEqual(kernel, grains);
    }

    private static async Task<int> Query(GrainRuns runs, MassTestPlan plan, CancellationToken ended)
    {
        int answered = 0;
        while (!ended.IsCancellationRequested)
        {
            if (runs.LatestRun == 0)
            {
                await Task.Yield();
                continue;
            }

            foreach ((EntityKind kind, int count) in plan.Population)
            {
                answered += await Ask(runs, plan, EntityId.Of(kind, answered % count)) ? 1 : 0;
            }
        }

        return answered;
    }

    private static async Task<bool> Ask(GrainRuns runs, MassTestPlan plan, EntityId id)
    {
        try
        {
            string code = EntityGrains.Reference(runs.Grains, RunKey.Of(runs.LatestRun, id)) switch
            {
                IHouseholdGrain household => Check(await household.Status()),
                IMicroGridGrain grid => Check(await grid.Status()),
                IPartyGroupGrain group => (await group.Status()).Code,
                ISiteGrain site => Check(await site.Status()),
                IOrganisationGrain organisation => (await organisation.Status()).Code,
                _ => "",
            };
            Assert.Equal(plan.CodeOf(id), code);
            return true;
        }
        catch (InvalidOperationException unknown) when (unknown.Message.Contains("has ended, or is not known", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static string Check(HouseholdView view)
    {
        Assert.InRange(view.Size, 1, 31);
        Assert.InRange(view.Tested, 0, view.Size);
        return view.Code;
    }

    private static string Check(MicroGridView view)
    {
        Assert.InRange(view.Households, 50, 80);
        Assert.InRange(view.Tested, 0, view.Residents);
        return view.Code;
    }

    private static string Check(SiteStatus status)
    {
        Assert.InRange(status.SamplersBusy, 0, 1000);
        Assert.True(status.Tested >= 0 && status.RegistrationQueue >= 0 && status.SwabQueue >= 0);
        return status.Code;
    }

    private static void AssertEqual(EngineOutcome expected, EngineOutcome actual)
    {
        Assert.True(actual.Completed);
        Assert.Equal(expected.Events, actual.Events);
        Assert.Equal(expected.Digest, actual.Digest);
        Assert.Equal(expected.Metrics.Digest(), actual.Metrics.Digest());
    }
}
