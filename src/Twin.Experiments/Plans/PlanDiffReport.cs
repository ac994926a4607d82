using Twin.Experiments.Charts;
using Twin.Experiments.Comparing;
using Twin.Experiments.Reports;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>report.html of two plans: the answer, what to do, pictures, figures, the plans, warnings, how to reproduce it.</summary>
internal static class PlanDiffReport
{
    /// <summary>Makes the page.</summary>
    /// <param name="diff">The plans.</param>
    /// <param name="pictures">Pictures of the runs; null if there were none.</param>
    /// <param name="moves">Picture of what changes.</param>
    /// <param name="command">The command that makes it again.</param>
    /// <param name="texts">The language.</param>
    public static string Of(PlanDiff diff, ComparisonPictures? pictures, byte[] moves, string command, TextSet texts)
    {
        PlanDifference paper = diff.Paper;
        string title = texts.Format("plan.title", paper.First.Label, paper.Second.Label);
        HtmlPage page = new(texts.HtmlLanguage, title);
        page.Raw("<header>").Element("h1", title).Raw("</header>\n<main>")
            .Raw("<section class=\"answer met\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\" hidden", texts["report.answer"])
            .Element("p", PlanDiffText.Headline(paper, texts));
        foreach (string line in PlanDiffText.Helpers(paper, texts).Concat(diff.Runs is { } runs ? ComparisonText.Answer(runs, texts.Language) : []))
        {
            page.Element("p", line);
        }

        page.Raw("</section>").Element("h2 id=\"actions\"", texts["plan.section.actions"]);
        List(page, PlanDiffText.Actions(paper, texts));
        page.Element("h2 id=\"pictures\"", texts["plan.section.pictures"])
            .Figure(moves, texts.Format("plan.chart.moves", paper.First.Label, paper.Second.Label), texts["report.showTable"], PlanDiffTables.Sites(paper, texts));
        Runs(page, diff, pictures, texts);
        page.Table(PlanDiffTables.Streets(paper, texts))
            .Element("h2 id=\"plans\"", texts["plan.section.plans"]).Table(PlanDiffTables.Plans(paper, texts))
            .Element("h2 id=\"warnings\"", texts["plan.section.warnings"]);
        List(page, PlanDiffText.Warnings(diff, texts));
        page.Element("h2 id=\"reproduce\"", texts["report.reproduce"]).Element("p", texts["reproduce.command"]).Element("pre", command)
            .Raw("</main>").Element("footer", $"{Software.This.Name} {Software.This.Version}");
        return page.End();
    }

    private static void Runs(HtmlPage page, PlanDiff diff, ComparisonPictures? pictures, TextSet texts)
    {
        if (diff.Runs is not { } runs || pictures is null)
        {
            page.Element("h2 id=\"figures\"", texts["plan.section.figures"]);
            return;
        }

        ComparisonReportTables tables = new(runs, texts);
        string names = string.Join(texts["comma"], runs.Order.Variants.Select(variant => variant.Label));
        page.Figure(pictures.Coverage, texts.Format("compare.alt.coverage", names), texts["report.showTable"], tables.Coverage());
        foreach (PairPictures pair in pictures.Pairs)
        {
            (VariantTally first, VariantTally second) = (runs.Tallies[pair.First], runs.Tallies[pair.Second]);
            page.Figure(pair.HeatMap, texts.Format("compare.alt.heatmap", first.Variant.Label, second.Variant.Label), texts["report.showTable"], tables.HeatMap(first, second));
        }

        page.Element("h2 id=\"figures\"", texts["plan.section.figures"]).Table(tables.Differences((0, 1))).Element("p class=\"lead\"", ComparisonText.Procedure(runs, texts));
    }

    private static void List(HtmlPage page, IEnumerable<string> lines)
    {
        page.Raw("<ul>");
        foreach (string line in lines)
        {
            page.Element("li", line);
        }

        page.Raw("</ul>");
    }
}
