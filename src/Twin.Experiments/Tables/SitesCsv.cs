using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tables;

/// <summary>sites.csv: one row for each site.</summary>
internal static class SitesCsv
{
    /// <summary>Makes the table.</summary>
    public static CsvTable Of(RunRecord record, MassTestResult result)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        CsvTable table = new(
            "site", "community", "x_m", "y_m", "home_residents", "desks", "desks_absent", "samplers", "samplers_absent", "ready", "opened",
            "arrivals", "tested", "balked", "sent_home", "late", "redirected", "still_there",
            "wait_mean_s", "wait_p50_s", "wait_p90_s", "wait_p95_s", "wait_max_s", "queue_max", "tier", "amber_min", "red_min",
            "desk_utilisation_pct", "sampler_utilisation_pct", "desk_hours", "sampler_hours", "last_test", "tubes");
        foreach (SiteResult site in result.Sites)
        {
            table.Add(
                site.Code, site.Community, site.X / 100.0, site.Y / 100.0, site.HomeResidents, site.Desks, site.DesksAbsent, site.Samplers, site.SamplersAbsent,
                Clock(clock, site.Ready), Clock(clock, site.Opened),
                site.Arrivals, site.Tested, site.Balked, site.SentHome, site.Late, site.Redirected, site.StillThere,
                site.Tested == 0 ? null : site.WaitSum / 1000.0 / site.Tested, site.WaitP50, site.WaitP90, site.WaitP95, site.WaitMax, site.QueueMax,
                JamTiers.KeyOf(JamTiers.WorstOf(site)), site.AmberMinutes, site.RedMinutes,
                Percent(site.DeskBusy, site.DeskDuty), Percent(site.SamplerBusy, site.SamplerDuty), site.DeskDuty / 3_600_000.0, site.SamplerDuty / 3_600_000.0,
                Clock(clock, site.LastTest), site.Tubes);
        }

        return table;
    }

    private static string? Clock(ScenarioClock clock, long milliseconds) => milliseconds < 0 ? null : clock.Iso(milliseconds);

    private static double? Percent(long part, long whole) => whole == 0 ? null : 100.0 * part / whole;
}
