using System.Globalization;
using Twin.Experiments.Charts;
using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Reports;

/// <summary>report.html of a comparison: the answer first, then warnings, differences, pictures, assumptions that differ, and how to reproduce it.</summary>
internal sealed class ComparisonReport
{
    private static readonly string[] Sections = ["warnings", "differences", "pictures", "variants", "assumptions", "limits", "reproduce"];

    private readonly Comparison _comparison;
    private readonly TextSet _texts;
    private readonly HtmlPage _page;
    private readonly ComparisonReportTables _tables;

    private ComparisonReport(Comparison comparison, TextSet texts)
    {
        (_comparison, _texts) = (comparison, texts);
        _page = new HtmlPage(texts.HtmlLanguage, Title());
        _tables = new ComparisonReportTables(comparison, texts);
    }

    /// <summary>Makes the page.</summary>
    public static string Of(Comparison comparison, ComparisonPictures pictures, TextSet texts)
    {
        ComparisonReport report = new(comparison, texts);
        report.Head();
        report.Warnings();
        report.Differences();
        report.Pictures(pictures);
        report.Variants();
        report.Assumptions();
        report.End();
        return report._page.End();
    }

    private string Title() => _texts.Format("compare.report.title", string.Join(_texts["compare.report.versus"], _comparison.Order.Variants.Select(variant => variant.Label)));

    private void Section(string key) => _page.Element($"h2 id=\"{key}\"", _texts[$"compare.report.{key}"]);

    private void Head()
    {
        _page.Raw("<header>").Element("h1", Title()).Element("p class=\"lead\"", _texts["compare.report.intro"]).Raw("</header>\n<main>");
        bool settled = _comparison.Differences.Any(difference => difference.Verdict is DifferenceVerdict.FirstBetter or DifferenceVerdict.SecondBetter);
        _page.Raw($"<section class=\"answer{(settled ? " met" : "")}\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\" hidden", _texts["compare.report.answer"]);
        foreach (string line in ComparisonText.Answer(_comparison, _texts.Language))
        {
            _page.Element("p", line);
        }

        _page.Raw("</section>").Raw($"<nav aria-label=\"{HtmlPage.Escape(_texts["report.contents"])}\"><ul>");
        foreach (string section in Sections)
        {
            _page.Raw($"<li><a href=\"#{section}\">{HtmlPage.Escape(_texts[$"compare.report.{section}"])}</a></li>");
        }

        _page.Raw("</ul></nav>");
    }

    private void Warnings()
    {
        Section("warnings");
        IReadOnlyList<string> warnings = ComparisonWarnings.Of(_comparison, _texts);
        if (warnings.Count == 0)
        {
            _page.Element("p", _texts["compare.report.noWarnings"]);
            return;
        }

        _page.Raw("<ul>");
        foreach (string warning in warnings)
        {
            _page.Element("li", warning);
        }

        _page.Raw("</ul>");
    }

    private void Differences()
    {
        Section("differences");
        foreach ((int First, int Second) pair in _comparison.Order.Pairs)
        {
            _page.Table(_tables.Differences(pair));
        }

        _page.Element("p class=\"lead\"", ComparisonText.Procedure(_comparison, _texts));
    }

    private void Pictures(ComparisonPictures pictures)
    {
        Section("pictures");
        string show = _texts["report.showTable"];
        string names = string.Join(_texts["comma"], _comparison.Order.Variants.Select(variant => variant.Label));
        _page.Figure(pictures.Coverage, _texts.Format("compare.alt.coverage", names), show, _tables.Coverage())
            .Element("p class=\"lead\"", _texts.Format("fan.pointwise", _comparison.Order.Replications));
        foreach (PairPictures pair in pictures.Pairs)
        {
            VariantTally first = _comparison.Tallies[pair.First];
            VariantTally second = _comparison.Tallies[pair.Second];
            IReadOnlyList<(int Site, double Minutes)> sites = CompareSiteMap.Greatest(first, second);
            _page.Figure(pair.HeatMap, _texts.Format("compare.alt.heatmap", first.Variant.Label, second.Variant.Label), show, _tables.HeatMap(first, second))
                .Figure(
                    pair.Map,
                    _texts.Format("compare.alt.map", first.Variant.Label, second.Variant.Label, sites.Count(site => site.Minutes <= -1), sites.Count(site => site.Minutes >= 1)),
                    show, _tables.Map(first, second));
        }
    }

    private void Variants()
    {
        Section("variants");
        foreach (VariantTally tally in _comparison.Tallies)
        {
            _page.Table(_tables.Variant(tally));
        }
    }

    private void Assumptions()
    {
        Section("assumptions");
        IReadOnlyList<AssumptionDifference> differences = AssumptionDifferences.Of(_comparison.Order.Variants);
        if (differences.Count == 0)
        {
            _page.Element("p", _texts["compare.report.noWarnings"]);
            return;
        }

        _page.Element("p", _texts["note.grades"]).Table(_tables.Assumptions(differences));
    }

    private void End()
    {
        Section("limits");
        _page.Raw("<ul>");
        foreach (string key in new[] { "limit.synthetic", "compare.limit.chance", "compare.limit.many", "compare.limit.settle", "limit.expected", "limit.housebound" })
        {
            _page.Element("li", _texts[key]);
        }

        _page.Raw("</ul>");
        Section("reproduce");
        _page.Element("p", _texts["reproduce.command"]).Element("pre", ReproduceCommand.Of(_comparison.Order, _texts.Language));
        HtmlTable table = new(_texts["compare.report.reproduce"], _texts["report.measure"], _texts["report.value"]);
        foreach (ComparedVariant variant in _comparison.Order.Variants)
        {
            table.Add(variant.Name, string.Join(' ', [variant.ScenarioFile, .. variant.Sets.Select(set => "--set " + set)]));
        }

        _page.Table(table.Add(_texts["reproduce.seed"], _comparison.Order.Variants[0].Scenario.Seed.ToString(CultureInfo.InvariantCulture))
                .Add(_texts["reproduce.version"], $"{Software.This.Name} {Software.This.Version}")
                .Add(_texts["reproduce.commit"], Software.This.Commit ?? _texts["reproduce.unknown"]))
            .Raw("</main>").Element("footer", $"{Software.This.Name} {Software.This.Version}");
    }
}
