using System.Text.Json.Nodes;

namespace Twin.Silo.Tests.Commands;

public sealed class CompareCommandTests
{
    private static readonly string Slots = TwinProcess.Scenario("mass-testing-490k");
    private static readonly string Rush = TwinProcess.Scenario("mass-testing-rush");

    [Fact]
    public async Task Compare_SlotsAgainstRush_SaysTheAnswerAndLeavesItsFolder()
    {
        using Folder folder = new();
        Ended ended = (await TwinProcess.RunAsync(folder, "compare", Slots, Rush, "--scale", "0.01", "--replications", "6")).MustEndWith(0);
        Assert.Contains("A (mass-testing-490k)", ended.Output, StringComparison.Ordinal);
        Assert.Contains("6 pairs of replications under common random numbers", ended.Output, StringComparison.Ordinal);
        Assert.Contains("out/compare-mass-testing-490k-mass-testing-rush/report.html", ended.Output, StringComparison.Ordinal);
        Assert.All(
            new[] { "summary.json", "compare.csv", "differences.csv", "sites.csv", "coverage.png", "heatmap-1-2.png", "map-1-2.png", "report.html" },
            name => Assert.True(new FileInfo(folder[$"out/compare-mass-testing-490k-mass-testing-rush/{name}"]).Length > 0, name));
    }

    [Fact]
    public async Task Compare_SameFileTwiceWithAChange_IsTheChangedScenario()
    {
        using Folder folder = new();
        Ended named = await TwinProcess.RunAsync(
            folder, "compare", $"slots={Slots}", $"late={Slots}", "--set", "late:testing.staff.absence=0.3", "--scale", "0.01", "--replications", "5", "--json", "--quiet", "--out", "here");
        JsonNode summary = JsonNode.Parse(named.MustEndWith(0).Output)!;
        JsonNode assumption = Assert.Single(summary["assumptions"]!.AsArray())!;
        Assert.Equal("testing.staff.absence", (string?)assumption["path"]);
        Assert.Equal(("0.1", "0.3"), ((string?)assumption["values"]!["slots"], (string?)assumption["values"]!["late"]));
        Assert.Contains("--set late:testing.staff.absence=0.3", await File.ReadAllTextAsync(folder["here/report.html"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_OneOrTwoThreads_GiveTheSameTables()
    {
        using Folder folder = new();
        foreach (string threads in new[] { "1", "2" })
        {
            (await TwinProcess.RunAsync(folder, "compare", Slots, Rush, "--scale", "0.01", "--replications", "5", "--threads", threads, "--quiet", "--out", threads)).MustEndWith(0);
        }

        Assert.All(
            new[] { "compare.csv", "differences.csv", "report.html", "coverage.png", "heatmap-1-2.png", "map-1-2.png" },
            name => Assert.Equal(File.ReadAllBytes(folder[$"1/{name}"]), File.ReadAllBytes(folder[$"2/{name}"])));
    }

    [Fact]
    public async Task Compare_WrongInput_IsRefusedWithWhereFoundAndAllowed()
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(folder, "compare", Slots)).MustRefuse("SCENARIO: found 1 of them", "2 to 8");
        (await TwinProcess.RunAsync(folder, "compare", Slots, "none.yaml")).MustRefuse("B: SCENARIO: found no file \"none.yaml\"");
        (await TwinProcess.RunAsync(folder, "compare", $"x={Slots}", $"x={Rush}")).MustRefuse("the name \"x\" twice");
        (await TwinProcess.RunAsync(folder, "compare", Slots, Rush, "--set", "C:testing.staff.absence=0.2")).MustRefuse("the scenario \"C\"", "allowed: A, B");
        (await TwinProcess.RunAsync(folder, "compare", Slots, Rush, "--set", "B:testing.staff.absense=0.2")).MustRefuse("B: --set", "testing.staff.absense");
        (await TwinProcess.RunAsync(folder, "compare", Slots, Slots, "--set", "B:district.residents=480000")).MustRefuse("B: district.residents: found 480000; allowed: 490000 as in A");
        (await TwinProcess.RunAsync(folder, "compare", Slots, TwinProcess.Scenario("queue-mmc"))).MustRefuse("B: activity: found queue; allowed: massTesting");
        (await TwinProcess.RunAsync(folder, "compare", Slots, Rush, "--replications", "0")).MustRefuse("--replications: found \"0\"");
        folder.Write("thesis.txt", "mine");
        (await TwinProcess.RunAsync(folder, "compare", Slots, Rush, "--out", ".")).MustRefuse("--out: .: holds 'thesis.txt'");
        Assert.Equal(["thesis.txt"], Directory.EnumerateFileSystemEntries(folder.Path).Select(entry => Path.GetFileName(entry)));
    }
}
