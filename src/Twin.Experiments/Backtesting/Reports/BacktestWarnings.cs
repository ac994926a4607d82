using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Plans;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Reports;

/// <summary>What limits a backtest, in words.</summary>
internal static class BacktestWarnings
{
    /// <summary>All warnings.</summary>
    /// <param name="backtest">The backtest.</param>
    /// <param name="texts">The language.</param>
    public static IReadOnlyList<string> Of(Backtest backtest, TextSet texts) => [.. Comparison(backtest, texts), .. Fit(backtest, texts)];

    private static IEnumerable<string> Comparison(Backtest backtest, TextSet texts)
    {
        PlanFile file = backtest.Plan.File;
        if (backtest.Effort.Replications < BacktestEffort.FewestReplications)
        {
            yield return texts.Format("backtest.warn.few", backtest.Effort.Replications);
        }

        if (backtest.Sites.Count < ReplicationRule.Fewest)
        {
            yield return texts.Format("backtest.warn.sites", backtest.Sites.Count);
        }

        if (file.ScenarioDigest.Length > 0 && file.ScenarioDigest != StaffingPlan.DigestOf(backtest.Plan.Scenario))
        {
            yield return texts["backtest.warn.other"];
        }

        yield return texts["backtest.warn.day"];
    }

    private static IEnumerable<string> Fit(Backtest backtest, TextSet texts)
    {
        if (backtest.Fit is not { } fit)
        {
            yield break;
        }

        if (!backtest.Counts.HasWaiting)
        {
            yield return texts["backtest.warn.waiting"];
        }

        if (fit.LeftOut.Count > 0)
        {
            yield return texts.Format("backtest.warn.leftOut", string.Join(texts["comma"], fit.LeftOut.Select(SiteLayout.CodeOf)));
        }

        if (fit.IsUnexplained)
        {
            yield return texts.Format("backtest.warn.unexplained", TextSet.Number(fit.Misfit, 1), TextSet.Number(fit.MisfitProbability, 4));
        }

        if (!fit.IsQuadratic)
        {
            yield return texts["backtest.warn.plane"];
        }

        foreach (FittedParameter parameter in fit.Parameters.Where(parameter => parameter.Verdict is FitVerdict.SpeakAgainst or FitVerdict.NotReliable && (parameter.IsOpenBelow || parameter.IsOpenAbove)))
        {
            yield return texts.Format("backtest.warn.edge", FitWords.Name(parameter.Parameter.Key, texts));
        }

        if (fit.Parameters.Count > 1)
        {
            yield return texts.Format("backtest.warn.each", fit.Parameters.Count);
        }
    }
}
