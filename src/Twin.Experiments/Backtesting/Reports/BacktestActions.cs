using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Reports;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>What to do after a backtest: parameters to estimate anew, what to count or measure, sites to look at.</summary>
/// <param name="backtest">The backtest.</param>
/// <param name="texts">The language.</param>
internal sealed class BacktestActions(Backtest backtest, TextSet texts)
{
    private readonly ScenarioClock _clock = new(backtest.Plan.Scenario.Start);

    /// <summary>The actions; none if the counts give no reason for any.</summary>
    public IReadOnlyList<PlannedAction> All()
    {
        PlannedAction[] parameters = [.. Fitted(FitVerdict.SpeakAgainst).Select(Set), .. Together().Select(Measure), .. backtest.Counts.HasWaiting ? [] : new[] { Waiting() }];
        return [.. parameters, .. Off().Take(AnswerPage.MostActions - parameters.Length).Select(Site)];
    }

    private IEnumerable<FittedParameter> Fitted(FitVerdict verdict) => backtest.Fit?.Parameters.Where(parameter => parameter.Verdict == verdict) ?? [];

    private IEnumerable<string[]> Together() => Fitted(FitVerdict.OnlyTogether)
        .Select(parameter => new[] { parameter.Parameter.Key, parameter.TradesWith! }.Order(StringComparer.Ordinal).ToArray()).DistinctBy(pair => string.Join('+', pair));

    /// <summary>Sites are looked at if more counts are off than chance explains.</summary>
    private IEnumerable<SiteMisfit> Off() => backtest.Kinds.Any(kind => kind.Ninety is { Verdict: CoverageVerdict.TooFew }) ? backtest.Sites.Where(site => site.Probability <= 0.05) : [];

    private PlannedAction Set(FittedParameter fitted)
    {
        double value = BacktestTables.Rounded(fitted);
        return new PlannedAction(
            texts.Format("backtest.act.set", FitWords.Name(fitted.Parameter.Key, texts), FitWords.Value(fitted, value, texts)),
            string.Join(' ', fitted.Parameter.SetsOf(backtest.Plan.Scenario, value).Select(set => $"--set {ReproduceCommand.Quote(set)}")), texts["act.by.planner"],
            texts["backtest.act.next"], FitWords.Sentence(fitted, texts));
    }

    private PlannedAction Measure(string[] pair) => new(
        texts.Format("backtest.act.measure", FitWords.Name(pair[0], texts), FitWords.Name(pair[1], texts)), texts["backtest.act.someSites"], texts["act.by.sites"],
        texts["backtest.act.during"], texts["backtest.act.measure.why"]);

    private PlannedAction Waiting() => new(
        texts["backtest.act.waiting"], texts["act.everywhere"], texts["act.by.sites"], texts["backtest.act.during"], texts["backtest.act.waiting.why"]);

    private PlannedAction Site(SiteMisfit site) => new(
        texts.Format("backtest.act.site", _clock.Minute(site.Interval.To * 60_000L)), SiteLayout.CodeOf(site.Site), texts["act.by.planner"], texts["backtest.act.next"],
        texts.Format(
            site.Gap < 0 ? "backtest.act.behind" : "backtest.act.ahead", TextSet.Count(Math.Abs(site.Gap)), _clock.Minute(site.Interval.To * 60_000L), TextSet.Number(Math.Abs(site.Score), 1)));
}
