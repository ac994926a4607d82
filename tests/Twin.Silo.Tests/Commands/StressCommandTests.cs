using System.Text.Json.Nodes;

namespace Twin.Silo.Tests.Commands;

public sealed class StressCommandTests
{
    private static readonly string Main = TwinProcess.Scenario("mass-testing-490k");

    private static readonly string[] Small = ["--scale", "0.01", "--replications", "3", "--factors", "absence,swab", "--no-pairs"];

    [Fact]
    public async Task Stress_SmallDistrict_AnswersFirstAndLeavesItsFiles()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, ["stress", Main, .. Small, "--out", "s"])).MustEndWith(0);
        Assert.Matches("^(What breaks it first is|It is already broken|Nothing that was tried)", ended.Output);
        Assert.Contains("absent staff (E)", ended.Output, StringComparison.Ordinal);
        Assert.EndsWith("report.html", ended.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(
            ["days.csv", "limits.csv", "pairs.csv", "report.html", "results.json.gz", "sites.csv", "summary.json", "tornado.png"],
            Directory.EnumerateFiles(folder["s"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string report = await File.ReadAllTextAsync(folder["s/report.html"], TestContext.Current.CancellationToken);
        Assert.Contains("--factors absence,swab", report, StringComparison.Ordinal);
        Assert.Equal("s/report.html\n", (await TwinProcess.RunAsync(folder, "report", "s")).MustEndWith(0).Output);
        Assert.Equal(report, await File.ReadAllTextAsync(folder["s/report.html"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Stress_Json_IsTheSameOnAnyNumberOfThreadsAndInTheFile()
    {
        using Folder folder = new();
        List<string> said = [];
        foreach (string threads in new[] { "1", "2" })
        {
            Ended ended = (await TwinProcess.RunAsync(folder, ["stress", Main, .. Small, "--json", "--quiet", "--threads", threads, "--out", threads])).MustEndWith(0);
            Assert.Equal("", ended.Error);
            Assert.Equal(await File.ReadAllTextAsync(folder[$"{threads}/summary.json"], TestContext.Current.CancellationToken), ended.Output);
            said.Add(ended.Output);
        }

        Assert.Equal(said[0], said[1]);
        JsonNode summary = JsonNode.Parse(said[0])!;
        Assert.Equal("twin-stress/1", (string?)summary["schema"]);
        Assert.Equal(3, (int)summary["days"]!);
        Assert.Equal(["absence", "swab"], summary["factors"]!.AsArray().Select(factor => (string?)factor!["key"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Stress_DryRun_SaysHowManyAndKeepsNothing()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, ["stress", Main, .. Small, "--dry-run"])).MustEndWith(0);
        Assert.Matches(@"mass-testing-490k: 2 factors; about \d+ days to simulate .* so about .* on \d+ threads\.", ended.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        Ended json = (await TwinProcess.RunAsync(folder, ["stress", Main, .. Small, "--dry-run", "--json"])).MustEndWith(0);
        Assert.True((int)JsonNode.Parse(json.Output)!["daysAbout"]! > 10);
    }

    [Theory]
    [InlineData("--factors", "absence,weather", "--factors: found \"weather\"; allowed: absence, noShow, slots, outage, closures, turnout, swab, registration, readiness, elsewhere, separated by commas, or all")]
    [InlineData("--replications", "0", "--replications: found \"0\"; allowed: a whole number from 1 to 1000")]
    [InlineData("--by", "30", "--by: found 30 h after opening; allowed: less than 19 h")]
    [InlineData("--confidence", "1", "--confidence: found \"1\"; allowed: a number from 0.51 to 0.999")]
    public async Task Stress_WrongOption_IsRefused(string option, string value, string message)
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "stress", Main, option, value)).MustRefuse(message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Stress_ScenarioWithoutWhatIsStressed_IsRefused()
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "stress", Main, "--scale", "0.01", "--factors", "slots", "--set", "testing.slots.enabled=false"))
            .MustRefuse("--factors: found slots, none of which means anything in this scenario");
        (await TwinProcess.RunAsync(folder, "stress", TwinProcess.Scenario("queue-mmc"))).MustRefuse("SCENARIO: found a scenario of activity queue");
    }

    [Fact]
    public async Task Stress_FolderOfARun_IsRefusedAndLeftAsItIs()
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "run", Main, "--scale", "0.01", "--engine", "kernel", "--quiet", "--out", "o")).MustEndWith(0);
        string before = await File.ReadAllTextAsync(folder["o/summary.json"], TestContext.Current.CancellationToken);
        (await TwinProcess.RunAsync(folder, ["stress", Main, .. Small, "--out", "o"])).MustRefuse("--out:");
        Assert.Equal(before, await File.ReadAllTextAsync(folder["o/summary.json"], TestContext.Current.CancellationToken));
    }
}
