using System.Globalization;
using Twin.Experiments.Charts;
using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports;

/// <summary>report.html of a comparison.</summary>
internal sealed class ComparisonReport
{
    private readonly Comparison _comparison;
    private readonly TextSet _texts;
    private readonly Software _software;
    private readonly ComparisonReportTables _tables;

    private ComparisonReport(Comparison comparison, TextSet texts, Software software)
    {
        (_comparison, _texts, _software) = (comparison, texts, software);
        _tables = new ComparisonReportTables(comparison, texts);
    }

    private ComparisonOrder Order => _comparison.Order;

    /// <summary>Makes the page.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="pictures">The pictures.</param>
    /// <param name="texts">The language.</param>
    /// <param name="software">Which software made the comparison; this one if null.</param>
    public static string Of(Comparison comparison, ComparisonPictures pictures, TextSet texts, Software? software = null) =>
        new ComparisonReport(comparison, texts, software ?? Software.This).Page(pictures).Html(texts);

    /// <summary>A warning as a sentence of its own; one that begins with a variant's name is left as it is.</summary>
    /// <param name="warning">The warning.</param>
    /// <param name="order">What was compared.</param>
    internal static string Begun(string warning, ComparisonOrder order) => order.Variants.Any(variant => warning.StartsWith(variant.Name, StringComparison.Ordinal))
        ? warning
        : char.ToUpperInvariant(warning[0]) + warning[1..];

    private AnswerPage Page(ComparisonPictures pictures)
    {
        IReadOnlyList<AssumptionDifference> differences = AssumptionDifferences.Of(Order.Variants);
        return new AnswerPage
        {
            Title = string.Join(_texts["compare.report.versus"], Order.Variants.Select(variant => variant.Label)),
            Kind = _texts["page.kind.compare"],
            Lead = _texts["compare.report.intro"],
            Tone = Order.Pairs.All(IsClear) ? AnswerTone.Good : AnswerTone.Open,
            Sentence = string.Join(_texts.Gap, Order.Pairs.Select(new ComparisonSentence(_comparison, _texts).Of)),
            Certainty = [.. Order.Pairs.SelectMany(pair => new[] { ComparisonText.Verdict(_comparison, pair, _texts), ComparisonText.InTime(_comparison, pair, _texts) }), ComparisonText.Procedure(_comparison, _texts)],
            Facts = [.. Order.Pairs.SelectMany(pair => ComparisonText.Headlines(_comparison, pair, _texts).Append(ComparisonText.Counts(_comparison, pair, _texts)))],
            Warnings = [.. ComparisonWarnings.Of(_comparison, _texts).Select(warning => Begun(warning, Order))],
            Actions = new ComparisonActions(_comparison, differences, _texts).All(),
            Pictures = Shown(pictures),
            PictureNote = _texts.Format("fan.pointwise", Order.Replications),
            Figures = [.. Order.Pairs.Select(_tables.Differences)],
            FiguresNote = _texts["compare.limit.many"],
            Parts = [new AnswerPart("variants", _texts["compare.report.variants"], [], [.. _comparison.Tallies.Select(_tables.Variant)])],
            Assumptions = ScenarioAssumptions.Of(Order.Variants[0].Scenario),
            LeftOut = [.. Order.Variants.SelectMany(variant => variant.Scenario.LeftOut)],
            AssumptionTables = differences.Count == 0 ? [] : [_tables.Assumptions(differences)],
            Limits = [_texts["limit.synthetic"], _texts["compare.limit.chance"], _texts["compare.limit.settle"], _texts["limit.expected"], _texts["limit.housebound"]],
            Command = ReproduceCommand.Of(Order, _texts.Language),
            Identity = Identity(),
            Software = _software,
        };
    }

    /// <summary>Whether one of a pair is better against a target and worse against none.</summary>
    private bool IsClear((int First, int Second) pair) => _comparison.HeadlineOf(pair).Kind is HeadlineKind.First or HeadlineKind.Second;

    private List<AnswerPicture> Shown(ComparisonPictures pictures)
    {
        string names = string.Join(_texts["comma"], Order.Variants.Select(variant => variant.Label));
        List<AnswerPicture> shown = [new(pictures.Coverage, _texts.Format("compare.alt.coverage", names), _tables.Coverage())];
        foreach (PairPictures pair in pictures.Pairs)
        {
            VariantTally first = _comparison.Tallies[pair.First];
            VariantTally second = _comparison.Tallies[pair.Second];
            IReadOnlyList<(int Site, double Minutes)> sites = CompareSiteMap.Greatest(first, second);
            shown.Add(new(pair.HeatMap, _texts.Format("compare.alt.heatmap", first.Variant.Label, second.Variant.Label), _tables.HeatMap(first, second)));
            shown.Add(new(
                pair.Map,
                _texts.Format("compare.alt.map", first.Variant.Label, second.Variant.Label, sites.Count(site => site.Minutes <= -1), sites.Count(site => site.Minutes >= 1)),
                _tables.Map(first, second)));
        }

        return shown;
    }

    private HtmlTable Identity()
    {
        HtmlTable table = new(_texts["compare.report.reproduce"], _texts["report.measure"], _texts["report.value"]);
        foreach (ComparedVariant variant in Order.Variants)
        {
            table.Add(variant.Name, string.Join(' ', [variant.ScenarioFile, .. variant.Sets.Select(set => "--set " + set)]));
        }

        return table.Add(_texts["reproduce.seed"], Order.Variants[0].Scenario.Seed.ToString(CultureInfo.InvariantCulture)).AddSoftware(_software, _texts);
    }
}
