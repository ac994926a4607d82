using System.Text.Json.Nodes;
using Twin.Experiments.Statistics;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>summary.json of a comparison. Times in s since the scenario's start, shares 0 to 1.</summary>
public static class ComparisonJson
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = OutFolderKind.ComparisonFamily + "1";

    /// <summary>The summary.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="seconds">Wall time of the replications, s.</param>
    public static JsonObject Of(Comparison comparison, double seconds)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Software software = Software.This;
        TextSet texts = TextCatalogue.In("en");
        ComparisonOrder order = comparison.Order;
        return new JsonObject
        {
            ["schema"] = Schema,
            ["software"] = new JsonObject { ["name"] = software.Name, ["version"] = software.Version, ["commit"] = software.Commit },
            ["seed"] = order.Variants[0].Scenario.Seed,
            ["scale"] = order.Variants[0].Scenario.Scale,
            ["start"] = new ScenarioClock(order.Variants[0].Scenario.Start).Iso(0),
            ["replications"] = order.Replications,
            ["confidence"] = order.Confidence,
            ["confidenceEach"] = Bonferroni.Each(order.Confidence, order.Pairs.Count),
            ["procedure"] = order.Pairs.Count == 1 ? "signFlip" : "signFlipBonferroni",
            ["answer"] = new JsonArray([.. order.Pairs.Select(pair => (JsonNode)ComparisonText.Verdict(comparison, pair, texts))]),
            ["warnings"] = new JsonArray([.. ComparisonWarnings.Of(comparison, texts).Select(warning => (JsonNode)warning)]),
            ["variants"] = new JsonArray([.. comparison.Tallies.Select(tally => (JsonNode)Variant(tally))]),
            ["assumptions"] = new JsonArray([.. AssumptionDifferences.Of(order.Variants).Select(difference => (JsonNode)Assumption(difference, order))]),
            ["targets"] = new JsonArray([.. comparison.Targets.Select(target => (JsonNode)Target(target, order))]),
            ["differences"] = new JsonArray([.. comparison.Differences.Select(difference => (JsonNode)Difference(difference, order))]),
            ["replicationSeconds"] = Math.Round(seconds, 3),
        };
    }

    private static JsonObject Variant(VariantTally tally)
    {
        JsonObject measures = [];
        for (int i = 0; i < MassTestMeasures.All.Count; i++)
        {
            MeasureSample sample = MeasureSample.Of(tally.Values(i));
            MeanInterval? interval = MeanInterval.Over(sample.Averaged, MassTestMeasures.All[i].Range);
            QuantileInterval? ninety = sample.Quantile(0.9);
            measures[MassTestMeasures.All[i].Key] = new JsonObject
            {
                ["defined"] = sample.Numbers.Count,
                ["censored"] = sample.Censored,
                ["after"] = sample.After,
                ["mean"] = sample.Mean,
                ["low"] = interval?.Low,
                ["high"] = interval?.High,
                ["basis"] = interval is null ? null : UntestedReasons.Camel(interval.Basis),
                ["min"] = sample.Minimum,
                ["max"] = sample.Maximum,
                ["p90"] = ninety?.Estimate,
                ["p90Low"] = ninety?.Low,
                ["p90High"] = ninety?.High,
            };
        }

        return new JsonObject
        {
            ["name"] = tally.Variant.Name,
            ["scenario"] = tally.Variant.Scenario.Name,
            ["scenarioFile"] = tally.Variant.ScenarioFile,
            ["set"] = new JsonArray([.. tally.Variant.Sets.Select(set => (JsonNode)set)]),
            ["targets"] = MassTestSummary.Targets(Twin.Model.Testing.TestTargets.Of(tally.Variant.Scenario), new ScenarioClock(tally.Variant.Scenario.Start)),
            ["targetMet"] = tally.TargetMet,
            ["targetMetAtLeast"] = Math.Round(tally.TargetMetAtLeast, 4),
            ["measures"] = measures,
        };
    }

    private static JsonObject Assumption(AssumptionDifference difference, ComparisonOrder order)
    {
        JsonObject values = [];
        for (int i = 0; i < order.Variants.Count; i++)
        {
            values[order.Variants[i].Name] = difference.Values[i];
        }

        return new JsonObject { ["path"] = difference.Path, ["values"] = values, ["default"] = difference.Default, ["grade"] = difference.Grade };
    }

    private static JsonObject Target(TargetDifference target, ComparisonOrder order) => new()
    {
        ["first"] = order.Variants[target.First].Name,
        ["second"] = order.Variants[target.Second].Name,
        ["target"] = target.Target.Key,
        ["pairs"] = target.Paired?.Pairs ?? 0,
        ["firstMean"] = target.Paired?.First,
        ["secondMean"] = target.Paired?.Second,
        ["difference"] = target.Paired?.Mean,
        ["low"] = target.Paired?.Low,
        ["high"] = target.Paired?.High,
        ["pValue"] = target.Paired?.Probability,
        ["pAdjusted"] = target.Adjusted,
        ["verdict"] = UntestedReasons.Camel(target.Verdict),
    };

    private static JsonObject Difference(MeasureDifference difference, ComparisonOrder order) => new JsonObject
    {
        ["first"] = order.Variants[difference.First].Name,
        ["second"] = order.Variants[difference.Second].Name,
        ["measure"] = difference.Measure.Key,
        ["unit"] = UntestedReasons.Camel(difference.Measure.Unit),
        ["better"] = UntestedReasons.Camel(difference.Measure.Better),
        ["pairs"] = difference.Paired?.Pairs ?? 0,
        ["firstMean"] = difference.Paired?.First,
        ["secondMean"] = difference.Paired?.Second,
        ["difference"] = difference.Paired?.Mean,
        ["low"] = difference.Paired?.Low,
        ["high"] = difference.Paired?.High,
        ["pValue"] = difference.Paired?.Probability,
        ["pAdjusted"] = difference.AdjustedProbability,
        ["verdict"] = UntestedReasons.Camel(difference.Verdict),
        ["pairsToSettle"] = difference.PairsToSettle,
        ["varianceSaved"] = difference.Paired?.VarianceSaved,
    };
}
