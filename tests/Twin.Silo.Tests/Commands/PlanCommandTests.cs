using System.Text.Json.Nodes;

namespace Twin.Silo.Tests.Commands;

public sealed class PlanCommandTests
{
    private static readonly string Main = TwinProcess.Scenario("mass-testing-490k");

    private static string Plan(int version, int samplers) => $$"""
        {
          "schema": "twin-staff-plan/1", "version": {{version}}, "author": "planner", "scenarioFile": "{{Main}}", "scale": 0.01,
          "sites": [ { "site": "S-001", "samplers": {{samplers}}, "desks": 10 }, { "site": "S-002", "samplers": 18, "desks": 10 } ]
        }
        """;

    [Fact]
    public async Task Check_PlanOfASearch_HoldsAndATamperedOneDoesNot()
    {
        using Folder folder = new();
        (await TwinProcess.RunAsync(
            folder, "staff", Main, "--scale", "0.01", "--replications", "75", "--search-replications", "8", "--watch-replications", "8", "--plan-only", "--set", "testing.staff.absence=0.08", "--out", "s", "--quiet")).MustEndWith(0);
        Ended check = (await TwinProcess.RunAsync(folder, "plan", "check", "s/plan.json", "--replications", "2")).MustEndWith(0);
        Assert.Contains("s v1 fits its scenario, and what it says of itself holds.", check.Output, StringComparison.Ordinal);
        Assert.Contains("runs: 2 of the 75 days were run again, and each gives its digest", check.Output, StringComparison.Ordinal);
        JsonNode plan = JsonNode.Parse(await File.ReadAllTextAsync(folder["s/plan.json"], TestContext.Current.CancellationToken))!;
        plan["sites"]![0]!["samplers"] = (int)plan["sites"]![0]!["samplers"]! / 2;
        folder.Write("tampered.json", plan.ToJsonString());
        Ended wrong = (await TwinProcess.RunAsync(folder, "plan", "check", "tampered.json", "--replications", "1", "--json")).MustEndWith(2);
        string[] states = [.. JsonNode.Parse(wrong.Output)!["findings"]!.AsArray().Where(finding => (string?)finding!["state"] == "wrong").Select(finding => (string)finding!["key"]!)];
        Assert.Equal(["key", "runs", "cost"], states);
    }

    [Fact]
    public async Task Run_PlanInPlaceOfARoster_StaffsTheSitesByIt()
    {
        using Folder folder = new();
        folder.Write("p.json", Plan(1, 20));
        Ended ended = await TwinProcess.RunAsync(folder, "run", Main, "--scale", "0.01", "--engine", "kernel", "--set", "testing.staff.roster=p.json", "--json", "--out", "o");
        Assert.Equal(38, (int)JsonNode.Parse(ended.MustEndWith(0).Output)!["staff"]!["samplers"]!["planned"]!);
    }

    [Fact]
    public async Task Diff_TwoPlans_SaysWhatChangesAndWhatItDoes()
    {
        using Folder folder = new();
        folder.Write("a.json", Plan(1, 20));
        folder.Write("b.json", Plan(2, 6));
        Ended ended = (await TwinProcess.RunAsync(folder, "plan", "diff", "a.json", "b.json", "--replications", "8")).MustEndWith(0);
        Assert.Contains("From a v1 to b v2 the staff change at 1 of 2 sites: samplers 38 → 24 (−14), desks 20 → 20 (0), planned hours 290 → 220 (−70), cost 15,400 → 11,200 (−4,200).", ended.Output, StringComparison.Ordinal);
        Assert.Contains("A (a v1) is better than B (b v2)", ended.Output, StringComparison.Ordinal);
        Assert.Contains("8 pairs of replications under common random numbers", ended.Output, StringComparison.Ordinal);
        Assert.Contains("out/plan-diff/report.html", ended.Output, StringComparison.Ordinal);
        byte[] report = await File.ReadAllBytesAsync(folder["out/plan-diff/report.html"], TestContext.Current.CancellationToken);
        File.Delete(folder["a.json"]);
        (await TwinProcess.RunAsync(folder, "report", "out/plan-diff", "--quiet")).MustEndWith(0);
        Assert.Equal(report, await File.ReadAllBytesAsync(folder["out/plan-diff/report.html"], TestContext.Current.CancellationToken));
        folder.Write("a.json", Plan(1, 20));
        Ended paper = await TwinProcess.RunAsync(folder, "plan", "diff", "a.json", "b.json", "--no-run", "--json", "--out", "p", "--cost-sampler", "100");
        JsonNode summary = JsonNode.Parse(paper.MustEndWith(0).Output)!;
        Assert.Equal(-7000, (double)summary["moves"]![0]!["costChange"]!);
        Assert.Null(summary["comparison"]);
    }

    [Fact]
    public async Task Plan_WrongInput_IsRefusedWithWhereFoundAndAllowed()
    {
        using Folder folder = new();
        folder.Write("a.json", Plan(1, 20));
        folder.Write("bad.json", Plan(1, 20).Replace("\"S-002\"", "\"S-009\"", StringComparison.Ordinal));
        folder.Write("lost.json", Plan(1, 20).Replace(Main, "nowhere.yaml", StringComparison.Ordinal));
        (await TwinProcess.RunAsync(folder, "plan", "check", "none.json")).MustRefuse("PLAN: found no file \"none.json\"");
        (await TwinProcess.RunAsync(folder, "plan", "check", "bad.json")).MustRefuse("bad.json:3:1: site", "S-009", "S-001 to S-002");
        (await TwinProcess.RunAsync(folder, "plan", "check", "lost.json")).MustRefuse("lost.json: scenarioFile: found no file \"nowhere.yaml\"", "--scenario");
        (await TwinProcess.RunAsync(folder, "plan", "diff", "a.json", "bad.json", "--no-run")).MustRefuse("bad.json:3:1: site");
        (await TwinProcess.RunAsync(folder, "plan", "diff", "a.json", "a.json", "--replications", "0")).MustRefuse("--replications: found \"0\"");
        Assert.False(Directory.Exists(folder["out"]) && Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories).Any());
        (await TwinProcess.RunAsync(folder, "plan", "check", "lost.json", "--scenario", Main)).MustEndWith(0);
    }
}
