using Twin.Experiments.Reports;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>What to do with two plans: which to take as far as runs tell, then what to order for the second, the biggest moves first.</summary>
/// <param name="diff">The plans.</param>
/// <param name="texts">The language.</param>
internal sealed class PlanDiffActions(PlanDiff diff, TextSet texts)
{
    private const int MostDecisions = 2;

    private PlanDifference Paper => diff.Paper;

    private bool HelpersChange => Paper.Helpers.First != Paper.Helpers.Second;

    private PlannedAction[] Decisions => diff.Runs is { } runs
        ? [.. new ComparisonActions(runs, [], texts).All().Take(MostDecisions)]
        : [new PlannedAction(texts["plan.act.run"], texts["act.everywhere"], texts["act.by.planner"], texts["act.when.decide"], texts["plan.act.run.why"])];

    private string Opening => texts.Format("act.when.before", new ScenarioClock(Paper.First.Scenario.Start).Minute(Paper.First.Scenario.Testing.Window.Open.SinceStart));

    /// <summary>The actions; none for plans that staff alike.</summary>
    public IReadOnlyList<PlannedAction> All() => Paper.Moves.Count == 0 && !HelpersChange
        ? []
        : [.. Decisions, .. HelpersChange ? [Helpers()] : Array.Empty<PlannedAction>(), .. Paper.Moves.Take(MostMoves).Select(Move)];

    /// <summary>What the actions are for, and how many sites there are besides; empty without a move.</summary>
    public string Note() => Paper.Moves.Count == 0 ? ""
        : Paper.Moves.Count > MostMoves ? texts.Format("plan.act.noteMore", Paper.First.Label, Paper.Second.Label, Paper.Moves.Count - MostMoves)
        : texts.Format("plan.act.note", Paper.First.Label, Paper.Second.Label);

    private int MostMoves => AnswerPage.MostActions - Decisions.Length - (HelpersChange ? 1 : 0);

    private PlannedAction Helpers() => new(
        texts.Format("plan.act.helpers", Paper.Helpers.Second, Paper.Helpers.First), texts["act.everywhere"], texts["act.by.groups"], texts["act.when.notice"],
        texts.Format("plan.act.helpers.why", PlanDiffText.Signed(Paper.HelperCostChange)));

    private PlannedAction Move(SiteMove site)
    {
        string more = StaffWords.Of(Math.Max(0, site.Samplers), Math.Max(0, site.Desks), texts);
        string fewer = StaffWords.Of(Math.Max(0, -site.Samplers), Math.Max(0, -site.Desks), texts);
        string what = (more.Length > 0, fewer.Length > 0) switch
        {
            (true, true) => texts.Format("plan.act.swap", more, fewer),
            (true, false) => texts.Format("act.add", more),
            (false, true) => texts.Format("plan.act.take", fewer),
            _ => texts["plan.act.shift"],
        };
        string Change(int first, int second) => texts.Format("plan.diff.change", first, second, PlanDiffText.Signed(second - first));
        return new PlannedAction(
            what, site.Code, texts["act.by.pool"], Opening,
            texts.Format(
                "plan.act.why", TextSet.Count(site.HomeResidents), Change(site.First.Samplers, site.Second.Samplers), Change(site.First.Desks, site.Second.Desks),
                PlanDiffText.Signed(site.CostChange(Paper.Costs))));
    }
}
