using Microsoft.Data.Sqlite;
using Parquet;
using Twin.Experiments.Comparing;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Output;
using Twin.Kernel;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Sweeps;

/// <summary>A sweep gives the same files on any number of threads, and after an interruption.</summary>
public sealed class SweepRunTests
{
    private const string Sequential = """
        factors: [{path: testing.staff.absence, values: [0.05, 0.3]}, {path: testing.staff.samplers, values: [2000, 3400]}]
        responses: [t98, wait.p90, tested]
        replications: {until: {response: wait.p90, halfWidth: 2min}, least: 20, most: 27}
        """;

    private static readonly string[] Files = ["replications.csv", "replications.parquet", "points.csv", "points.parquet", "report.html", "summary.json"];

    [Theory]
    [InlineData(Experiment.Two)]
    [InlineData(Sequential)]
    public async Task Run_OneOrTwoThreads_SameBytes(string keys)
    {
        using TemporaryFolder folder = new();
        Sweep sweep = Experiment.Read(keys);
        await CompleteAsync(sweep, folder.Of("one"), SweepFolderUse.Begin, 1);
        await CompleteAsync(sweep, folder.Of("two"), SweepFolderUse.Begin, 2);
        AssertSame(folder.Of("one"), folder.Of("two"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(19)]
    public async Task Run_CutAndGoneOn_SameBytes(int cutAfter)
    {
        using TemporaryFolder folder = new();
        Sweep sweep = Experiment.Read(Sequential);
        SweepSummary whole = await CompleteAsync(sweep, folder.Of("whole"), SweepFolderUse.Begin, 2);
        Assert.True(whole.Replications > 80, $"only {whole.Replications} replications: the rule never asked for more than the least");

        using CancellationTokenSource cut = new();
        using (SweepFolder interrupted = SweepFolder.Prepare(folder.Of("cut"), sweep, SweepFolderUse.Begin))
        {
            Assert.Throws<OperationCanceledException>(() => SweepRunner.Run(sweep, interrupted.Store, 2, progress => CancelAt(progress, cutAfter, cut), cut.Token));
            Assert.InRange(interrupted.Store.Count, cutAfter, cutAfter + 1);
        }

        Assert.False(File.Exists(folder.Of("cut", "summary.json")));
        int before = whole.Replications;
        int ran = 0;
        await CompleteAsync(sweep, folder.Of("cut"), SweepFolderUse.Resume, 2, progress => ran = progress.Ran);
        Assert.InRange(ran, before - cutAfter - 1, before - cutAfter);
        AssertSame(folder.Of("whole"), folder.Of("cut"));
    }

    [Fact]
    public async Task Run_CompleteAndGoneOn_RunsNothingAndWritesTheSame()
    {
        using TemporaryFolder folder = new();
        Sweep sweep = Experiment.Read(Experiment.Two);
        await CompleteAsync(sweep, folder.Of("out"), SweepFolderUse.Begin, 2);
        byte[] before = await File.ReadAllBytesAsync(folder.Of("out", "replications.parquet"), TestContext.Current.CancellationToken);
        await CompleteAsync(sweep, folder.Of("out"), SweepFolderUse.Resume, 2, _ => Assert.Fail("a replication was run again"));
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Of("out", "replications.parquet"), TestContext.Current.CancellationToken));
    }

    /// <summary>The store is on disk after each replication: another connection sees it while the sweep goes on.</summary>
    [Fact]
    public void Append_EachReplication_IsSeenFromOutsideAtOnce()
    {
        using TemporaryFolder folder = new();
        Sweep sweep = Experiment.Read(Experiment.Two);
        using SweepFolder taken = SweepFolder.Prepare(folder.Of("out"), sweep, SweepFolderUse.Begin);
        List<long> seen = [];
        SweepRunner.Run(sweep, taken.Store, 1, _ => seen.Add(CountFromOutside(folder.Of("out", SweepStore.FileName))));
        Assert.Equal([1, 2, 3, 4, 5, 6], seen);
    }

    [Fact]
    public void Run_Replication_IsThatOfTheScenarioWithTheSeed()
    {
        Sweep sweep = Experiment.Read(Experiment.Two);
        using SweepStore store = SweepStore.InMemory(sweep);
        SweepRunner.Run(sweep, store, 2);
        SweepRow row = store.Rows().Single(row => row.Task == new SweepTask(2, 1));
        Scenario scenario = sweep.ScenarioOf(sweep.Points[1]);
        Assert.Equal(0.3, scenario.Testing.Staff.Absence);
        District district = DistrictGenerator.Generate(scenario.District, scenario.Scale);
        MassTestPlan plan = new(scenario, district, SitePlacement.Place(district, scenario), new Draws(7).ReplicationSeed(1));
        Assert.Equal(new KernelEngine(plan).Run().Digest.ToString("x32", null), row.Digest);
    }

    [Fact]
    public void Run_CommonRandomNumbers_SamePeopleAtEveryPoint()
    {
        const string Factor = "factors: [{path: testing.staff.besideGuideline, values: [false, true]}]\nreplications: {count: 3}\n";
        Assert.Equal(3, DistinctDigests(Experiment.Read(Factor)));
        Assert.Equal(6, DistinctDigests(Experiment.Read(Factor + "crn: false\n")));
    }

    [Fact]
    public void Run_SequentialRule_StopsWhereTheIntervalIsNarrowEnoughOrAtTheCap()
    {
        Sweep sweep = Experiment.Read(Sequential);
        using SweepStore store = SweepStore.InMemory(sweep);
        SweepSummary summary = SweepRunner.Run(sweep, store, 2);
        Assert.All(summary.Points, point => Assert.Contains(point.Replications, new[] { 20, 25, 27 }));
        Assert.All(summary.Points, point => Assert.Equal(point.IsMet, point.Figures[1].Interval!.HalfWidth <= 120));
        Assert.All(summary.Points.Where(point => !point.IsMet), point => Assert.Equal(27, point.Replications));
        Assert.Equal(2, summary.Points.Select(point => point.Replications).Distinct().Count(count => count is 20 or 27));
    }

    [Fact]
    public async Task Write_Parquet_HoldsWhatTheCsvHolds()
    {
        using TemporaryFolder folder = new();
        Sweep sweep = Experiment.Read(Experiment.Two);
        await CompleteAsync(sweep, folder.Of("out"), SweepFolderUse.Begin, 2);
        string[] lines = (await File.ReadAllLinesAsync(folder.Of("out", "replications.csv"), TestContext.Current.CancellationToken))[1..];
        await using ParquetReader reader = await ParquetReader.CreateAsync(folder.Of("out", "replications.parquet"), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(SweepTables.Replications(sweep).Select(column => column.Name), reader.Schema.DataFields.Select(field => field.Name));
        Assert.Equal("Samplers busy, 0 to 1.", reader.CustomMetadata["column.staff_samplers_utilisation_share"]);
        Assert.Equal(6, lines.Length);
        Assert.Equal(1, reader.RowGroupCount);
    }

    [Fact]
    public void Of_FewReplications_GivesNoIntervalAndSaysSo()
    {
        Sweep sweep = Experiment.Read(Experiment.Two);
        using SweepStore store = SweepStore.InMemory(sweep);
        SweepSummary summary = SweepRunner.Run(sweep, store, 2);
        Assert.All(summary.Points.SelectMany(point => point.Figures), figure => Assert.Null(figure.Interval?.Low));
        SweepWarning warning = Assert.Single(summary.Warnings, warning => warning.Kind == SweepWarningKind.FewReplications);
        Assert.Equal([1, 2], warning.Points);
    }

    /// <summary>An entity's failure is told with point and replication, the entity's code and the event.</summary>
    [Fact]
    public void Run_EntityFails_SaysPointAndReplication()
    {
        SweepPlans plans = new(Experiment.Read(Experiment.Two));
        ReplicationFailedException failure = Assert.Throws<ReplicationFailedException>(() => plans.Run(new SweepTask(2, 1), new Failing(), CancellationToken.None));
        Assert.StartsWith("point 2 (0.3), replication 1: ", failure.Message, StringComparison.Ordinal);
        Assert.Matches(@"replication 1: \S+ failed on .*: planted$", failure.Message);
        Assert.IsType<SimulationException>(failure.InnerException);
    }

    private sealed class Failing : IEventObserver
    {
        public void Handled(in Event e) => throw new SimulationException(e.Target, in e, "planted");
    }

    private static async Task<SweepSummary> CompleteAsync(Sweep sweep, string path, SweepFolderUse use, int threads, Action<SweepProgress>? report = null)
    {
        using SweepFolder folder = SweepFolder.Prepare(path, sweep, use);
        SweepSummary summary = SweepRunner.Run(sweep, folder.Store, threads, report);
        await SweepOutput.WriteAsync(summary, folder);
        return summary;
    }

    private static void AssertSame(string one, string other) =>
        Assert.All(Files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(one, file)), File.ReadAllBytes(Path.Combine(other, file))));

    private static void CancelAt(SweepProgress progress, int count, CancellationTokenSource cut)
    {
        if (progress.Ran >= count)
        {
            cut.Cancel();
        }
    }

    private static long CountFromOutside(string path)
    {
        using SqliteConnection connection = new($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand query = connection.CreateCommand();
        query.CommandText = "SELECT count(*) FROM replications";
        return (long)query.ExecuteScalar()!;
    }

    private static int DistinctDigests(Sweep sweep)
    {
        using SweepStore store = SweepStore.InMemory(sweep);
        SweepRunner.Run(sweep, store, 2);
        return store.Rows().Select(row => row.Digest).Distinct().Count();
    }
}
