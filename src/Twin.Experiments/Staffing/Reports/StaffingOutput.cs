using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>Writes what a search came to: summary.json, plan.json, roster.csv, staffing.csv, pictures and report.html.</summary>
public static class StaffingOutput
{
    /// <summary>Writes everything and completes the folder.</summary>
    /// <param name="result">The result.</param>
    /// <param name="origin">Whence it comes.</param>
    /// <param name="plan">The scenario's plan: its sites, and its own staffing.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="shownFolder">The folder as a command names it.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>The summary.</returns>
    public static JsonObject Write(StaffingResult result, StaffingOrigin origin, MassTestPlan plan, OutFolder folder, string shownFolder, string language)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(folder);
        TextSet texts = TextCatalogue.In(language);
        JsonObject summary = StaffingJson.Summary(result, origin);
        if (result.Best is { } best)
        {
            folder.Write("roster.csv", Encoding.UTF8.GetBytes(RosterText.Of(best.Plan.Roster, result.Scenario.Start)));
            folder.Write("plan.json", Encoding.UTF8.GetBytes(SummaryJson.ToText(StaffingJson.Plan(result, origin))));
        }

        folder.Write("staffing.csv", Staffings(result));
        KeptStaffing kept = new KeptStaffing(result, origin, plan.Layout.HomeResidents, OwnOf(plan), $"{shownFolder}/roster.csv").ToKeep();
        folder.Write(KeptFile.Name, KeptFile.ToBytes(KeptStaffing.Kind, language, kept));
        foreach (DrawnFile file in ReportDrawing.Of(kept, Software.This, texts))
        {
            folder.Write(file.Name, file.Content);
        }

        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }

    private static StaffPlan OwnOf(MassTestPlan plan) => new(
        [.. Enumerable.Range(0, plan.Layout.Count).Select(site => plan.PlannedStaff(site, (int)StaffRole.Samplers))],
        [.. Enumerable.Range(0, plan.Layout.Count).Select(site => plan.PlannedStaff(site, (int)StaffRole.Desks))]);

    private static byte[] Staffings(StaffingResult result)
    {
        double level = StaffFamily.Level(result.Goal, result.Effort);
        CsvTable table = new("staffing", "samplers", "desks", "cost", "days", "wait_held_days", "wait_at_least", "in_time_days", "in_time_at_least", "samplers_to_close", "desks_to_close");
        foreach ((string name, StaffMeasured measured) in StaffingTables.Rows(result, TextCatalogue.In("en")))
        {
            table.Add(
                name, measured.Plan.TotalSamplers, measured.Plan.TotalDesks, measured.Cost, measured.Days.Count, measured.WaitHolds, measured.WaitAtLeast(level),
                measured.InTime, measured.InTimeAtLeast(level), measured.Plan.Sites.Sum(site => site.SamplersToClose), measured.Plan.Sites.Sum(site => site.DesksToClose));
        }

        return table.ToBytes();
    }
}
