using Twin.Experiments.Plans;
using Twin.Experiments.Tests.Staffing;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Plans;

public sealed class PlanCheckTests
{
    private static readonly Lazy<PlanFile> Confirmed = new(() => PlanDistrict.Confirmed(2));

    private static PlanCheck Check(PlanFile file, int days = 2) =>
        PlanCheck.Run(PlanDistrict.Read(PlanDistrict.TextOf(file)), StaffDistrict.Shelf, days, 2, TestContext.Current.CancellationToken);

    private static PlanFindingState StateOf(PlanCheck check, string key) => check.Findings.Single(finding => finding.Key == key).State;

    [Fact]
    public void Run_PlanAsItWasWritten_HoldsAndItsDaysComeOutAgain()
    {
        PlanCheck check = Check(Confirmed.Value);
        Assert.True(check.Holds);
        Assert.All(check.Findings, finding => Assert.True(finding.State is PlanFindingState.Holds or PlanFindingState.Unchecked, finding.Key));
        Assert.Equal([500_000, 500_001], check.Days.Select(day => day.Number));
        Assert.StartsWith("plan v2 fits its scenario, and what it says of itself holds.", PlanCheckText.Answer(check, "en")[0], StringComparison.Ordinal);
        Assert.Equal("holds", (string?)PlanCheckJson.Of(check)["findings"]![0]!["state"]);
    }

    [Fact]
    public void Run_OtherDigest_IsFoundByRunningTheDayAgain()
    {
        PlanEvidence runs = Confirmed.Value.RestsOn!;
        PlanCheck check = Check(Confirmed.Value with { RestsOn = runs with { Digests = [runs.Digests[0], new string('0', 32)] } });
        Assert.False(check.Holds);
        Assert.Equal(PlanFindingState.Wrong, StateOf(check, "runs"));
        Assert.Equal(PlanFindingState.Wrong, StateOf(check, "sum"));
        Assert.Contains("plan v2 有误", PlanCheckText.Answer(check, "zh")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EntriesChangedAfterTheRuns_IsFoundWithoutARun()
    {
        PlanCheck check = Check(Confirmed.Value with { Sites = [Confirmed.Value.Sites[0] with { Samplers = 13 }, Confirmed.Value.Sites[1]] }, days: 0);
        Assert.Equal(PlanFindingState.Wrong, StateOf(check, "key"));
        Assert.Empty(check.Days);
    }

    [Fact]
    public void Run_OtherScenarioNameDigestOrSeeds_AreFound()
    {
        PlanFile plan = Confirmed.Value;
        PlanCheck check = Check(plan with { Scenario = "other", ScenarioDigest = new string('1', 32), RestsOn = plan.RestsOn! with { FirstReplication = 7 } }, days: 0);
        Assert.Equal(["scenario", "scenarioDigest", "seeds"], check.Findings.Where(finding => finding.State == PlanFindingState.Wrong).Select(finding => finding.Key));
    }

    [Fact]
    public void Run_PlanMadeByHand_HoldsAndSaysThatItRestsOnNothing()
    {
        PlanCheck check = PlanCheck.Run(PlanDistrict.Read(PlanDistrict.ByHand), StaffDistrict.Shelf, 3, 1, TestContext.Current.CancellationToken);
        Assert.True(check.Holds);
        Assert.Equal(PlanFindingState.NotSaid, StateOf(check, "runs"));
        Assert.Contains("made by hand", PlanCheckText.Answer(check, "en")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SiteThatTheScenarioDoesNotHave_IsRefusedWithItsLine()
    {
        StaffingPlan plan = PlanDistrict.Read(PlanDistrict.With("\"S-002\"", "\"S-003\""));
        ScenarioInputException refused = Assert.Throws<ScenarioInputException>(() => PlanCheck.Run(plan, StaffDistrict.Shelf, 1, 1, TestContext.Current.CancellationToken));
        Assert.Contains("plan.json:5:1: site", refused.Message, StringComparison.Ordinal);
        Assert.Contains("S-003", refused.Message, StringComparison.Ordinal);
    }
}
