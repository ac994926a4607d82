using Twin.Experiments.Suppression;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tables;

/// <summary>communities.csv: one row for each community or village.</summary>
internal static class CommunitiesCsv
{
    /// <summary>Makes the table.</summary>
    public static CsvTable Of(RunRecord record, MassTestResult result, UntestedTable untested)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        CsvTable table = new(
            "community", "name", "kind", "residents", "households", "tested", "coverage_pct", "untested", "untested_mobile", "coverage_mobile_pct",
            "notified_households", "last_notified", "suppressed");
        for (int i = 0; i < result.Communities.Count; i++)
        {
            CommunityResult community = result.Communities[i];
            UntestedRow row = untested.Communities[i];
            table.Add(
                community.Code, community.Name, community.IsVillage ? "village" : "community", community.Residents, community.Households,
                row.Tested, Percent(row.Tested, row.Residents), row.UntestedTotal, row.UntestedMobile, Percent(row.Residents - row.UntestedMobile, row.Residents),
                community.Notified, community.LastNotified < 0 ? null : clock.Iso(community.LastNotified), row.Suppressed);
        }

        return table;
    }

    private static double? Percent(long? part, long whole) => whole == 0 || part is not { } count ? null : 100.0 * count / whole;
}
