using System.Globalization;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>The tables of a search's report.</summary>
/// <param name="kept">What the search came to.</param>
/// <param name="texts">The language.</param>
internal sealed class StaffingTables(KeptStaffing kept, TextSet texts)
{
    /// <summary>The staffings that were tried on whole days, by name.</summary>
    /// <param name="result">The result.</param>
    /// <param name="texts">The language.</param>
    public static IEnumerable<(string Name, StaffMeasured Measured)> Rows(StaffingResult result, TextSet texts)
    {
        (string Key, StaffMeasured? Measured)[] rows =
        [
            ("best", result.Best), ("uniform", result.Uniform?.Measured), ("uniformShifted", result.UniformShifted?.Measured),
            ("greedy", result.Greedy?.Measured), ("start", result.Start), ("most", result.Most),
        ];
        return rows.Where(row => row.Measured is not null).Select(row => (texts[$"staff.row.{row.Key}"], row.Measured!))
            .Concat(result.Frontier.Select(point => (texts.Format("staff.row.frontier", texts.Percent(point.Level)), point.Measured)))
            .Concat(result.Relaxations.Where(relaxation => relaxation.Measured is not null).Select(relaxation => (texts[$"staff.relaxed.{relaxation.Key}"], relaxation.Measured!)));
    }

    /// <summary>Every staffing tried on whole days with its bounds.</summary>
    public HtmlTable Staffings()
    {
        StaffingResult result = kept.Result;
        HtmlTable table = new(
            texts["staff.table"], texts["staff.col.plan"], "#" + texts["staff.col.samplers"], "#" + texts["staff.col.desks"], "#" + texts["staff.col.cost"], "#" + texts["staff.col.days"],
            "#" + texts["staff.col.wait"], "#" + texts["page.staff.waitBound"], "#" + texts["staff.col.time"], "#" + texts["page.staff.timeBound"]);
        double level = StaffFamily.Level(result.Goal, result.Effort);
        foreach ((string name, StaffMeasured measured) in Rows(result, texts))
        {
            bool some = measured.Days.Count > 0;
            table.Add(
                name, TextSet.Count(measured.Plan.TotalSamplers), TextSet.Count(measured.Plan.TotalDesks), StaffingText.Money(measured.Cost), TextSet.Count(measured.Days.Count),
                TextSet.Count(measured.WaitHolds), some ? texts.Percent(measured.WaitAtLeast(level)) : texts["none"], TextSet.Count(measured.InTime),
                some ? texts.Percent(measured.InTimeAtLeast(level)) : texts["none"]);
        }

        return table;
    }

    /// <summary>Staff of each site, found against the scenario's own; the greatest changes first.</summary>
    public HtmlTable Sites()
    {
        HtmlTable table = new(
            texts["page.staff.sites"], texts["col.site"], "#" + texts["staff.chart.sites.x"], "#" + texts["page.staff.samplersOwn"], "#" + texts["staff.col.samplers"],
            "#" + texts["page.staff.desksOwn"], "#" + texts["staff.col.desks"], "#" + texts["page.staff.change"], "#" + texts["staff.col.staying"]);
        foreach (int site in ByChange(kept))
        {
            (int samplers, int desks) = Change(kept, site);
            table.Add(
                SiteLayout.CodeOf(site), TextSet.Count(kept.HomeResidents[site]), TextSet.Count(kept.Own.Samplers[site]), TextSet.Count(kept.Result.Best!.Plan.Samplers[site]),
                TextSet.Count(kept.Own.Desks[site]), TextSet.Count(kept.Result.Best.Plan.Desks[site]), $"{Signed(samplers)} / {Signed(desks)}",
                $"{kept.Result.Best.Plan.Sites[site].SamplersToClose} / {kept.Result.Best.Plan.Sites[site].DesksToClose}");
        }

        return table;
    }

    /// <summary>Ordinals of the sites, the greatest changes first.</summary>
    /// <param name="kept">What the search came to, with a staffing.</param>
    public static IEnumerable<int> ByChange(KeptStaffing kept) => Enumerable.Range(0, kept.HomeResidents.Count).OrderByDescending(site =>
    {
        (int samplers, int desks) = Change(kept, site);
        return (Math.Abs(samplers) * kept.Result.Goal.Costs.Sampler) + (Math.Abs(desks) * kept.Result.Goal.Costs.Desk);
    });

    /// <summary>Samplers and desks more than the scenario's own at a site.</summary>
    /// <param name="kept">What the search came to, with a staffing.</param>
    /// <param name="site">The site.</param>
    public static (int Samplers, int Desks) Change(KeptStaffing kept, int site) =>
        (kept.Result.Best!.Plan.Samplers[site] - kept.Own.Samplers[site], kept.Result.Best.Plan.Desks[site] - kept.Own.Desks[site]);

    /// <summary>A change with its sign.</summary>
    /// <param name="change">The change.</param>
    public static string Signed(int change) => change > 0 ? "+" + change.ToString(CultureInfo.InvariantCulture) : change < 0 ? "−" + (-change).ToString(CultureInfo.InvariantCulture) : "0";
}
