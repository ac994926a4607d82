using System.Globalization;
using Twin.Experiments.Plans;
using Twin.Experiments.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>report.html of a backtest.</summary>
/// <param name="backtest">The backtest.</param>
/// <param name="command">Words of the command that makes it again, its name first, without the language.</param>
/// <param name="texts">The language.</param>
internal sealed class BacktestReport(Backtest backtest, IReadOnlyList<string> command, TextSet texts)
{
    private StaffingPlan Plan => backtest.Plan;

    /// <summary>Makes the page.</summary>
    /// <param name="district">Picture of the district.</param>
    /// <param name="sites">Picture of the sites.</param>
    /// <param name="parameters">Picture of the parameters; null without a fit.</param>
    /// <param name="software">Which software made the backtest.</param>
    public string Page(byte[] district, byte[] sites, byte[]? parameters, Software software)
    {
        BacktestReportTables tables = new(backtest, texts);
        return new AnswerPage
        {
            Title = texts.Format("backtest.title", Plan.Label),
            Kind = texts["backtest.what"],
            Lead = texts.Format("backtest.intro", backtest.Counts.File, Plan.Label, TextSet.Count(backtest.Effort.Replications)),
            Tone = backtest.Agrees ? AnswerTone.Good : AnswerTone.Bad,
            Sentence = BacktestText.Headline(backtest, texts),
            Certainty = [.. BacktestText.Totals(backtest, texts)],
            Facts = [.. BacktestText.Parameters(backtest, texts), .. BacktestText.Sites(backtest, texts), .. BacktestText.Times(backtest, texts)],
            Warnings = BacktestWarnings.Of(backtest, texts),
            Actions = new BacktestActions(backtest, texts).All(),
            Pictures =
            [
                new AnswerPicture(district, texts["backtest.chart.district"], tables.Times()),
                new AnswerPicture(sites, texts["backtest.chart.sites"]),
                .. parameters is null ? Array.Empty<AnswerPicture>() : [new AnswerPicture(parameters, texts["backtest.chart.parameters"])],
            ],
            Figures = [tables.Coverage(), tables.Sites()],
            Parts = [new AnswerPart("method", texts["backtest.section.method"], [.. Method()], [])],
            Assumptions = ScenarioAssumptions.Of(Plan.Scenario),
            LeftOut = Plan.Scenario.LeftOut,
            AssumptionTables = backtest.Fit is { } fit ? [tables.Parameters(fit)] : [],
            Limits = [texts["limit.synthetic"], texts["limit.estimates"], texts["backtest.limit"]],
            Command = ReproduceCommand.Of(command, texts.Language),
            Identity = new HtmlTable(texts["page.reproduce"], texts["report.measure"], texts["report.value"])
                .Add(texts["backtest.col.kind"], backtest.Counts.File).Add(texts["backtest.plan"], Plan.Path).Add(texts["reproduce.scenario"], Plan.Scenario.Name)
                .Add(texts["reproduce.seed"], Plan.Scenario.Seed.ToString(CultureInfo.InvariantCulture)).AddSoftware(software, texts),
            Software = software,
        }.Html(texts);
    }

    private IEnumerable<string> Method()
    {
        yield return texts.Format("backtest.method.bands", backtest.Effort.Replications);
        if (backtest.Fit is { } found)
        {
            yield return texts.Format(
                "backtest.method.fit", found.Days, found.Rounds, found.Statistics, texts[found.IsQuadratic ? "backtest.surface.quadratic" : "backtest.surface.plane"]);
        }
    }
}
