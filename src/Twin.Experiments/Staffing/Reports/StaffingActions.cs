using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>What to do with a staffing found, and what to be careful with.</summary>
/// <param name="kept">What the search came to.</param>
/// <param name="texts">The language.</param>
internal sealed class StaffingActions(KeptStaffing kept, TextSet texts)
{
    private const int MostSites = 6;

    private StaffingResult Result => kept.Result;

    /// <summary>The actions: order the staff, where the greatest changes are, try the roster out, check the costs.</summary>
    public IReadOnlyList<PlannedAction> All()
    {
        ScenarioClock clock = new(Result.Scenario.Start);
        string opening = texts.Format("act.when.before", clock.Minute(Result.Scenario.Testing.Window.Open.SinceStart));
        if (Result.Best is not { } best)
        {
            return [new PlannedAction(texts["act.relax"], texts["act.everywhere"], texts["act.by.planner"], texts["act.when.decide"], texts["act.relax.why"])];
        }

        List<PlannedAction> actions =
        [
            new(texts.Format("act.order", TextSet.Count(best.Plan.TotalSamplers), TextSet.Count(best.Plan.TotalDesks)), texts["act.everywhere"], texts["act.by.pool"], opening,
                texts.Format("act.order.why", TextSet.Count(kept.Own.TotalSamplers), TextSet.Count(kept.Own.TotalDesks), StaffingText.Money(kept.Own.Cost(Result.Goal.Costs, Result.WindowHours)), StaffingText.Money(best.Cost))),
        ];
        foreach (int site in StaffingTables.ByChange(kept).Where(site => StaffingTables.Change(kept, site) != (0, 0)).Take(MostSites))
        {
            (int samplers, int desks) = StaffingTables.Change(kept, site);
            actions.Add(new PlannedAction(
                texts.Format("act.change", StaffingTables.Signed(samplers), StaffingTables.Signed(desks)), SiteLayout.CodeOf(site), texts["act.by.pool"], opening,
                texts.Format("act.change.why", TextSet.Count(kept.HomeResidents[site]), kept.Own.Samplers[site], best.Plan.Samplers[site], kept.Own.Desks[site], best.Plan.Desks[site])));
        }

        actions.Add(new PlannedAction(
            texts["act.roster"], "roster.csv", texts["act.by.planner"], texts["act.when.decide"], texts.Format("staff.action.roster", kept.Origin.ScenarioFile, kept.RosterPath + HelperText.Setting(Result))));
        return actions;
    }

    /// <summary>What to be careful with.</summary>
    public IReadOnlyList<string> Warnings()
    {
        List<string> warnings = [];
        if (Result.Best is not null && !Result.Confirmed)
        {
            warnings.Add(texts["page.staff.unconfirmed"]);
        }

        if (Result.Cut.Count > 0)
        {
            warnings.Add(texts.Format("staff.cut", string.Join(texts["comma"], Result.Cut)));
        }

        if (Result.LeftOut.Count > 0)
        {
            warnings.Add(texts.Format("staff.leftOut", string.Join(texts["comma"], Result.LeftOut)));
        }

        warnings.Add(texts["page.staff.costs"]);
        return warnings;
    }
}
