using System.Text.Json.Nodes;
using Twin.Experiments.Comparing;
using Twin.Experiments.Plans;
using Twin.Experiments.Reports;
using Twin.Experiments.Staffing;
using Twin.Experiments.Tests.Staffing;
using Twin.Experiments.Texts;
using Twin.Model.Districts;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Plans;

public sealed class PlanDiffTests
{
    private static PlanDifference Paper(string second, StaffCosts? costs = null, string path = "plan.json")
    {
        (District district, SiteLayout layout) = StaffDistrict.Shelf.PlacesOf(StaffDistrict.Scenario);
        return PlanDifference.Of(PlanDistrict.Read(PlanDistrict.ByHand), PlanDistrict.Read(second, path), costs ?? new StaffCosts(60, 40), district, layout);
    }

    private static string With(params (string Old, string New)[] changes) =>
        changes.Aggregate(PlanDistrict.ByHand, (text, change) => text.Replace(change.Old, change.New, StringComparison.Ordinal));

    [Fact]
    public void Of_TwoMoves_AreCountedInPeopleHoursAndCostTheDearestFirst()
    {
        PlanDifference paper = Paper(With(("\"samplers\": 14", "\"samplers\": 13"), ("\"desks\": 8", "\"desks\": 12")));
        Assert.Equal(["S-002", "S-001"], paper.Moves.Select(site => site.Code));
        Assert.Equal((0, 4, 20.0, 800.0), (paper.Moves[0].Samplers, paper.Moves[0].Desks, paper.Moves[0].Hours, paper.Moves[0].CostChange(paper.Costs)));
        Assert.Equal((-1, 0, -5.0, -300.0), (paper.Moves[1].Samplers, paper.Moves[1].Desks, paper.Moves[1].Hours, paper.Moves[1].CostChange(paper.Costs)));
        Assert.Equal(500, paper.Streets.Sum(street => street.CostChange(paper.Costs)));
        Assert.Equal(paper.Streets.Select(street => Math.Abs(street.CostChange(paper.Costs))).OrderDescending(), paper.Streets.Select(street => Math.Abs(street.CostChange(paper.Costs))));
    }

    [Fact]
    public void Of_ShiftThatEndsEarly_CostsFewerHoursWithTheSamePeople()
    {
        PlanDifference paper = Paper(With(("\"note\"", "\"start\": \"2022-04-10T02:00:00+08:00\", \"note\""), ("\"desks\": 9", "\"desks\": 9, \"to\": \"10:00+08:00\"")));
        SiteMove move = Assert.Single(paper.Moves);
        Assert.Equal((0, 0, -46.0), (move.Samplers, move.Desks, move.Hours));
        Assert.Equal(("", "07:00–10:00 14+9"), (move.First.Shifts, move.Second.Shifts));
        Assert.Contains(PlanDiffText.Answer(new PlanDiff(paper, null), "en"), line => line.Contains("Shifts: none → 07:00–10:00 14+9", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_FewerHelpers_AreCountedInEveryPartyGroupForThePaidHours()
    {
        PlanDifference paper = Paper(With(("\"note\"", "\"helpers\": 3, \"note\"")), new StaffCosts(60, 40, 20));
        int groups = StaffDistrict.Shelf.PlacesOf(StaffDistrict.Scenario).District.MicroGrids;
        (long from, long to) = Twin.Experiments.Staffing.Helping.HelperPlan.Paid(StaffDistrict.Scenario)!.Value;
        Assert.Equal(-groups * (to - from) / 3_600_000.0 * 20, paper.HelperCostChange, 6);
        Assert.StartsWith("Helpers of each party group: 4 → 3 (−", PlanDiffText.Answer(new PlanDiff(paper, null), "en")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EqualPlans_SaysSo()
    {
        PlanDifference paper = Paper(PlanDistrict.ByHand);
        Assert.Empty(paper.Moves);
        Assert.StartsWith("plan v2 and plan v2 staff all 2 sites alike.", PlanDiffText.Answer(new PlanDiff(paper, null), "en")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FewerSamplers_WaitLongerInEveryPairedDifference()
    {
        PlanDiff diff = PlanDiff.Run(Paper(With(("\"samplers\": 14", "\"samplers\": 7"), ("\"samplers\": 16", "\"samplers\": 9")), path: "other.json"), 6, StaffDistrict.Shelf, 2, null, TestContext.Current.CancellationToken);
        Assert.Equal(6, diff.Runs!.Order.Replications);
        MeasureDifference wait = diff.Runs.Differences.Single(difference => difference.Measure.Key == "wait.p90");
        Assert.Equal(DifferenceVerdict.FirstBetter, wait.Verdict);
        Assert.True(wait.Paired!.High < 0, $"{wait.Paired}");
        Assert.DoesNotContain(PlanDiffText.Answer(diff, "en"), line => line.Contains("differ in no assumption", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_PlansThatWereRun_LeavesEveryFileAndTheReportInOrder()
    {
        using TemporaryFolder folder = new();
        PlanDiff diff = PlanDiff.Run(Paper(With(("\"samplers\": 14", "\"samplers\": 11"))), 2, StaffDistrict.Shelf, 2, null, TestContext.Current.CancellationToken);
        JsonObject summary;
        using (OutFolder results = OutFolder.Prepare(folder.Of("out"), false, OutFolderKind.PlanDiff))
        {
            summary = PlanDiffOutput.Write(diff, results, ["plan", "diff", "a", "b"], "en", 1);
        }

        Assert.All(OutFolderKind.PlanDiff.Files, name => Assert.True(File.Exists(folder.Of("out", name)), name));
        Assert.Equal("twin-plan-diff/1", (string?)summary["schema"]);
        Assert.Equal(-900, (double)summary["moves"]![0]!["costChange"]!);
        string page = File.ReadAllText(folder.Of("out", "report.html"));
        string[] order = ["id=\"answer\"", "id=\"warnings\"", "id=\"actions\"", "id=\"pictures\"", "id=\"figures\"", "id=\"plans\"", "id=\"assumptions\"", "id=\"limits\"", "id=\"reproduce\""];
        Assert.Equal(order.Select(id => page.IndexOf(id, StringComparison.Ordinal)).Order(), order.Select(id => page.IndexOf(id, StringComparison.Ordinal)));
        Assert.DoesNotContain(order, id => !page.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public void Actions_PlansThatWereNotRun_SayRunThemThenTheBiggestMoves()
    {
        PlanDiff diff = new(Paper(With(("\"samplers\": 14", "\"samplers\": 13"), ("\"desks\": 8", "\"desks\": 12"), ("\"samplers\": 16", "\"samplers\": 15"), ("\"note\"", "\"helpers\": 3, \"note\""))), null);
        IReadOnlyList<PlannedAction> actions = new PlanDiffActions(diff, TextCatalogue.In("en")).All();
        Assert.Equal(["Run both plans: leave out --no-run.", "Have 3 helpers in each party group instead of 4.", "Add 4 desks; 1 sampler can go elsewhere.", "1 sampler can go elsewhere."], actions.Select(action => action.What));
        Assert.Equal(["everywhere", "everywhere", "S-002", "S-001"], actions.Select(action => action.Where));
        Assert.EndsWith("samplers 16 → 15 (−1), desks 8 → 12 (+4), cost +500", actions[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_EqualPlans_AreNone() => Assert.Empty(new PlanDiffActions(new PlanDiff(Paper(PlanDistrict.ByHand), null), TextCatalogue.In("en")).All());
}
