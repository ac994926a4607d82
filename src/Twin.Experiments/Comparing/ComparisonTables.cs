using System.Globalization;
using Twin.Experiments.Statistics;
using Twin.Experiments.Tables;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>compare.csv, differences.csv and sites.csv.</summary>
internal static class ComparisonTables
{
    /// <summary>Places of the measures that the end of a run can cut off: moments.</summary>
    private static readonly int[] Bounded = [.. Enumerable.Range(0, MassTestMeasures.All.Count).Where(measure => MassTestMeasures.All[measure].Unit == MeasureUnit.Moment)];

    /// <summary>compare.csv: a row for each replication of each variant.</summary>
    public static CsvTable Replications(Comparison comparison)
    {
        CsvTable table = new(["variant", "scenario", "replication", "seed", "target_met", .. MassTestMeasures.All.Select(measure => measure.Key + Suffix(measure.Unit)), .. Bounded.Select(measure => MassTestMeasures.All[measure].Key + "_after_s")]);
        foreach (VariantTally tally in comparison.Tallies)
        {
            Draws draws = new(tally.Variant.Scenario.Seed);
            for (int replication = 0; replication < tally.Count; replication++)
            {
                int of = replication;
                table.Add([
                    tally.Variant.Name, tally.Variant.Scenario.Name, replication, draws.ReplicationSeed(replication), tally.TargetMetIn(replication),
                    .. MassTestMeasures.All.Select((measure, i) => Full(tally.Value(of, i).Number * (measure.Unit == MeasureUnit.Share ? 100 : 1))),
                    .. Bounded.Select(measure => Full(tally.Value(of, measure).After))]);
            }
        }

        return table;
    }

    /// <summary>differences.csv: a row for each measure of each pair.</summary>
    public static CsvTable Differences(Comparison comparison)
    {
        CsvTable table = new(
            "first", "second", "measure", "unit", "better", "pairs", "first_mean", "second_mean", "difference", "sd", "low", "high", "confidence_pct",
            "p_value", "p_adjusted", "verdict", "pairs_to_settle", "variance_saved");
        foreach (MeasureDifference difference in comparison.Differences)
        {
            PairedDifference? paired = difference.Paired;
            table.Add(
                comparison.Order.Variants[difference.First].Name, comparison.Order.Variants[difference.Second].Name, difference.Measure.Key,
                UntestedReasons.Camel(difference.Measure.Unit), UntestedReasons.Camel(difference.Measure.Better), paired?.Pairs ?? 0,
                Exact(paired?.First), Exact(paired?.Second), Exact(paired?.Mean), Exact(paired?.StandardDeviation), Exact(paired?.Low), Exact(paired?.High),
                paired?.Low is null ? null : 100 * paired.Confidence, Exact(paired?.Probability),
                Exact(paired?.Probability is { } p ? Bonferroni.Adjust(p, difference.Comparisons) : null),
                UntestedReasons.Camel(difference.Verdict), difference.PairsToSettle, Exact(paired?.VarianceSaved));
        }

        return table;
    }

    /// <summary>sites.csv: a row for each site of each pair whose sites are the same.</summary>
    public static CsvTable Sites(Comparison comparison)
    {
        CsvTable table = new("first", "second", "site", "community", "first_wait_p90_s", "second_wait_p90_s", "pairs");
        foreach ((int first, int second) in comparison.Order.Pairs)
        {
            VariantPlaces places = comparison.Tallies[first].Places;
            foreach (SiteChange change in SiteChange.Of(comparison.Tallies[first], comparison.Tallies[second]))
            {
                table.Add(
                    comparison.Order.Variants[first].Name, comparison.Order.Variants[second].Name, places.Codes[change.Site], places.Communities[change.Site],
                    Exact(change.First), Exact(change.Second), change.Pairs);
            }
        }

        return table;
    }

    private static string? Exact(double? value) => value?.ToString("G9", CultureInfo.InvariantCulture);

    /// <summary>A figure as short as it can be read back whole: differences.csv follows from these.</summary>
    private static string? Full(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string Suffix(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Share => "_pct",
        MeasureUnit.Seconds or MeasureUnit.Moment => "_s",
        MeasureUnit.Hours => "_hours",
        MeasureUnit.SiteMinutes => "_min",
        _ => "",
    };
}
