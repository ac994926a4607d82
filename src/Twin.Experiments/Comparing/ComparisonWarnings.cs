using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>What limits a comparison, in words.</summary>
internal static class ComparisonWarnings
{
    /// <summary>All warnings; empty if there are none.</summary>
    public static IReadOnlyList<string> Of(Comparison comparison, TextSet texts) =>
        [.. Few(comparison, texts), .. Open(comparison, texts), .. Undefined(comparison, texts), .. Targets(comparison, texts), .. Line(comparison, texts), .. Sites(comparison, texts), .. Same(comparison, texts)];

    private static IEnumerable<string> Few(Comparison comparison, TextSet texts)
    {
        if (comparison.Order.Replications < ReplicationRule.Fewest)
        {
            yield return texts.Format("compare.warn.few", comparison.Order.Replications, ReplicationRule.Fewest);
        }
    }

    private static IEnumerable<string> Open(Comparison comparison, TextSet texts)
    {
        foreach ((int First, int Second) pair in comparison.Order.Pairs)
        {
            string[] open = [.. comparison.Of(pair).Where(difference => difference.Verdict == DifferenceVerdict.Open).Select(difference => texts.NameOf(difference.Measure))];
            if (open.Length > 0)
            {
                yield return texts.Format("compare.warn.open", Name(comparison, pair.First), Name(comparison, pair.Second), string.Join(texts["compare.listComma"], open));
            }
        }
    }

    private static IEnumerable<string> Undefined(Comparison comparison, TextSet texts)
    {
        int all = comparison.Order.Replications;
        foreach (MeasureDifference difference in comparison.Differences.Where(difference => difference.FirstDefined < all || difference.SecondDefined < all))
        {
            if (difference.Censored != (0, 0))
            {
                yield return texts.Format(
                    "compare.warn.censored", texts.NameOf(difference.Measure), difference.Censored.First, Name(comparison, difference.First),
                    difference.Censored.Second, Name(comparison, difference.Second), all);
                continue;
            }

            yield return texts.Format(
                "compare.warn.undefined", texts.NameOf(difference.Measure), difference.FirstDefined, Name(comparison, difference.First),
                difference.SecondDefined, Name(comparison, difference.Second), all, difference.Paired?.Pairs ?? 0);
        }
    }

    /// <summary>Means whose interval holds the target time: the replications do not say on which side of it they are.</summary>
    private static IEnumerable<string> Line(Comparison comparison, TextSet texts)
    {
        foreach (VariantTally tally in comparison.Tallies)
        {
            ScenarioClock clock = new(tally.Variant.Scenario.Start);
            double line = TestTargets.Of(tally.Variant.Scenario).Line / 1000.0;
            for (int measure = 0; measure < MassTestMeasures.All.Count; measure++)
            {
                Measure<MassTestResult> of = MassTestMeasures.All[measure];
                MeasureSample sample = MeasureSample.Of(tally.Values(measure));
                if (of.Unit == MeasureUnit.Moment && MeanInterval.Over(sample.Averaged, of.Range) is { Low: { } low, High: { } high } && low <= line && line <= high)
                {
                    yield return texts.Format(
                        "compare.warn.line", tally.Variant.Name, texts.NameOf(of), texts.Value(of.Unit, low, clock), texts.Value(of.Unit, high, clock),
                        texts.Value(of.Unit, line, clock));
                }
            }
        }
    }

    /// <summary>Variants that are measured against different targets: their coverage at the target and their judged wait are not of one kind.</summary>
    private static IEnumerable<string> Targets(Comparison comparison, TextSet texts)
    {
        TestTargets[] targets = [.. comparison.Order.Variants.Select(variant => TestTargets.Of(variant.Scenario))];
        if (targets.Distinct().Count() > 1)
        {
            yield return texts.Format("compare.warn.targets", string.Join(texts["compare.listComma"], comparison.Order.Variants.Zip(targets, (variant, target) => texts.Format(
                "compare.warn.target", variant.Name, TargetWords.InTime(target, texts), TargetWords.Quantile(target, texts), TargetWords.Wait(target, texts)))));
        }
    }

    private static IEnumerable<string> Sites(Comparison comparison, TextSet texts)
    {
        foreach ((int First, int Second) pair in comparison.Order.Pairs)
        {
            if (!comparison.Tallies[pair.First].Places.HasSameSitesAs(comparison.Tallies[pair.Second].Places))
            {
                yield return texts.Format("compare.warn.sites", Name(comparison, pair.First), Name(comparison, pair.Second));
            }
        }
    }

    private static IEnumerable<string> Same(Comparison comparison, TextSet texts)
    {
        if (AssumptionDifferences.Of(comparison.Order.Variants).Count == 0)
        {
            yield return texts["compare.warn.same"];
        }
    }

    private static string Name(Comparison comparison, int variant) => comparison.Order.Variants[variant].Name;
}
