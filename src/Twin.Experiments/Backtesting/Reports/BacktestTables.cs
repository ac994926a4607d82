using System.Globalization;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;
using Twin.Experiments.Tables;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>The tables of a backtest as CSV.</summary>
internal static class BacktestTables
{
    private static readonly string[] Figure =
        ["counted", "model_mean", "model_sd", "low90", "high90", "low95", "high95", "bias", "bias_low95", "bias_high95", "p_value", "outside95"];

    /// <summary>cells.csv: each count of each kind.</summary>
    public static CsvTable Cells(Backtest backtest)
    {
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        CsvTable table = new(["kind", "site", "from", "to", .. Figure]);
        foreach (CountKind kind in backtest.Kinds)
        {
            foreach ((CountCell cell, PredictedFigure figure) in backtest.Counts.Cells.Zip(kind.Cells))
            {
                table.Add([kind.Key, SiteLayout.CodeOf(cell.Site), clock.Iso(cell.From * 60_000L), clock.Iso(cell.To * 60_000L), .. Values(figure)]);
            }
        }

        return table;
    }

    /// <summary>times.csv: each interval of each kind, summed over sites.</summary>
    public static CsvTable Times(Backtest backtest)
    {
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        CsvTable table = new(["kind", "from", "to", .. Figure]);
        foreach (CountKind kind in backtest.Kinds)
        {
            foreach ((CountInterval interval, PredictedFigure figure) in backtest.Counts.Intervals.Zip(kind.Times))
            {
                table.Add([kind.Key, clock.Iso(interval.From * 60_000L), clock.Iso(interval.To * 60_000L), .. Values(figure)]);
            }
        }

        return table;
    }

    /// <summary>sites.csv: each site, the furthest off first.</summary>
    public static CsvTable Sites(Backtest backtest)
    {
        ScenarioClock clock = new(backtest.Plan.Scenario.Start);
        CsvTable table = new(["site", .. Figure, "gap_until", "gap_people", "gap_score", "gap_p_value"]);
        foreach (SiteMisfit site in backtest.Sites)
        {
            table.Add([SiteLayout.CodeOf(site.Site), .. Values(site.Total), clock.Iso(site.Interval.To * 60_000L), site.Gap, site.Score, Exact(site.Probability)]);
        }

        return table;
    }

    /// <summary>parameters.csv: each parameter that was looked for.</summary>
    public static CsvTable Parameters(Backtest backtest)
    {
        CsvTable table = new("parameter", "keys", "grade", "assumed", "fitted", "low", "high", "range_low", "range_high", "width_alone", "trades_with", "verdict", "set");
        foreach (FittedParameter fitted in backtest.Fit?.Parameters ?? [])
        {
            table.Add(
                fitted.Parameter.Key, string.Join(' ', fitted.Parameter.Paths), fitted.Grade, Exact(fitted.Assumed), Exact(fitted.Fitted), Exact(fitted.Low), Exact(fitted.High),
                Exact(fitted.RangeLow), Exact(fitted.RangeHigh), Exact(fitted.AloneWidth), fitted.TradesWith, UntestedReasons.Camel(fitted.Verdict),
                string.Join(' ', fitted.Parameter.SetsOf(backtest.Plan.Scenario, Rounded(fitted))));
        }

        return table;
    }

    /// <summary>The fitted value with the three digits that it is worth, in the range.</summary>
    public static double Rounded(FittedParameter fitted) => Math.Clamp(Math.Round(fitted.Fitted, 3), fitted.RangeLow, fitted.RangeHigh);

    private static object?[] Values(PredictedFigure figure) =>
    [
        figure.Observed, figure.Mean, figure.Deviation, figure.Ninety?.Low, figure.Ninety?.High, figure.NinetyFive?.Low, figure.NinetyFive?.High,
        figure.Bias, figure.BiasLow, figure.BiasHigh, Exact(figure.Probability), figure.IsOff,
    ];

    private static string Exact(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
