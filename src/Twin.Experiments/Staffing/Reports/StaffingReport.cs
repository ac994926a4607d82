using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>report.html of a search.</summary>
/// <param name="kept">What the search came to.</param>
/// <param name="texts">The language.</param>
internal sealed class StaffingReport(KeptStaffing kept, TextSet texts)
{
    /// <summary>Makes the page.</summary>
    /// <param name="frontier">The picture of cost against certainty; null without.</param>
    /// <param name="sites">The picture of the sites; null without.</param>
    /// <param name="software">Which software made the search.</param>
    public string Page(byte[]? frontier, byte[]? sites, Software software)
    {
        StaffingResult result = kept.Result;
        StaffingTables tables = new(kept, texts);
        string own = texts.Language == "zh" && result.Scenario.TitleZh.Length > 0 ? result.Scenario.TitleZh : result.Scenario.Title;
        string[] main = [.. StaffingText.Main(result, texts)];
        List<AnswerPicture> pictures = [];
        pictures.AddRange(frontier is null ? [] : [new AnswerPicture(frontier, texts["staff.chart.frontier"], tables.Staffings())]);
        pictures.AddRange(sites is null ? [] : [new AnswerPicture(sites, texts["staff.chart.sites"], tables.Sites())]);
        return new AnswerPage
        {
            Title = texts.Format("staff.title", own.Length > 0 ? own : result.Scenario.Name),
            Kind = texts["page.kind.staff"],
            Lead = StaffingText.Goal(result, texts),
            Tone = result.Best is null ? AnswerTone.Bad : result.Confirmed ? AnswerTone.Good : AnswerTone.Open,
            Sentence = main[0],
            Certainty = main[1..],
            Facts = [.. StaffingText.Comparisons(result, texts)],
            Warnings = new StaffingActions(kept, texts).Warnings(),
            Actions = new StaffingActions(kept, texts).All(),
            ActionTables = result.Best is null ? [] : [tables.Sites()],
            Pictures = pictures,
            Figures = [tables.Staffings()],
            FiguresNote = texts["page.staff.bounds"],
            Parts = [.. Around(), new AnswerPart("method", texts["staff.section.method"], [texts["staff.method"], .. Picked(), .. Bound(), .. StaffingText.Notes(result, texts)], [])],
            Assumptions = ScenarioAssumptions.Of(result.Scenario),
            LeftOut = result.Scenario.LeftOut,
            Limits = [texts["limit.synthetic"], texts["limit.estimates"], texts["page.staff.limit"]],
            Command = string.Join(' ', ["dotnet run -c Release --project src/Twin.Silo -- staff", .. new[] { kept.Origin.ScenarioFile }.Concat(kept.Origin.Options).Concat(texts.Language == "en" ? [] : ["--lang", texts.Language]).Select(ReproduceCommand.Quote)]),
            Identity = Identity(software),
            Software = software,
        }.Html(texts);
    }

    private IEnumerable<AnswerPart> Around()
    {
        if (kept.Result.Relaxations.Count > 0)
        {
            yield return new AnswerPart("around", texts["staff.section.around"], [.. StaffingText.Around(kept.Result, texts)], []);
        }
    }

    private IEnumerable<string> Picked()
    {
        if (kept.Result.Picked is { } picked)
        {
            yield return texts.Format(
                "staff.picked", texts.Percent(kept.Result.Goal.Assurance), texts.Duration(60), texts.Format(picked.Decided ? "staff.picked.decided" : "staff.picked.undecided", picked.Observations.Max()));
        }
    }

    private IEnumerable<string> Bound()
    {
        if (kept.Result.Bound > 0)
        {
            yield return texts.Format("staff.bound", StaffingText.Money(kept.Result.Bound));
        }
    }

    private HtmlTable Identity(Software software)
    {
        HtmlTable table = new(texts["page.reproduce"], texts["report.measure"], texts["report.value"]);
        table.Add(texts["reproduce.scenario"], kept.Result.Scenario.Name).Add(texts["reproduce.file"], kept.Origin.ScenarioFile)
            .Add(texts["reproduce.seed"], kept.Result.Scenario.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (kept.Result.Best is { } best)
        {
            table.Add(texts["page.staff.key"], best.Plan.Key).Add(texts["page.staff.digest"], best.Digest);
        }

        return table.AddSoftware(software, texts);
    }
}
