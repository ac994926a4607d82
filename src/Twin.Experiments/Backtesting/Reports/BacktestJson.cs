using System.Text.Json.Nodes;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>summary.json of a backtest.</summary>
public static class BacktestJson
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = OutFolderKind.BacktestFamily + "1";

    /// <summary>The summary.</summary>
    /// <param name="backtest">The backtest.</param>
    public static JsonObject Of(Backtest backtest)
    {
        ArgumentNullException.ThrowIfNull(backtest);
        Software software = Software.This;
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        TextSet texts = TextCatalogue.In("en");
        return new JsonObject
        {
            ["schema"] = Schema,
            ["software"] = new JsonObject { ["name"] = software.Name, ["version"] = software.Version, ["commit"] = software.Commit },
            ["counts"] = backtest.Counts.File,
            ["plan"] = backtest.Plan.Path,
            ["planVersion"] = backtest.Plan.File.Version,
            ["scenario"] = backtest.Plan.Scenario.Name,
            ["seed"] = backtest.Plan.Scenario.Seed,
            ["replications"] = backtest.Effort.Replications,
            ["days"] = backtest.Days,
            ["agrees"] = backtest.Agrees,
            ["agreesPValue"] = backtest.Probability,
            ["answer"] = new JsonArray([.. BacktestText.Answer(backtest, "en").Select(line => (JsonNode)line)]),
            ["warnings"] = new JsonArray([.. BacktestWarnings.Of(backtest, texts).Select(warning => (JsonNode)warning)]),
            ["kinds"] = new JsonArray([.. backtest.Kinds.Select(kind => (JsonNode)Kind(kind, backtest.Counts, clock))]),
            ["sitesOff"] = backtest.Sites.Count(site => site.Probability <= 0.05),
            ["sites"] = new JsonArray([.. backtest.Sites.Select(site => (JsonNode)new JsonObject
            {
                ["site"] = SiteLayout.CodeOf(site.Site), ["total"] = Figure(site.Total), ["gapUntil"] = clock.Iso(site.Interval.To * 60_000L),
                ["gap"] = site.Gap, ["score"] = site.Score, ["pValue"] = site.Probability,
            })]),
            ["fit"] = backtest.Fit is { } fit ? Fit(fit, backtest.Plan.Scenario) : null,
            ["scenarioResolved"] = ScenarioJson.Of(backtest.Plan.Scenario),
        };
    }

    private static JsonObject Kind(CountKind kind, SiteCounts counts, ScenarioClock clock) => new()
    {
        ["kind"] = kind.Key,
        ["coverage90"] = Coverage(kind.Ninety),
        ["coverage95"] = Coverage(kind.NinetyFive),
        ["total"] = Figure(kind.Total),
        ["times"] = new JsonArray([.. counts.Intervals.Zip(kind.Times).Select(time =>
        {
            JsonObject figure = Figure(time.Second);
            figure["from"] = clock.Iso(time.First.From * 60_000L);
            figure["to"] = clock.Iso(time.First.To * 60_000L);
            return (JsonNode)figure;
        })]),
    };

    private static JsonObject? Coverage(BandCoverage? coverage) => coverage is null ? null : new JsonObject
    {
        ["asked"] = coverage.Asked,
        ["nominal"] = coverage.Nominal,
        ["cells"] = coverage.Cells,
        ["inside"] = coverage.Inside,
        ["share"] = coverage.Share,
        ["low"] = coverage.Low,
        ["high"] = coverage.High,
        ["expectedLow"] = coverage.ExpectedLow,
        ["expectedHigh"] = coverage.ExpectedHigh,
        ["pValue"] = coverage.Probability,
        ["verdict"] = UntestedReasons.Camel(coverage.Verdict),
    };

    private static JsonObject Figure(PredictedFigure figure) => new()
    {
        ["counted"] = figure.Observed,
        ["mean"] = figure.Mean,
        ["low95"] = figure.NinetyFive?.Low,
        ["high95"] = figure.NinetyFive?.High,
        ["bias"] = figure.Bias,
        ["biasLow95"] = figure.BiasLow,
        ["biasHigh95"] = figure.BiasHigh,
        ["pValue"] = figure.Probability,
        ["outside95"] = figure.IsOff,
    };

    private static JsonObject Fit(ParameterFit fit, Scenario scenario) => new()
    {
        ["rounds"] = fit.Rounds,
        ["days"] = fit.Days,
        ["statistics"] = fit.Statistics,
        ["surface"] = fit.IsQuadratic ? "quadratic" : "plane",
        ["sitesLeftOut"] = new JsonArray([.. fit.LeftOut.Select(site => (JsonNode)SiteLayout.CodeOf(site))]),
        ["misfit"] = fit.Misfit,
        ["misfitPValue"] = fit.MisfitProbability,
        ["parameters"] = new JsonArray([.. fit.Parameters.Select(fitted => (JsonNode)new JsonObject
        {
            ["parameter"] = fitted.Parameter.Key,
            ["paths"] = new JsonArray([.. fitted.Parameter.Paths.Select(path => (JsonNode)path)]),
            ["grade"] = fitted.Grade,
            ["assumed"] = fitted.Assumed,
            ["fitted"] = fitted.Fitted,
            ["low"] = fitted.Low,
            ["high"] = fitted.High,
            ["rangeLow"] = fitted.RangeLow,
            ["rangeHigh"] = fitted.RangeHigh,
            ["widthAlone"] = fitted.AloneWidth,
            ["tradesWith"] = fitted.TradesWith,
            ["verdict"] = UntestedReasons.Camel(fitted.Verdict),
            ["set"] = new JsonArray([.. fitted.Parameter.SetsOf(scenario, BacktestTables.Rounded(fitted)).Select(set => (JsonNode)set)]),
        })]),
    };
}
