using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Backtesting.Predicting;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>What is kept of a backtest.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Counts">The counts.</param>
/// <param name="Effort">How much was simulated for what; how many threads ran it is left out, for it changes no result.</param>
/// <param name="Kinds">People tested and, if they were counted, people waiting, against the model.</param>
/// <param name="Sites">Each site, the furthest off first.</param>
/// <param name="Curves">People tested so far at the sites that are furthest off.</param>
/// <param name="Fit">Which parameters the counts speak for; null if that was not asked.</param>
/// <param name="Command">Words of the command that makes it again, without the language.</param>
internal sealed record KeptBacktest(
    KeptPlan Plan, SiteCounts Counts, BacktestEffort Effort, IReadOnlyList<CountKind> Kinds, IReadOnlyList<SiteMisfit> Sites, IReadOnlyList<SiteCurve> Curves, ParameterFit? Fit,
    IReadOnlyList<string> Command)
{
    /// <summary>The kind in the file.</summary>
    public const string Kind = "backtest";

    /// <summary>Keeps a backtest.</summary>
    /// <param name="backtest">The backtest.</param>
    /// <param name="command">Words of the command that makes it again, without the language.</param>
    public static KeptBacktest Of(Backtest backtest, IReadOnlyList<string> command) => new(
        KeptPlan.Of(backtest.Plan), backtest.Counts, backtest.Effort with { Threads = 1 }, backtest.Kinds, backtest.Sites, backtest.Curves, backtest.Fit, command);

    /// <summary>The backtest again.</summary>
    public Backtest Restore() => new(Plan.Restore(), Counts, Effort, Kinds, Sites, Curves, Fit);
}
