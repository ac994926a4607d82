using Twin.Experiments.Charts;
using Twin.Experiments.Statistics;
using Twin.Experiments.Suppression;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>report.html of a mass test: the answer first, then the figures, the pictures, the tables, the assumptions, and how to reproduce it.</summary>
internal sealed class MassTestReport
{
    private readonly RunRecord _record;
    private readonly MassTestResult _result;
    private readonly TextSet _texts;
    private readonly ScenarioClock _clock;
    private readonly HtmlPage _page;
    private readonly ReportTables _tables;

    private MassTestReport(RunRecord record, MassTestResult result, UntestedTable untested, TextSet texts)
    {
        (_record, _result, _texts) = (record, result, texts);
        _clock = new ScenarioClock(record.Scenario.Start);
        _tables = new ReportTables(record, result, untested, texts);
        _page = new HtmlPage(texts.HtmlLanguage, Title());
    }

    /// <summary>Makes the page.</summary>
    public static string Of(
        RunRecord record, MassTestResult result, UntestedTable untested, Pictures pictures, IReadOnlyList<Assumption> assumptions, TextSet texts)
    {
        MassTestReport report = new(record, result, untested, texts);
        report.Head(assumptions.Count > 0);
        report.Figures();
        report.ShowPictures(pictures);
        report.ShowTables();
        report.Assumptions(assumptions);
        report.Limits();
        report.Reproduce();
        return report._page.End();
    }

    private string Title()
    {
        Scenario scenario = _record.Scenario;
        string own = _texts.Language == "zh" && scenario.TitleZh.Length > 0 ? scenario.TitleZh : scenario.Title;
        return _texts.Format("report.title", own.Length > 0 ? own : scenario.Name);
    }

    private void Head(bool hasAssumptions)
    {
        _page.Raw("<header>").Element("h1", Title()).Element("p class=\"lead\"", _texts["report.intro"]).Raw("</header>\n<main>");
        bool met = MassTestMeasures.AllExpectedWithin5h(_result);
        _page.Raw($"<section class=\"answer{(met ? " met" : "")}\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\" hidden", _texts["report.answer"]);
        foreach (string line in RunText.Answer(_record, _texts.Language))
        {
            _page.Element("p", line);
        }

        _page.Raw("</section>").Raw($"<nav aria-label=\"{HtmlPage.Escape(_texts["report.contents"])}\"><ul>");
        foreach (string section in Sections(hasAssumptions))
        {
            _page.Raw($"<li><a href=\"#{section}\">{HtmlPage.Escape(_texts[$"report.{section}"])}</a></li>");
        }

        _page.Raw("</ul></nav>");
    }

    private List<string> Sections(bool hasAssumptions)
    {
        List<string> sections = ["figures", "pictures", "worst", "untested", "communities", "notice", "limits", "reproduce"];
        if (hasAssumptions)
        {
            sections.Insert(sections.IndexOf("limits"), "assumptions");
        }

        if (_record.Replications.Count > 0)
        {
            sections.Insert(1, "replications");
        }

        return sections;
    }

    private void Section(string key) => _page.Element($"h2 id=\"{key}\"", _texts[$"report.{key}"]);

    private void Figures()
    {
        Section("figures");
        _page.Raw("<dl class=\"figures\">");
        foreach (Measure<MassTestResult> measure in MassTestMeasures.All)
        {
            _page.Raw("<div>").Element("dt", _texts.NameOf(measure)).Element("dd", _texts.Value(measure.Unit, measure.Value(_result), _clock)).Raw("</div>");
        }

        _page.Raw("</dl>");
        if (_record.Replications.Count > 0)
        {
            Section("replications");
            if (_record.Replications.Count < ReplicationRule.Fewest)
            {
                _page.Element("p", _texts.Format("fan.warn.few", _record.Replications.Count, ReplicationRule.Fewest));
            }

            _page.Table(_tables.Replications()).Element("p class=\"lead\"", _texts.Format("fan.pointwise", _record.Replications.Count));
        }
    }

    private void ShowPictures(Pictures pictures)
    {
        Section("pictures");
        string show = _texts["report.showTable"];
        int red = _result.Sites.Count(site => JamTiers.WorstOf(site) == JamTier.Red);
        int amber = _result.Sites.Count(site => JamTiers.WorstOf(site) == JamTier.Amber);
        string coverage = _texts.Percent(_result.Residents == 0 ? 0 : (double)_result.TestedAt5h / _result.Residents);
        string last = _result.LastTest < 0 ? _texts["never"] : _clock.Second(_result.LastTest);
        WaitHistogram wait = _result.TotalWait;
        _page.Figure(pictures.Coverage, _texts.Format("alt.coverage", coverage, last), show, _tables.Coverage())
            .Figure(pictures.HeatMap, _texts.Format("alt.heatmap", _result.Sites.Count, red, amber), show, _tables.HeatMap())
            .Figure(pictures.Waits, _texts.Format("alt.waits", _texts.Duration(wait.Quantile(0.5)), _texts.Duration(wait.Quantile(0.9))), show, _tables.Waits())
            .Figure(pictures.Map, _texts.Format("alt.map", _result.Sites.Count, red, amber), show, _tables.Tiers(), _tables.Places());
    }

    private void ShowTables()
    {
        Section("worst");
        _page.Table(_tables.Worst());
        Section("untested");
        _page.Table(_tables.Untested()).Table(_tables.Streets()).Element("p class=\"lead\"", _texts["note.suppressed"]);
        Section("communities");
        _page.Table(_tables.Communities()).Element("p class=\"lead\"", _texts["note.suppressed"]);
        Section("notice");
        _page.Element("p", _texts["note.two"]).Table(_tables.Notice()).Table(_tables.Channels());
    }

    private void Assumptions(IReadOnlyList<Assumption> assumptions)
    {
        if (assumptions.Count == 0)
        {
            return;
        }

        Section("assumptions");
        _page.Element("p", _texts.Format("note.changed", assumptions.Count(assumption => !assumption.IsDefault), assumptions.Count))
            .Element("p", _texts["note.grades"])
            .Table(_tables.Assumptions(assumptions));
    }

    private void Limits()
    {
        Section("limits");
        string certainty = _record.Replications.Count > 0 ? "limit.replicated" : "limit.single";
        _page.Raw("<ul>");
        foreach (string key in new[] { "limit.synthetic", "limit.estimates", certainty, "limit.expected", "limit.housebound" })
        {
            _page.Element("li", _texts[key]);
        }

        _page.Element("li", _texts.Format("limit.laboratory", TextSet.Count(Laboratory.TubesPerDay))).Raw("</ul>");
    }

    private void Reproduce()
    {
        Section("reproduce");
        _page.Element("p", _texts["reproduce.command"]).Element("pre", ReproduceCommand.Of(_record, _texts.Language))
            .Element("p", _texts["reproduce.same"]).Table(IdentityTable.Of(_record, _texts)).Raw("</main>")
            .Element("footer", $"{Software.This.Name} {Software.This.Version}");
    }
}
