using System.Globalization;
using Twin.Experiments.Reports;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>report.html of a stress test: the answer, what to do, the picture, the tables with intervals, ranges by grade, warnings, method, how to reproduce it.</summary>
internal static class StressReport
{
    private const int Watched = 3;

    /// <summary>Makes the page.</summary>
    /// <param name="result">The result.</param>
    /// <param name="origin">Whence it comes.</param>
    /// <param name="tornado">The picture.</param>
    /// <param name="texts">The language.</param>
    public static string Of(StressResult result, StressOrigin origin, byte[] tornado, TextSet texts)
    {
        StressWords words = new(result, texts);
        string own = texts.Language == "zh" && result.Scenario.TitleZh.Length > 0 ? result.Scenario.TitleZh : result.Scenario.Title;
        HtmlPage page = new(texts.HtmlLanguage, texts.Format("stress.title", own.Length > 0 ? own : result.Scenario.Name));
        Head(page, own.Length > 0 ? own : result.Scenario.Name, result, words, texts);
        Section(page, "actions", texts);
        Lines(page.Raw("<ul>"), "li", Actions(result, words, texts));
        page.Raw("</ul>");
        Section(page, "pictures", texts).Figure(tornado, texts["stress.chart.title"], texts["report.showTable"], Limits(result, words, texts));
        Section(page, "limits", texts).Table(Limits(result, words, texts));
        if (result.Pairs.Count > 0)
        {
            Section(page, "pairs", texts).Table(Pairs(result, words, texts));
        }

        if (result.Sites.Count > 0)
        {
            Section(page, "sites", texts).Table(Sites(result, words, texts));
        }

        Section(page, "assumptions", texts).Element("p", texts["note.grades"]).Table(Ranges(result, words, texts))
            .Element("p", texts.Format("stress.note.grades", result.Goal.Costs.Sampler, result.Goal.Costs.Desk));
        Section(page, "warnings", texts);
        Lines(page.Raw("<ul>"), "li", [.. StressText.Warnings(result, words, texts), texts["limit.synthetic"]]);
        page.Raw("</ul>");
        Section(page, "method", texts).Element("p", texts.Format("stress.method", words.Share))
            .Element("p", texts.Format("stress.note.days", TextSet.Count(result.DaysSimulated)));
        Reproduce(page, result, origin, texts);
        return page.End();
    }

    private static void Head(HtmlPage page, string name, StressResult result, StressWords words, TextSet texts)
    {
        bool holds = 2 * result.HeldWithoutStress[(int)StressCriterion.Either] > result.Effort.Days;
        page.Raw("<header>").Element("h1", texts.Format("stress.title", name))
            .Element("p class=\"lead\"", texts.Format("stress.intro", words.WaitTarget, words.Deadline, result.Effort.Days)).Raw("</header>\n<main>")
            .Raw($"<section class=\"answer{(holds ? " met" : "")}\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\" hidden", texts["report.answer"]);
        Lines(page, "p", StressText.Main(result, words, texts));
        page.Raw("</section>");
    }

    private static void Reproduce(HtmlPage page, StressResult result, StressOrigin origin, TextSet texts) =>
        page.Element("h2 id=\"reproduce\"", texts["report.reproduce"]).Element("p", texts["reproduce.command"])
            .Element("pre", string.Join(' ', ["dotnet run -c Release --project src/Twin.Silo -- stress", Quote(origin.ScenarioFile), .. origin.Options.Select(Quote)]))
            .Table(new HtmlTable(texts["report.reproduce"], texts["report.measure"], texts["report.value"])
                .Add(texts["reproduce.seed"], result.Scenario.Seed.ToString(CultureInfo.InvariantCulture))
                .Add(texts["reproduce.version"], $"{Software.This.Name} {Software.This.Version}")
                .Add(texts["reproduce.commit"], Software.This.Commit ?? texts["reproduce.unknown"]))
            .Raw("</main>").Element("footer", $"{Software.This.Name} {Software.This.Version}");

    private static HtmlPage Section(HtmlPage page, string key, TextSet texts) => page.Element($"h2 id=\"{key}\"", texts[$"stress.section.{key}"]);

    private static void Lines(HtmlPage page, string tag, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            page.Element(tag, line);
        }
    }

    /// <summary>The nearest factors to watch, then the fixes.</summary>
    private static List<string> Actions(StressResult result, StressWords words, TextSet texts)
    {
        List<string> actions = [];
        foreach (FactorLimits limits in result.Limits.Where(Breaks).Take(Watched))
        {
            StressFactor factor = limits.Factor;
            string at = words.UpTo(factor, limits.Estimate(StressCriterion.Either, result.Goal.Share).Step);
            actions.Add(factor.Group switch
            {
                "outage" => texts.Format("stress.action.outage", words.Name(factor), at, words.Share),
                "closures" => texts.Format("stress.action.closures", words.Name(factor), at, words.Share),
                _ => texts.Format("stress.action.watch", words.Name(factor), at),
            });
        }

        actions.AddRange(result.Sites.Where(site => site.Fix is not null)
            .Select(site => texts.Format("stress.action.site", SiteLayout.CodeOf(site.Site), words.FixWithEffect(site.Fix))));
        return actions.Count > 0 ? actions : [texts["stress.action.none"]];
    }

    private static bool Breaks(FactorLimits limits) => limits.NeverBroken(StressCriterion.Either) < limits.Days;

    private static HtmlTable Limits(StressResult result, StressWords words, TextSet texts)
    {
        double share = result.Goal.Share;
        HtmlTable table = new(
            texts["stress.table.limits"], texts["stress.col.factor"], texts["stress.col.grade"], "#" + texts["stress.col.own"], "#" + texts["stress.col.waitHalf"],
            "#" + texts.Format("stress.col.waitShare", words.Share), "#" + texts["stress.col.timeHalf"], "#" + texts.Format("stress.col.timeShare", words.Share),
            "#" + texts["stress.col.plausibleDays"]);
        foreach (FactorLimits limits in result.Limits)
        {
            StressFactor factor = limits.Factor;
            string Cell(StressCriterion criterion, double of) => words.Cell(factor, limits.Estimate(criterion, of));
            table.Add(
                words.Name(factor), factor.Grade, words.Value(factor, factor.Own), Cell(StressCriterion.Wait, 0.5), Cell(StressCriterion.Wait, share), Cell(StressCriterion.Time, 0.5),
                Cell(StressCriterion.Time, share), $"{limits.HoldAtPlausible(StressCriterion.Either)} / {limits.Days}");
        }

        return table;
    }

    private static HtmlTable Pairs(StressResult result, StressWords words, TextSet texts)
    {
        HtmlTable table = new(
            texts["stress.table.pairs"], texts["stress.col.pair"], "#" + texts["stress.col.fraction"], "#" + texts["stress.col.interval"], "#" + texts["stress.col.days"],
            texts["stress.col.verdict"]);
        foreach (PairLimits pair in result.Pairs)
        {
            string End(double? end) => end is { } known ? TextSet.Number(known, 2) : texts["stress.limit.open"];
            table.Add(
                $"{words.Name(pair.First)} + {words.Name(pair.Second)}", pair.Middle is { } middle ? TextSet.Number(middle, 2) : texts["none"],
                pair.Median is { } median ? $"{End(median.Low)} – {End(median.High)}" : texts["none"], TextSet.Count(pair.Fractions.Count), texts[$"stress.pair.{pair.Interaction}"]);
        }

        return table;
    }

    private static HtmlTable Sites(StressResult result, StressWords words, TextSet texts)
    {
        HtmlTable table = new(
            texts["stress.table.sites"], texts["stress.col.site"], texts["stress.col.staff"], "#" + texts["stress.col.points"], "#" + texts["stress.col.cases"], texts["stress.col.mostly"],
            texts["stress.col.fix"], "#" + texts["stress.col.before"], "#" + texts["stress.col.after"], "#" + texts["stress.col.cleared"], "#" + texts["stress.col.confirmed"]);
        foreach (FragileSite site in result.Sites)
        {
            SiteFix? fix = site.Fix;
            table.Add(
                SiteLayout.CodeOf(site.Site), $"{site.Samplers} / {site.Desks}", TextSet.Number(site.Points, 2), $"{site.Cases} / {result.Cases}", words.Group(site.Groups[0].Group),
                words.Fix(fix), fix is null ? texts["none"] : texts.Duration(fix.WaitBefore), fix is null ? texts["none"] : texts.Duration(fix.WaitAfter),
                fix is null ? texts["none"] : $"{fix.Cleared} / {fix.Tried}", words.Confirmed(fix));
        }

        return table;
    }

    private static HtmlTable Ranges(StressResult result, StressWords words, TextSet texts)
    {
        HtmlTable table = new(
            texts["stress.table.ranges"], texts["stress.col.factor"], texts["stress.col.grade"], "#" + texts["stress.col.own"], "#" + texts["stress.col.plausible"], "#" + texts["stress.col.furthest"]);
        foreach (StressFactor factor in result.Limits.Select(limits => limits.Factor).OrderBy(factor => factor.Grade == "E"))
        {
            table.Add(words.Name(factor), factor.Grade, words.Value(factor, factor.Own), words.Value(factor, factor.Plausible), words.Value(factor, factor.Furthest));
        }

        return table;
    }

    private static string Quote(string word) => word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=,+@%".Contains(letter, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
