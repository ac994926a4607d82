using System.Text.Json.Nodes;
using Twin.Experiments.Plans;
using Twin.Experiments.Staffing;
using Twin.Experiments.Tests.Staffing;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Plans;

public sealed class PlanConclusionsTests
{
    private const string Command = "twin staff s.yaml --cost-sampler 60 --cost-desk 40 --cost-helper 20 --confidence 0.2 --assurance 0.5 --wait-target 30 --by 5";

    private static readonly Lazy<PlanFile> True = new(Honest);

    [Fact]
    public void Run_HonestPlan_HoldsAndNamesWhatNothingDerives()
    {
        PlanCheck check = Check(PlanDistrict.TextOf(True.Value));
        Assert.True(check.Holds);
        Assert.Equal(
            ["goal.shiftHours", "version", "author", "note", "command", "scenarioFile"],
            check.Findings.Where(finding => finding.State == PlanFindingState.Unchecked).Select(finding => finding.Key));
    }

    /// <summary>A plan is handed from one to another: what its file says must be derived anew, or be said to be believed.</summary>
    [Fact]
    public void Run_EachFieldChangedByHand_IsRefusedOrFoundOrSaidToBeUnchecked()
    {
        JsonObject plan = (JsonObject)JsonNode.Parse(PlanDistrict.TextOf(True.Value))!;
        string[] believed = [.. PathsOf(plan, "").Where(path => !IsNoticed(plan, path))];
        Assert.True(believed.Length == 0, $"Changed without a word: {string.Join(", ", believed)}");
    }

    [Fact]
    public void Run_FewOfTheDays_LeavesTheirCountsUnchecked()
    {
        PlanCheck check = Check(PlanDistrict.TextOf(True.Value), days: 1);
        Assert.Contains(check.Findings, finding => finding is { Key: "restsOn.waitHeld", State: PlanFindingState.Unchecked });
    }

    private static bool IsNoticed(JsonObject plan, string path)
    {
        JsonObject changed = (JsonObject)plan.DeepClone();
        Change(changed, path);
        try
        {
            PlanCheck check = Check(changed.ToJsonString());
            return !check.Holds || check.Findings.Any(finding => finding.State == PlanFindingState.Unchecked && (path == finding.Key || path.StartsWith(finding.Key + ".", StringComparison.Ordinal)));
        }
        catch (Exception refused) when (refused is ScenarioFormatException or ScenarioInputException)
        {
            return true;
        }
    }

    private static void Change(JsonNode node, string path)
    {
        string[] parts = path.Split('.');
        foreach (string part in parts[..^1])
        {
            node = node is JsonArray list ? list[int.Parse(part, null)]! : node[part]!;
        }

        JsonNode old = node is JsonArray items ? items[int.Parse(parts[^1], null)]! : node[parts[^1]]!;
        JsonNode other = old.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.False => true,
            System.Text.Json.JsonValueKind.Number => JsonValue.Create(decimal.Parse(old.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) + 1),
            _ when (string)old! is { Length: 32 } digest => (digest[0] == '0' ? "1" : "0") + digest[1..],
            _ => JsonValue.Create("other"),
        };
        if (node is JsonArray all)
        {
            all[int.Parse(parts[^1], null)] = other;
        }
        else
        {
            node[parts[^1]] = other;
        }
    }

    private static IEnumerable<string> PathsOf(JsonNode node, string path) => node switch
    {
        JsonObject section => section.SelectMany(key => PathsOf(key.Value!, path.Length == 0 ? key.Key : $"{path}.{key.Key}")),
        JsonArray list => list.SelectMany((item, i) => PathsOf(item!, $"{path}.{i}")),
        _ => [path],
    };

    private static PlanCheck Check(string text, int days = 2) => PlanCheck.Run(
        PlanReader.Read("plan.json", _ => text, plan => plan.Into(StaffDistrict.Scenario)), StaffDistrict.Shelf, days, 2, TestContext.Current.CancellationToken);

    private static PlanFile Honest()
    {
        StaffingPlan read = PlanDistrict.Read(PlanDistrict.ByHand);
        double window = (read.Scenario.Testing.Window.Close.SinceStart - read.Scenario.Testing.Window.Open.SinceStart) / 3_600_000.0;
        PlanGoal goal = new() { Confidence = 0.2, Assurance = 0.5, BoundConfidence = 0.75, WindowHours = window, ShiftHours = [4] };
        PlanFile plan = PlanDistrict.Confirmed(2) with
        {
            Seed = read.Scenario.Seed,
            Scale = read.Scenario.Scale,
            Start = read.Scenario.Start,
            Command = Command,
            Goal = goal,
            Cost = SiteStaffing.Of(read, 2).Sum(site => site.Cost(new StaffCosts(60, 40))),
        };
        IReadOnlyList<PlanDay> days = Check(PlanDistrict.TextOf(plan)).Days;
        (int wait, int time) = (days.Count(day => day.WaitHolds), days.Count(day => day.InTime));
        return plan with
        {
            RestsOn = plan.RestsOn! with { WaitHeld = wait, InTime = time },
            Confirmed = StaffConfirmation.Holds(wait, time, 2, PlanConclusions.GoalOf(goal), goal.BoundConfidence),
        };
    }
}
