using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>report.html of a backtest: the answer, what to do, pictures, figures, assumptions by grade, warnings, how to reproduce it.</summary>
internal static class BacktestReport
{
    private const int MostSites = 5;

    /// <summary>Makes the page.</summary>
    /// <param name="backtest">The backtest.</param>
    /// <param name="pictures">District, sites and, with a fit, parameters.</param>
    /// <param name="command">The command that makes it again.</param>
    /// <param name="texts">The language.</param>
    public static string Of(Backtest backtest, (byte[] District, byte[] Sites, byte[]? Parameters) pictures, string command, TextSet texts)
    {
        string title = texts.Format("backtest.title", backtest.Plan.Label);
        HtmlPage page = new(texts.HtmlLanguage, title);
        BacktestReportTables tables = new(backtest, texts);
        page.Raw("<header>").Element("h1", title).Raw("</header>\n<main>")
            .Raw($"<section class=\"answer{(backtest.Agrees ? " met" : "")}\" aria-labelledby=\"answer\">").Element("h2 id=\"answer\" hidden", texts["report.answer"]);
        Paragraphs(page, [BacktestText.Headline(backtest, texts), .. BacktestText.Totals(backtest, texts), .. BacktestText.Parameters(backtest, texts)]);
        page.Raw("</section>").Element("h2 id=\"actions\"", texts["backtest.section.actions"]);
        List(page, Actions(backtest, texts));
        page.Element("h2 id=\"pictures\"", texts["backtest.section.pictures"])
            .Figure(pictures.District, texts["backtest.chart.district"], texts["report.showTable"], tables.Times())
            .Figure(pictures.Sites, texts["backtest.chart.sites"], texts["report.showTable"], tables.Sites());
        if (backtest.Fit is { } fit && pictures.Parameters is { } drawn)
        {
            page.Figure(drawn, texts["backtest.chart.parameters"], texts["report.showTable"], tables.Parameters(fit));
        }

        page.Element("h2 id=\"figures\"", texts["backtest.section.figures"]).Table(tables.Coverage());
        Paragraphs(page, [.. BacktestText.Sites(backtest, texts), .. BacktestText.Times(backtest, texts)]);
        Method(page, backtest, tables, texts);
        page.Element("h2 id=\"reproduce\"", texts["report.reproduce"]).Element("p", texts["reproduce.command"]).Element("pre", command)
            .Raw("</main>").Element("footer", $"{Software.This.Name} {Software.This.Version}");
        return page.End();
    }

    private static void Method(HtmlPage page, Backtest backtest, BacktestReportTables tables, TextSet texts)
    {
        if (backtest.Fit is { } fit)
        {
            page.Element("h2 id=\"assumptions\"", texts["backtest.section.assumptions"]).Element("p", texts["note.grades"]).Table(tables.Parameters(fit));
        }

        page.Element("h2 id=\"warnings\"", texts["backtest.section.warnings"]);
        List(page, BacktestWarnings.Of(backtest, texts));
        page.Element("h2 id=\"method\"", texts["backtest.section.method"]).Element("p", texts.Format("backtest.method.bands", backtest.Effort.Replications));
        if (backtest.Fit is { } found)
        {
            page.Element("p", texts.Format(
                "backtest.method.fit", found.Days, found.Rounds, found.Statistics, texts[found.IsQuadratic ? "backtest.surface.quadratic" : "backtest.surface.plane"]));
        }
    }

    private static List<string> Actions(Backtest backtest, TextSet texts)
    {
        List<string> actions = [];
        foreach (FittedParameter fitted in backtest.Fit?.Parameters.Where(parameter => parameter.Verdict == FitVerdict.SpeakAgainst) ?? [])
        {
            double value = BacktestTables.Rounded(fitted);
            actions.Add(texts.Format(
                "backtest.action.set", FitWords.Name(fitted.Parameter.Key, texts), FitWords.Value(fitted, value, texts),
                string.Join(' ', fitted.Parameter.SetsOf(backtest.Plan.Scenario, value).Select(set => $"--set '{set}'"))));
        }

        actions.AddRange(backtest.Fit?.Parameters.Where(parameter => parameter.Verdict == FitVerdict.OnlyTogether)
            .Select(parameter => new[] { parameter.Parameter.Key, parameter.TradesWith! }.Order(StringComparer.Ordinal).ToArray()).DistinctBy(pair => string.Join('+', pair))
            .Select(pair => texts.Format("backtest.action.measure", FitWords.Name(pair[0], texts), FitWords.Name(pair[1], texts))) ?? []);
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        if (backtest.Kinds.Any(kind => kind.Ninety is { Verdict: CoverageVerdict.TooFew }))
        {
            actions.AddRange(backtest.Sites.Where(site => site.Probability <= 0.05).Take(MostSites)
                .Select(site => texts.Format("backtest.action.site", SiteLayout.CodeOf(site.Site), clock.Minute(site.Interval.To * 60_000L))));
        }

        if (!backtest.Counts.HasWaiting)
        {
            actions.Add(texts["backtest.action.waiting"]);
        }

        return actions.Count > 0 ? actions : [texts["backtest.action.none"]];
    }

    private static void Paragraphs(HtmlPage page, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            page.Element("p", line);
        }
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
