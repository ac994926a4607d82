using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Reports;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>The tables of a backtest's report.</summary>
internal sealed class BacktestReportTables(Backtest backtest, TextSet texts)
{
    private readonly ScenarioClock _clock = new(backtest.Plan.Scenario.Start);

    /// <summary>How many counts lie within the bands.</summary>
    public HtmlTable Coverage()
    {
        HtmlTable table = new(
            texts["backtest.table.coverage"], texts["backtest.col.kind"], "#" + texts["backtest.col.band"], "#" + texts["backtest.col.cells"], "#" + texts["backtest.col.inside"],
            "#" + texts["backtest.col.share"], texts["backtest.col.interval"], "#" + texts["backtest.col.nominal"], texts["backtest.col.expected"], texts["backtest.col.verdict"]);
        foreach (CountKind kind in backtest.Kinds)
        {
            foreach (BandCoverage coverage in new[] { kind.Ninety, kind.NinetyFive }.OfType<BandCoverage>())
            {
                table.Add(
                    texts[$"backtest.kind.{kind.Key}"], texts.Percent(coverage.Asked), TextSet.Count(coverage.Cells), TextSet.Count(coverage.Inside), texts.Percent(coverage.Share),
                    BacktestText.Interval(coverage, texts), texts.Percent(coverage.Nominal), BacktestText.Expected(coverage, texts),
                    texts[$"backtest.verdict.{UntestedReasons.Camel(coverage.Verdict)}"]);
            }
        }

        return table;
    }

    /// <summary>By time.</summary>
    public HtmlTable Times()
    {
        HtmlTable table = new(
            texts["backtest.table.times"], texts["backtest.col.time"], texts["backtest.col.kind"], "#" + texts["backtest.col.counted"], "#" + texts["backtest.col.model"],
            "#" + texts["backtest.col.band95"], "#" + texts["backtest.col.bias"]);
        foreach (CountKind kind in backtest.Kinds)
        {
            foreach ((CountInterval interval, PredictedFigure figure) in backtest.Counts.Intervals.Zip(kind.Times))
            {
                table.Add(
                    $"{_clock.Minute(interval.From * 60_000L)}–{_clock.Minute(interval.To * 60_000L)}", texts[$"backtest.kind.{kind.Key}"], TextSet.Count(figure.Observed),
                    TextSet.Count(figure.Mean), BacktestText.Band(figure, texts), BacktestText.Signed(figure.Bias));
            }
        }

        return table;
    }

    /// <summary>By site.</summary>
    public HtmlTable Sites()
    {
        HtmlTable table = new(
            texts["backtest.table.sites"], texts["backtest.col.site"], "#" + texts["backtest.col.counted"], "#" + texts["backtest.col.model"], "#" + texts["backtest.col.band95"],
            "#" + texts["backtest.col.bias"], "#" + texts["backtest.col.gap"], "#" + texts["backtest.col.time"], "#" + texts["backtest.col.score"]);
        foreach (SiteMisfit site in backtest.Sites)
        {
            table.Add(
                SiteLayout.CodeOf(site.Site), TextSet.Count(site.Total.Observed), TextSet.Count(site.Total.Mean), BacktestText.Band(site.Total, texts), BacktestText.Signed(site.Total.Bias),
                BacktestText.Signed(site.Gap), _clock.Minute(site.Interval.To * 60_000L), TextSet.Number(site.Score, 1));
        }

        return table;
    }

    /// <summary>Parameters.</summary>
    public HtmlTable Parameters(ParameterFit fit)
    {
        HtmlTable table = new(
            texts["backtest.table.parameters"], texts["backtest.col.parameter"], texts["backtest.col.grade"], "#" + texts["backtest.col.assumed"], "#" + texts["backtest.col.fitted"],
            "#" + texts["backtest.col.interval"], "#" + texts["backtest.col.range"], texts["backtest.col.verdict"], texts["backtest.col.keys"]);
        foreach (FittedParameter fitted in fit.Parameters.OrderBy(parameter => parameter.Grade switch { "E" => 0, "P" => 1, "S" => 2, _ => 3 }))
        {
            string Value(double value) => FitWords.Value(fitted, value, texts);
            table.Add(
                FitWords.Name(fitted.Parameter.Key, texts), fitted.Grade, Value(fitted.Assumed), Value(fitted.Fitted), texts.Format("backtest.range", Value(fitted.Low), Value(fitted.High)),
                texts.Format("backtest.range", Value(fitted.RangeLow), Value(fitted.RangeHigh)), FitWords.Short(fitted, texts), string.Join(' ', fitted.Parameter.Paths));
        }

        return table;
    }
}
