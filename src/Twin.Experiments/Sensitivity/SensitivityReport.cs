using System.Globalization;
using Twin.Experiments.Reports;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Designs;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Sensitivity;

/// <summary>report.html of a design for sensitivity: the estimates that the answers hang on, the picture, the indices, the factors and their ranges, how to run it again.</summary>
internal static class SensitivityReport
{
    /// <summary>Makes the page.</summary>
    /// <param name="summary">What the sweep came to.</param>
    /// <param name="picture">The picture, PNG.</param>
    /// <param name="texts">The language.</param>
    public static string Of(SweepSummary summary, byte[] picture, TextSet texts)
    {
        Sweep sweep = summary.Sweep;
        SensitivityText text = new(summary.Sensitivity!, texts);
        string own = texts.Language == "zh" ? sweep.File.TitleZh : sweep.File.Title;
        string title = own.Length == 0 ? sweep.File.Name : own;
        HtmlPage page = new(texts.HtmlLanguage, title);
        page.Raw("<header>").Element("h1", title).Element("p class=\"lead\"", new SweepText(summary, texts.Language).Heading).Raw("</header>\n<main>")
            .Raw("<section class=\"answer\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\" hidden", texts["report.answer"]);
        Paragraphs(page, [.. text.Flags(), .. text.Ranks()]);
        page.Raw("</section>").Figure(picture, texts["sensitivity.chart"], texts["sensitivity.table"], Indices(summary.Sensitivity!, texts));
        Paragraphs(page, [text.About, .. text.Chances(), .. text.Warnings(summary.Warnings)]);
        page.Element("h2 id=\"factors\"", texts["sensitivity.factors"]).Table(Factors(sweep, texts))
            .Element("h2 id=\"reproduce\"", texts["report.reproduce"]).Element("p", texts["reproduce.command"]).Element("pre", Command(sweep))
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

    private static HtmlTable Indices(SensitivitySummary summary, TextSet texts)
    {
        SensitivityText text = new(summary, texts);
        HtmlTable table = new(texts["sensitivity.table"], [.. text.Header.Select((cell, i) => i is 1 or > 3 ? "#" + cell : cell)]);
        foreach (IReadOnlyList<string> row in text.Rows(int.MaxValue))
        {
            table.Add([.. row]);
        }

        return table;
    }

    private static HtmlTable Factors(Sweep sweep, TextSet texts)
    {
        HtmlTable table = new(texts["sensitivity.factors"], texts["sensitivity.factor"], texts["sensitivity.grade"], texts["sensitivity.values"]);
        foreach (Factor factor in sweep.Factors)
        {
            string values = factor.Range is { } range
                ? texts.Format("sensitivity.range", range.OnGrid(0, 2, factor.Kind).Text, range.OnGrid(1, 2, factor.Kind).Text)
                : string.Join(texts["comma"], factor.Levels.Select(level => level.Label));
            table.Add(factor.Name, factor.Grade.Length == 0 ? texts["none"] : factor.Grade, values);
        }

        return table;
    }

    private static string Command(Sweep sweep) => string.Create(
        CultureInfo.InvariantCulture, $"twin sweep {sweep.Path} --seed {sweep.Seed} --scale {sweep.Base.Scale:R} --replications {sweep.Rule.Least}");
}
