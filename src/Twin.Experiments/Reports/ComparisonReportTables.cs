using MathNet.Numerics.Statistics;
using Twin.Experiments.Charts;
using Twin.Experiments.Comparing;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>The tables of a comparison's report.</summary>
internal sealed class ComparisonReportTables(Comparison comparison, TextSet texts)
{
    private const int StepsPerHour = 60 / DaySketch.StepMinutes;

    private readonly ScenarioClock _clock = new(comparison.Order.Variants[0].Scenario.Start);
    private readonly DifferenceWords _words = new(comparison, texts);

    /// <summary>Each measure of a pair.</summary>
    public HtmlTable Differences((int First, int Second) pair)
    {
        string first = comparison.Order.Variants[pair.First].Name;
        string second = comparison.Order.Variants[pair.Second].Name;
        double each = 100 * Bonferroni.Each(comparison.Order.Confidence, comparison.Order.Pairs.Count);
        HtmlTable table = new(
            texts.Format("compare.caption.differences", comparison.Order.Variants[pair.First].Label, comparison.Order.Variants[pair.Second].Label),
            texts["report.measure"], "#" + first, "#" + second, "#" + texts["compare.col.difference"],
            "#" + texts.Format("compare.col.interval", TextSet.Number(each, each % 1 > 1e-9 ? 2 : 0)), texts["compare.col.verdict"], "#" + texts["compare.col.confidence"], "#" + texts["compare.col.pairs"]);
        foreach (MeasureDifference difference in comparison.Of(pair))
        {
            MeasureUnit unit = difference.Measure.Unit;
            table.Add(
                texts.NameOf(difference.Measure), texts.Value(unit, difference.Paired?.First, _clock), texts.Value(unit, difference.Paired?.Second, _clock),
                _words.Signed(unit, difference.Paired?.Mean), _words.Interval(difference), _words.Verdict(difference), _words.Probability(difference),
                TextSet.Count(difference.Paired?.Pairs ?? 0));
        }

        return table;
    }

    /// <summary>A variant's measures by themselves.</summary>
    public HtmlTable Variant(VariantTally tally)
    {
        ReplicatedMeasure[] measures = [.. MassTestMeasures.All.Select((measure, i) => ReplicatedMeasure.Of(measure, tally.Values(i)))];
        return ReplicationTable.Of(texts.Format("compare.caption.variant", tally.Variant.Label, tally.Count), measures, _clock, texts);
    }

    /// <summary>Median coverage every 15 minutes.</summary>
    public HtmlTable Coverage()
    {
        HtmlTable table = new(texts["compare.caption.coverage"], [texts["col.clock"], .. comparison.Tallies.Select(tally => "#" + tally.Variant.Label)]);
        double[][] medians = [.. comparison.Tallies.Select(tally => Fan.Of(tally.Coverage).Median)];
        int from = (int)(comparison.Tallies.Min(tally => tally.Places.Open) / 60_000 / DaySketch.StepMinutes);
        int to = medians.Max(median => Array.FindIndex(median, value => value >= median[^1] * 0.9999));
        for (int step = from + 2; step < Math.Min(medians.Min(median => median.Length), to + 3); step += 3)
        {
            int of = step;
            table.Add([_clock.Minute((step + 1) * DaySketch.StepMinutes * 60_000L), .. medians.Select(median => texts.Percent(Math.Min(1, median[of] / 100)))]);
        }

        return table;
    }

    /// <summary>A − B of each site in each hour.</summary>
    public HtmlTable HeatMap(VariantTally first, VariantTally second)
    {
        (int from, int to) = CompareHeatMap.Steps(first, second);
        from += 3;
        int hours = Math.Max(1, (to - from + StepsPerHour - 1) / StepsPerHour);
        HtmlTable table = new(
            texts.Format("compare.caption.heatmap", first.Variant.Label, second.Variant.Label),
            [texts["col.site"], .. Enumerable.Range(0, hours).Select(hour => "#" + _clock.Minute(((from * DaySketch.StepMinutes) + (hour * 60)) * 60_000L))]);
        foreach (int site in CompareHeatMap.Ordered(first, second))
        {
            table.Add([first.Places.Codes[site], .. Enumerable.Range(0, hours).Select(hour => CompareHeatMap.SignedMinutes(Math.Round(
                Enumerable.Range(from + (hour * StepsPerHour), StepsPerHour).Where(step => step < to)
                    .Select(step => first.ExpectedWait(site, step) - second.ExpectedWait(site, step)).DefaultIfEmpty().Mean(), 1)))]);
        }

        return table;
    }

    /// <summary>Each site's 90 % wait in both.</summary>
    public HtmlTable Map(VariantTally first, VariantTally second)
    {
        HtmlTable table = new(
            texts["compare.caption.map"], texts["col.site"], texts["col.community"], "#" + first.Variant.Name, "#" + second.Variant.Name, "#" + texts["compare.col.difference"]);
        string Minutes(double? seconds) => seconds is { } wait ? TextSet.Number(wait / 60, 1) : texts["none"];
        foreach (SiteChange change in SiteChange.Of(first, second).OrderByDescending(change => Math.Abs(change.Difference ?? double.PositiveInfinity)))
        {
            table.Add(
                first.Places.Codes[change.Site], first.Places.Communities[change.Site], Minutes(change.First ?? first.WaitP90(change.Site)), Minutes(change.Second ?? second.WaitP90(change.Site)),
                change.Difference is { } seconds ? CompareHeatMap.SignedMinutes(Math.Round(-seconds / 60, 1)) : texts["none"]);
        }

        return table;
    }

    /// <summary>Assumptions that differ.</summary>
    public HtmlTable Assumptions(IReadOnlyList<AssumptionDifference> differences)
    {
        HtmlTable table = new(
            texts["compare.caption.assumptions"],
            [texts["col.path"], .. comparison.Order.Variants.Select(variant => variant.Name), texts["col.default"], texts["col.grade"], texts["col.meaning"]]);
        foreach (AssumptionDifference difference in differences)
        {
            table.Add([difference.Path, .. difference.Values.Select(value => value ?? texts["none"]), difference.Default, difference.Grade, texts.MeaningOf(difference.Assumption)]);
        }

        return table;
    }
}
