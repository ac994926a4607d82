using System.Text.Json.Nodes;

namespace Twin.Silo.Tests.Commands;

public sealed class RunCommandTests
{
    private static readonly string Small = TwinProcess.Scenario("mass-testing-small");

    [Fact]
    public async Task Run_SmallScenario_WritesItsFolderAndSaysTheAnswer()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel")).MustEndWith(0);
        Assert.All(
            new[] { "summary.json", "sites.csv", "timeline.csv", "communities.csv", "untested.csv", "report.html" },
            name => Assert.True(new FileInfo(folder[$"out/mass-testing-small/{name}"]).Length > 0, name));
        Assert.Contains("out/mass-testing-small", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Json_PrintsTheSummaryAndNothingElse()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--json", "--out", "here")).MustEndWith(0);
        JsonNode printed = JsonNode.Parse(ended.Output)!;
        JsonNode written = JsonNode.Parse(await File.ReadAllTextAsync(folder["here/summary.json"], TestContext.Current.CancellationToken))!;
        Assert.Equal("kernel", (string?)printed["engine"]);
        Assert.Equal((string?)written["digest"], (string?)printed["digest"]);
        Assert.True((long)printed["tested"]! > 0);
        Assert.True((double)printed["timing"]!["totalSeconds"]! >= (double)printed["timing"]!["stepSeconds"]!);
        Assert.True((long)printed["peakWorkingSetBytes"]! > 10_000_000);
    }

    [Fact]
    public async Task Run_BesideTheGuideline_SaysWhatTheGuidelinesScenarioReaches()
    {
        using Folder folder = new();
        Ended small = await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--json", "--out", "small");
        JsonNode beside = JsonNode.Parse(small.MustEndWith(0).Output)!["guideline"]!;
        Ended alone = await TwinProcess.RunAsync(
            folder, "run", TwinProcess.Scenario("mass-testing-guideline"), "--scale", "0.05", "--engine", "kernel", "--json", "--out", "guideline");
        JsonNode own = JsonNode.Parse(alone.MustEndWith(0).Output)!;
        Assert.All(
            new[] { "tested", "testedAtTarget", "coverageAtTarget", "lastTest" }, key => Assert.Equal(own[key]!.ToJsonString(), beside[key]!.ToJsonString()));
        Assert.Null(own["guideline"]);
    }

    [Fact]
    public async Task Run_Quiet_SaysNothing()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--quiet")).MustEndWith(0);
        Assert.Equal("", ended.Output);
        Assert.Equal("", ended.Error);
    }

    [Fact]
    public async Task Run_Twice_OverwritesItsOwnFolder()
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--quiet")).MustEndWith(0);
        (await TwinProcess.RunAsync(folder, "run", Small, "--engine", "kernel", "--quiet", "--seed", "5")).MustEndWith(0);
        JsonNode written = JsonNode.Parse(
            await File.ReadAllTextAsync(folder["out/mass-testing-small/summary.json"], TestContext.Current.CancellationToken))!;
        Assert.Equal(5, (long)written["seed"]!);
    }

    [Fact]
    public async Task Run_KernelAndGrains_GiveTheSameDigestsTraceAndVisits()
    {
        using Folder folder = new();
        JsonNode[] summaries = new JsonNode[2];
        string[] engines = ["kernel", "grains"];
        for (int i = 0; i < engines.Length; i++)
        {
            Ended ended = await TwinProcess.RunAsync(
                folder, "run", Small, "--scale", "0.01", "--seed", "9", "--engine", engines[i], "--json", "--out", engines[i],
                "--visits", $"{engines[i]}-visits.csv", "--trace", $"{engines[i]}-trace.csv", "--entity", "S-001", "WJ");
            summaries[i] = JsonNode.Parse(ended.MustEndWith(0).Output)!;
        }

        Assert.All(
            new[] { "digest", "resultsDigest", "events", "tested" },
            key => Assert.Equal(summaries[0][key]!.ToJsonString(), summaries[1][key]!.ToJsonString()));
        Assert.Equal(File.ReadAllLines(folder["kernel-visits.csv"]), File.ReadAllLines(folder["grains-visits.csv"]));
        string[] trace = File.ReadAllLines(folder["kernel-trace.csv"]);
        Assert.Equal(trace, File.ReadAllLines(folder["grains-trace.csv"]));
        Assert.StartsWith("time,milliseconds,entity,event", trace[0], StringComparison.Ordinal);
        Assert.Contains(trace, line => line.Contains(",S-001,Arrive,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_Replications_AreInTheSummary()
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(
            folder, "run", Small, "--scale", "0.01", "--engine", "kernel", "--replications", "3", "--json", "--out", "here");
        Assert.Contains("replications", ended.MustEndWith(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_QueueWithConfidenceAndVisits_HonoursBoth()
    {
        using Folder folder = new();
        await File.WriteAllTextAsync(folder["busy.yaml"], """
            name: busy
            activity: queue
            start: 2022-04-10T08:00:00+08:00
            queue:
              end: 4h
              stations: [{name: desk, service: {exponential: {mean: 1min}}, arrivals: {poissonPerHour: 54}}]
            """, TestContext.Current.CancellationToken);
        Ended ended = await TwinProcess.RunAsync(
            folder, "run", "busy.yaml", "--engine", "kernel", "--replications", "8", "--confidence", "0.8", "--visits", "visits.csv", "--out", "here");
        string text = ended.MustEndWith(0).Output;
        Assert.Contains("means of 8 replications ± half of the 80 % interval", text, StringComparison.Ordinal);
        Assert.Contains("too short for any warm-up: queue.warmUp: 14h", text, StringComparison.Ordinal);
        string[] lines = await File.ReadAllLinesAsync(folder["visits.csv"], TestContext.Current.CancellationToken);
        Assert.Equal(lines, (await File.ReadAllLinesAsync(folder["here/visits.csv"], TestContext.Current.CancellationToken)).Select(line => line.TrimStart('\uFEFF')));
        Assert.True(lines.Length > 100);
    }

    [Fact]
    public async Task Run_Queue_WithReplications_Succeeds()
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(
            folder, "run", TwinProcess.Scenario("queue-mmc"), "--engine", "kernel", "--replications", "2", "--json", "--out", "here");
        Assert.Equal("queue-mmc", (string?)JsonNode.Parse(ended.MustEndWith(0).Output)!["scenario"]);
    }
}
