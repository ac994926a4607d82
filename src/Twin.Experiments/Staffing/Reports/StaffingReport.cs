using Twin.Experiments.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>report.html of a search: the answer, what to do, pictures, the table with its bounds, what each constraint costs, how sure it is.</summary>
internal static class StaffingReport
{
    /// <summary>Makes the page.</summary>
    /// <param name="result">The result.</param>
    /// <param name="origin">Whence it comes.</param>
    /// <param name="layout">The sites.</param>
    /// <param name="rosterPath">Where the roster lies, as a command names it.</param>
    /// <param name="texts">The language.</param>
    public static string Of(StaffingResult result, StaffingOrigin origin, SiteLayout layout, string rosterPath, TextSet texts)
    {
        bool chinese = texts.Language == "zh";
        string own = chinese && result.Scenario.TitleZh.Length > 0 ? result.Scenario.TitleZh : result.Scenario.Title;
        string title = texts.Format("staff.title", own.Length > 0 ? own : result.Scenario.Name);
        HtmlPage page = new(texts.HtmlLanguage, title);
        page.Raw("<header>").Element("h1", title).Element("p class=\"lead\"", StaffingText.Goal(result, texts)).Raw("</header>\n<main>")
            .Raw($"<section class=\"answer{(result.Confirmed ? " met" : "")}\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\" hidden", texts["report.answer"]);
        Paragraphs(page, [.. StaffingText.Main(result, texts), .. StaffingText.Comparisons(result, texts)]);
        page.Raw("</section>");
        if (result.Best is not null)
        {
            page.Element("h2 id=\"actions\"", texts["staff.section.actions"]).Element("p", texts.Format("staff.action.roster", origin.ScenarioFile, rosterPath));
            if (result.Frontier.Count > 0)
            {
                page.Figure(StaffingCharts.Frontier(result, texts), texts["staff.chart.frontier"], texts["staff.table"], Table(result, texts));
            }

            page.Figure(StaffingCharts.Sites(result, layout, texts), texts["staff.chart.sites"], texts["staff.table"], Roster(result, layout, texts));
        }

        page.Element("h2 id=\"figures\"", texts["report.figures"]).Table(Table(result, texts));
        if (result.Relaxations.Count > 0)
        {
            page.Element("h2 id=\"around\"", texts["staff.section.around"]);
            Paragraphs(page, StaffingText.Around(result, texts));
        }

        page.Element("h2 id=\"method\"", texts["staff.section.method"]).Element("p", texts["staff.method"]);
        Paragraphs(page, [.. Picked(result, texts), .. Bound(result, texts), .. StaffingText.Notes(result, texts)]);
        page.Element("h2 id=\"reproduce\"", texts["report.reproduce"]).Element("p", texts["reproduce.command"])
            .Element("pre", string.Join(' ', ["twin", "staff", origin.ScenarioFile, .. origin.Options]))
            .Raw("</main>").Element("footer", $"{Software.This.Name} {Software.This.Version}");
        return page.End();
    }

    private static void Paragraphs(HtmlPage page, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            page.Element("p", line);
        }
    }

    private static IEnumerable<string> Picked(StaffingResult result, TextSet texts)
    {
        if (result.Picked is { } picked)
        {
            yield return texts.Format(
                "staff.picked", texts.Percent(result.Goal.Assurance), texts.Duration(60), texts.Format(picked.Decided ? "staff.picked.decided" : "staff.picked.undecided", picked.Observations.Max()));
        }
    }

    private static IEnumerable<string> Bound(StaffingResult result, TextSet texts)
    {
        if (result.Bound > 0)
        {
            yield return texts.Format("staff.bound", StaffingText.Money(result.Bound));
        }
    }

    private static HtmlTable Table(StaffingResult result, TextSet texts)
    {
        HtmlTable table = new(
            texts["staff.table"], texts["staff.col.plan"], "#" + texts["staff.col.samplers"], "#" + texts["staff.col.desks"], "#" + texts["staff.col.cost"], "#" + texts["staff.col.days"],
            "#" + texts["staff.col.wait"], "#" + texts["staff.col.waitBound"], "#" + texts["staff.col.time"], "#" + texts["staff.col.timeBound"]);
        double level = StaffFamily.Level(result.Goal, result.Effort);
        foreach ((string name, StaffMeasured measured) in Rows(result, texts))
        {
            table.Add(
                name, TextSet.Count(measured.Plan.TotalSamplers), TextSet.Count(measured.Plan.TotalDesks), StaffingText.Money(measured.Cost), TextSet.Count(measured.Days.Count),
                TextSet.Count(measured.WaitHolds), texts.Percent(measured.WaitAtLeast(level)), TextSet.Count(measured.InTime), texts.Percent(measured.InTimeAtLeast(level)));
        }

        return table;
    }

    /// <summary>The staffings that were tried on whole days, by name.</summary>
    internal static IEnumerable<(string Name, StaffMeasured Measured)> Rows(StaffingResult result, TextSet texts)
    {
        (string Key, StaffMeasured? Measured)[] rows =
        [
            ("best", result.Best), ("uniform", result.Uniform?.Measured), ("greedy", result.Greedy?.Measured), ("start", result.Start), ("most", result.Most),
        ];
        return rows.Where(row => row.Measured is not null).Select(row => (texts[$"staff.row.{row.Key}"], row.Measured!))
            .Concat(result.Frontier.Select(point => (texts.Format("staff.row.frontier", texts.Percent(point.Level)), point.Measured)))
            .Concat(result.Relaxations.Where(relaxation => relaxation.Measured is not null).Select(relaxation => (texts[$"staff.relaxed.{relaxation.Key}"], relaxation.Measured!)));
    }

    private static HtmlTable Roster(StaffingResult result, SiteLayout layout, TextSet texts)
    {
        HtmlTable table = new(texts["staff.table"], texts["staff.col.plan"], "#" + texts["staff.chart.sites.x"], "#" + texts["staff.col.samplers"], "#" + texts["staff.col.desks"]);
        for (int site = 0; site < layout.Count; site++)
        {
            table.Add(SiteLayout.CodeOf(site), TextSet.Count(layout.HomeResidents[site]), TextSet.Count(result.Best!.Plan.Samplers[site]), TextSet.Count(result.Best.Plan.Desks[site]));
        }

        return table;
    }
}
