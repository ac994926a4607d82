using System.Globalization;
using Twin.Experiments.Staffing;

namespace Twin.Experiments.Plans;

/// <summary>Derives anew what a plan concludes: from its entries, its scenario, the command that made it, and its days run again.</summary>
/// <param name="plan">The plan.</param>
/// <param name="sites">Number of sites.</param>
/// <param name="days">The days that were run again.</param>
internal sealed class PlanConclusions(StaffingPlan plan, int sites, IReadOnlyList<PlanDay> days)
{
    private const double Hour = 3_600_000;

    /// <summary>What the plan says that nothing derives.</summary>
    private static readonly (string Key, Func<PlanFile, string> Said)[] Words =
    [
        ("version", file => file.Version.ToString(CultureInfo.InvariantCulture)), ("author", file => file.Author), ("note", file => file.Note),
        ("software", file => file.Software), ("command", file => file.Command), ("scenarioFile", file => file.ScenarioFile),
    ];

    private string[] Command => plan.File.Command.Split(' ');

    private bool IsSearched => plan.File.Command.StartsWith("twin staff ", StringComparison.Ordinal);

    /// <summary>Each conclusion, in the order of the file's keys.</summary>
    public IEnumerable<PlanFinding> Look()
    {
        if (plan.File.Start is { } start)
        {
            yield return Compared("start", new ScenarioClock(start).Iso(0), new ScenarioClock(plan.Scenario.Start).Iso(0));
        }

        foreach (PlanFinding finding in plan.File.Goal is { } goal ? OfGoal(goal) : [])
        {
            yield return finding;
        }

        foreach (PlanFinding finding in plan.File.RestsOn is { } runs ? OfRuns(runs) : [])
        {
            yield return finding;
        }

        if (plan.File.Cost is { } cost)
        {
            yield return Near("cost", cost, SiteStaffing.Of(plan, sites).Sum(site => site.Cost(plan.Costs)));
        }

        foreach ((string key, Func<PlanFile, string> said) in Words.Where(word => word.Said(plan.File).Length > 0))
        {
            yield return new PlanFinding(key, PlanFindingState.Unchecked, said(plan.File), "");
        }
    }

    private IEnumerable<PlanFinding> OfGoal(PlanGoal goal)
    {
        yield return Asked("goal.confidence", goal.Confidence, "--confidence", 1);
        yield return Asked("goal.assurance", goal.Assurance, "--assurance", 1);
        yield return IsSearched
            ? Near("goal.boundConfidence", goal.BoundConfidence, StaffFamily.Level(new StaffGoal { Assurance = goal.Assurance }, new StaffEffort()))
            : Unchecked("goal.boundConfidence", goal.BoundConfidence);
        yield return Asked("goal.waitTargetSeconds", goal.WaitTargetSeconds, "--wait-target", 60);
        yield return Asked("goal.bySeconds", goal.BySeconds, "--by", 3600);
        yield return Asked("goal.costSampler", goal.CostSampler, "--cost-sampler", 1);
        yield return Asked("goal.costDesk", goal.CostDesk, "--cost-desk", 1);
        yield return Asked("goal.costHelper", goal.CostHelper, "--cost-helper", 1);
        yield return new PlanFinding("goal.shiftHours", PlanFindingState.Unchecked, string.Join(", ", goal.ShiftHours.Select(Text)), "");
        yield return Near("goal.windowHours", goal.WindowHours, (plan.Scenario.Testing.Window.Close.SinceStart - plan.Scenario.Testing.Window.Open.SinceStart) / Hour);
    }

    private IEnumerable<PlanFinding> OfRuns(PlanEvidence runs)
    {
        bool hasGoal = plan.File.Goal is not null;
        yield return Counted("restsOn.waitHeld", runs.WaitHeld, runs.Days, hasGoal ? days.Count(day => day.WaitHolds) : null);
        yield return Counted("restsOn.inTime", runs.InTime, runs.Days, hasGoal ? days.Count(day => day.InTime) : null);
        if (plan.File.Goal is not { } goal)
        {
            yield return new PlanFinding("confirmed", PlanFindingState.Unchecked, Text(plan.File.Confirmed), "");
            yield break;
        }

        bool isAll = days.Count == runs.Days;
        bool confirmed = StaffConfirmation.Holds(
            isAll ? days.Count(day => day.WaitHolds) : runs.WaitHeld, isAll ? days.Count(day => day.InTime) : runs.InTime, runs.Days, GoalOf(goal), goal.BoundConfidence);
        yield return isAll || confirmed != plan.File.Confirmed
            ? Compared("confirmed", Text(plan.File.Confirmed), Text(confirmed))
            : new PlanFinding("confirmed", PlanFindingState.Unchecked, Text(plan.File.Confirmed), "");
    }

    /// <summary>What a plan's goal judges a day by.</summary>
    /// <param name="goal">The goal as the plan has it.</param>
    public static StaffGoal GoalOf(PlanGoal goal) => new()
    {
        Confidence = goal.Confidence,
        Assurance = goal.Assurance,
        WaitTargetSeconds = goal.WaitTargetSeconds,
        ByMilliseconds = (long)Math.Round(goal.BySeconds * 1000),
    };

    /// <summary>A number of days: exact when all were run again, else within what those that were leave open.</summary>
    private PlanFinding Counted(string key, int said, int all, int? held)
    {
        if (held is not { } found || days.Count == 0)
        {
            return Unchecked(key, said);
        }

        int left = all - days.Count;
        return said < found || said > found + left ? new PlanFinding(key, PlanFindingState.Wrong, Text(said), left == 0 ? Text(found) : $"{Text(found)}–{Text(found + left)}")
            : left == 0 ? new PlanFinding(key, PlanFindingState.Holds, Text(said), Text(found))
            : Unchecked(key, said);
    }

    /// <summary>What was asked for: it stands in the command as well.</summary>
    private PlanFinding Asked(string key, double said, string option, double unit)
    {
        string[] words = Command;
        int at = Array.IndexOf(words, option);
        return IsSearched && at >= 0 && at + 1 < words.Length && double.TryParse(words[at + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out double asked)
            ? Near(key, said, asked * unit)
            : Unchecked(key, said);
    }

    private static PlanFinding Near(string key, double said, double found) => new(
        key, Math.Abs(said - found) <= 1e-6 * Math.Max(1, Math.Abs(found)) ? PlanFindingState.Holds : PlanFindingState.Wrong, Text(said), Text(found));

    private static PlanFinding Unchecked(string key, double said) => new(key, PlanFindingState.Unchecked, Text(said), "");

    private static PlanFinding Compared(string key, string said, string found) => new(key, said == found ? PlanFindingState.Holds : PlanFindingState.Wrong, said, found);

    private static string Text(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Text(bool flag) => flag ? "true" : "false";
}
