using System.Diagnostics;
using System.Text.Json;

namespace Twin.Silo.Tests.Commands;

/// <summary><c>twin sweep</c> from outside, on a district of 1 %.</summary>
public sealed class SweepCommandTests
{
    private const string Factor = "factors:\n  - path: testing.staff.absence\n    values: [0.05, 0.3]\n";

    private static readonly string[] Results = ["points.csv", "points.parquet", "replications.csv", "replications.parquet", "report.html", "summary.json", "sweep.db"];

    [Fact]
    public async Task Sweep_SmallExperiment_AnswersAndWritesItsTables()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "sweep", Experiment(folder, "replications: {count: 5}\n"))).MustEndWith(0);
        Assert.StartsWith("absence: 2 points, 10 replications; scale 0.01, seed 1", ended.Output, StringComparison.Ordinal);
        Assert.Contains("their 95 % intervals in brackets", ended.Output, StringComparison.Ordinal);
        Assert.Equal(Results, Directory.EnumerateFileSystemEntries(folder["out/absence"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string[] lines = await File.ReadAllLinesAsync(folder["out/absence/replications.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(11, lines.Length);
        Assert.StartsWith("point,factor_testing_staff_absence,replication,seed,digest,tested,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("1,0.05,0,1,", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_Json_PrintsTheSummaryAlone()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "sweep", Experiment(folder), "--json", "--replications", "2", "--lang", "zh")).MustEndWith(0);
        using JsonDocument document = JsonDocument.Parse(ended.Output);
        Assert.Equal(("twin-sweep/1", 4), (document.RootElement.GetProperty("schema").GetString(), document.RootElement.GetProperty("replications").GetInt32()));
        Assert.Equal(await File.ReadAllTextAsync(folder["out/absence/summary.json"], TestContext.Current.CancellationToken), ended.Output);
    }

    [Fact]
    public async Task Sweep_Chinese_AnswersInChinese()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "sweep", Experiment(folder), "--replications", "2", "--lang", "zh")).MustEndWith(0);
        Assert.Contains("2 个方案，4 次重复模拟", ended.Output, StringComparison.Ordinal);
        Assert.Contains("重复模拟少于 5 次", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_DryRun_SaysHowManyAndHowLongAndWritesNothing()
    {
        using Folder folder = new();
        string experiment = Experiment(folder, "replications: {until: {response: t98, halfWidth: 1min}, least: 20, most: 40}\n");
        Ended ended = (await TwinProcess.RunAsync(folder, "sweep", experiment, "--dry-run", "--threads", "2")).MustEndWith(0);
        Assert.Matches(@"^absence: 2 points, 40 to 80 replications; one took \d+\.\d\d s just now, so about .* on 2 threads", ended.Output);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Fact]
    public async Task Sweep_Morris_CountsItsPointsAndFlagsTheEstimate()
    {
        using Folder folder = new();
        string experiment = Experiment(folder, "    grade: P\n  - path: testing.service.swab\n    values: [20s, 60s]\ndesign: morris\ntrajectories: 5\nreplications: {count: 2}\nresponses: [wait.p90]\n");
        Ended counted = (await TwinProcess.RunAsync(folder, "sweep", experiment, "--dry-run", "--threads", "2")).MustEndWith(0);
        Assert.StartsWith("absence: 15 points, 30 replications; one took", counted.Output, StringComparison.Ordinal);
        Ended ended = (await TwinProcess.RunAsync(folder, "sweep", experiment)).MustEndWith(0);
        Assert.Contains("\nWait, 90 % at most: this answer hangs on an estimate (grade E): testing.service.swab.\n", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("report.html\n", ended.Output, StringComparison.Ordinal);
        using JsonDocument summary = JsonDocument.Parse(await File.ReadAllTextAsync(folder["out/absence/summary.json"], TestContext.Current.CancellationToken));
        JsonElement flag = Assert.Single(summary.RootElement.GetProperty("flagged").EnumerateArray());
        Assert.Equal(("testing.service.swab", "E", 1), (flag.GetProperty("factor").GetString(), flag.GetProperty("grade").GetString(), flag.GetProperty("rank").GetInt32()));
        Assert.True(File.Exists(folder["out/absence/sensitivity.png"]));
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("KILL", 137)]
    public async Task Sweep_CutMidway_GoesOnToTheSameBytes(string signal, int code)
    {
        using Folder folder = new();
        string experiment = Experiment(folder, "replications: {count: 60}\n");
        using Process process = TwinProcess.Start(folder, "env", ["--default-signal=INT", "dotnet", TwinProcess.Program, "sweep", experiment, "--out", "cut"]);
        while (KeptReplications.In(folder["cut/sweep.db"]) < 3)
        {
            Assert.False(process.HasExited, "the sweep ended before it could be cut");
            await Task.Yield();
        }

        long sent = TimeProvider.System.GetTimestamp();
        (await TwinProcess.EndAsync(TwinProcess.Start(folder, "bash", ["-c", $"kill -{signal} {process.Id}"]))).MustEndWith(0);
        Ended cut = (await TwinProcess.EndAsync(process)).MustEndWith(code);
        TimeSpan took = TimeProvider.System.GetElapsedTime(sent);
        Assert.True(took < TimeSpan.FromSeconds(2), $"it took {took}");
        Assert.True(signal == "KILL" || cut.Error.Contains("the same command with --resume goes on", StringComparison.Ordinal), cut.Error);
        Assert.InRange(KeptReplications.In(folder["cut/sweep.db"]), 3, 119);
        Assert.False(File.Exists(folder["cut/summary.json"]));

        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--out", "cut")).MustRefuse("--out: cut: holds", "--resume goes on");
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--out", "cut", "--resume", "--threads", "1")).MustEndWith(0);
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--out", "whole", "--quiet")).MustEndWith(0);
        Assert.All(Results.Where(name => name != "sweep.db"), name => Assert.Equal(File.ReadAllBytes(folder["whole/" + name]), File.ReadAllBytes(folder["cut/" + name])));
    }

    [Fact]
    public async Task Sweep_FolderOfAnotherExperiment_IsRefused()
    {
        using Folder folder = new();
        string experiment = Experiment(folder);
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--replications", "1", "--quiet")).MustEndWith(0);
        byte[] before = await File.ReadAllBytesAsync(folder["out/absence/summary.json"], TestContext.Current.CancellationToken);
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--replications", "1", "--seed", "5", "--resume")).MustRefuse("holds another sweep (absence, identity");
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--replications", "1", "--seed", "5")).MustRefuse("holds another sweep");
        Assert.Equal(before, await File.ReadAllBytesAsync(folder["out/absence/summary.json"], TestContext.Current.CancellationToken));
        (await TwinProcess.RunAsync(folder, "sweep", experiment, "--replications", "1", "--seed", "5", "--force")).MustEndWith(0);
    }

    [Theory]
    [InlineData("sweep.yaml:6:19: factors.0.values.1: found 1.5 for testing.staff.absence; allowed a number from 0 to 1", "factors:\n  - path: testing.staff.absence\n    values: [0.1, 1.5]\n")]
    [InlineData("sweep.yaml:7:13: responses.0: found \"t89\"; allowed one of tested, coverageAtTarget, t98", Factor + "responses: [t89]\n")]
    [InlineData("sweep.yaml: point 2 ([{type: siteClosed, at: 9h, sites: [S-999]}]): site S-999: there is no such site", "factors:\n  - path: disruptions\n    values: [[], [{type: siteClosed, at: 9h, sites: [S-999]}]]\n")]
    public async Task Sweep_WrongExperiment_IsRefusedBeforeAnythingRuns(string said, string keys)
    {
        using Folder folder = new();
        folder.Write("sweep.yaml", Head + keys);
        (await TwinProcess.RunAsync(folder, "sweep", "sweep.yaml")).MustRefuse(said);
        Assert.False(File.Exists(folder["out/absence/summary.json"]));
    }

    [Theory]
    [InlineData("EXPERIMENT: found no file \"missing.yaml\"", "missing.yaml")]
    [InlineData("--resume: found --force beside it", "missing.yaml", "--resume", "--force")]
    [InlineData("--threads: found \"0\"", "missing.yaml", "--threads", "0")]
    [InlineData("--replications: found \"0\"", "missing.yaml", "--replications", "0")]
    public async Task Sweep_WrongUsage_IsRefused(string said, params string[] arguments)
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, ["sweep", .. arguments])).MustRefuse(said);
    }

    private static string Head => $"name: absence\nscenario: {TwinProcess.Scenario("mass-testing-490k")}\nscale: 0.01\n";

    private static string Experiment(Folder folder, string more = "") => folder.Write("sweep.yaml", Head + Factor + more);
}
