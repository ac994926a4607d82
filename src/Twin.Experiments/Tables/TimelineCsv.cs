using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tables;

/// <summary>timeline.csv: one row for each minute from the scenario's start to the end of what happened.</summary>
internal static class TimelineCsv
{
    /// <summary>Makes the table.</summary>
    public static CsvTable Of(RunRecord record, MassTestResult result)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        Timeline timeline = Timeline.Of(result, record.Scenario.Testing.Sites);
        CsvTable table = new("minute", "clock", "notified_households", "tested", "tested_cumulated", "coverage_pct", "queue", "sites_amber", "sites_red");
        for (int minute = 0; minute < timeline.Minutes; minute++)
        {
            long cumulated = timeline.Cumulated[minute];
            table.Add(
                minute, clock.Iso(minute * 60_000L), timeline.Notified[minute], result.TestedByMinute[minute], cumulated,
                result.Residents == 0 ? null : 100.0 * cumulated / result.Residents, timeline.Queue[minute], timeline.Amber[minute], timeline.Red[minute]);
        }

        return table;
    }
}
