using System.Text.Json.Nodes;

namespace Twin.Silo.Tests.Commands;

public sealed class StaffCommandTests
{
    private static readonly string Main = TwinProcess.Scenario("mass-testing-490k");

    private static readonly string[] Small =
        ["--scale", "0.01", "--replications", "75", "--search-replications", "8", "--watch-replications", "8", "--plan-only"];

    [Fact]
    public async Task Staff_ThenRun_TheRosterGivesTheClaimedDayOnBothEngines()
    {
        using Folder folder = new();
        Ended found = await TwinProcess.RunAsync(folder, ["staff", Main, .. Small, "--json", "--out", "s"]);
        JsonNode summary = JsonNode.Parse(found.MustEndWith(0).Output)!;
        Assert.True((bool)summary["confirmed"]!);
        Assert.True((int)summary["best"]!["samplersToClose"]! < (int)summary["best"]!["samplers"]!);
        Assert.Equal(1, (int)summary["helpers"]!["perGroup"]!);
        Assert.Contains(",11:00,", await File.ReadAllTextAsync(folder["s/roster.csv"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        JsonNode plan = JsonNode.Parse(await File.ReadAllTextAsync(folder["s/plan.json"], TestContext.Current.CancellationToken))!;
        Assert.Equal("twin-staff-plan/1", (string?)plan["schema"]);
        string seed = plan["restsOn"]!["seeds"]![0]!.ToString();
        List<string?> digests = [];
        foreach (string engine in new[] { "kernel", "grains" })
        {
            Ended run = await TwinProcess.RunAsync(
                folder, "run", Main, "--scale", "0.01", "--seed", seed, "--engine", engine, "--set", "testing.staff.roster=s/roster.csv",
                "--set", $"testing.notice.helpers={plan["helpers"]}", "--json", "--out", engine);
            JsonNode ran = JsonNode.Parse(run.MustEndWith(0).Output)!;
            digests.Add((string?)ran["digest"]);
            Assert.Equal((int)summary["best"]!["samplers"]!, (int)ran["staff"]!["samplers"]!["planned"]!);
        }

        Assert.Equal([(string?)plan["restsOn"]!["digests"]![0], digests[0]], [digests[0], digests[1]]);
    }

    [Fact]
    public async Task Run_RosterOfAScenarioFile_LiesBesideThatFile()
    {
        using Folder folder = new();
        Directory.CreateDirectory(folder["in"]);
        folder.Write("in/r.csv", "site,samplers,desks\nS-001,20,10\nS-002,20,10\n");
        folder.Write("in/s.yaml", $"extends: {Main}\nscale: 0.01\nname: s\ntesting: {{staff: {{roster: r.csv}}}}\n");
        Ended ended = await TwinProcess.RunAsync(folder, "run", folder["in/s.yaml"], "--engine", "kernel", "--json", "--out", "o");
        Assert.Equal(40, (int)JsonNode.Parse(ended.MustEndWith(0).Output)!["staff"]!["samplers"]!["planned"]!);
    }

    [Theory]
    [InlineData("site,samplers,desks\nS-001,x,10\n", "r.csv:2:7: samplers: found \"x\"; allowed a whole number from 0 to 10000")]
    [InlineData("site,samplers,desks\nS-001,20,10\n", "r.csv: site: found no row for S-002; allowed: a row for each site (2 in all), with 0 and 0 for one without staff")]
    public async Task Run_WrongRoster_SaysWhereAndWhatIsAllowed(string roster, string message)
    {
        using Folder folder = new();
        folder.Write("r.csv", roster);
        Ended ended = await TwinProcess.RunAsync(folder, "run", Main, "--scale", "0.01", "--engine", "kernel", "--set", "testing.staff.roster=r.csv");
        Assert.Contains(message, ended.MustEndWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RosterThatIsNotThere_SaysSo()
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(folder, "run", Main, "--engine", "kernel", "--set", "testing.staff.roster=none.csv");
        Assert.Contains("testing.staff.roster: found \"none.csv\"", ended.MustEndWith(2).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--replications", "20", "--replications: found 20, with which a probability of 0.95 cannot be confirmed; allowed: at least 72")]
    [InlineData("--by", "30", "--by: found 30 h after opening; allowed: less than 19 h")]
    [InlineData("--shift-lengths", "4,4", "--shift-lengths: found \"4,4\"; allowed: none, or up to 4 different numbers of hours from 0.25, such as 4,4.5")]
    [InlineData("--shift-lengths", "5", "--shift-lengths: found 5 h; allowed: less than 5 h, the length of the window")]
    [InlineData("--author", "planner 13800138000", "--author: found \"planner 13800138000\"; allowed: a role such as planner")]
    [InlineData("--confidence", "1", "--confidence: found \"1\"; allowed: a number from 0.5 to 0.999")]
    public async Task Staff_ImpossibleConstraint_IsRefused(string option, string value, string message)
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(folder, "staff", Main, option, value);
        Assert.Contains(message, ended.MustEndWith(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_QueueScenario_IsRefused()
    {
        using Folder folder = new();
        Ended ended = await TwinProcess.RunAsync(folder, "staff", TwinProcess.Scenario("queue-mmc"));
        Assert.Contains("SCENARIO: found a scenario of activity queue", ended.MustEndWith(2).Error, StringComparison.Ordinal);
    }
}
