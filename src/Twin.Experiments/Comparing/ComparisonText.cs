using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>The answer of a comparison in a few lines of words.</summary>
public static class ComparisonText
{
    private static readonly string[] Headline = ["coverageAtTarget", "t98", "lastTest", "untestedTotal", "wait.p90", "sites.waitAtTarget.worst", "jam.redMinutes"];

    /// <summary>For each pair of variants: which is better, the 5-hour line, the measures that decide; then how it was found, and the warnings.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>Lines without a line end.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static IReadOnlyList<string> Answer(Comparison comparison, string language)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        TextSet texts = TextCatalogue.In(language);
        List<string> lines = [];
        foreach ((int First, int Second) pair in comparison.Order.Pairs)
        {
            lines.Add(Verdict(comparison, pair, texts));
            lines.Add(InTime(comparison, pair, texts));
            lines.AddRange(Headlines(comparison, pair, texts));
            lines.Add(Counts(comparison, pair, texts));
        }

        lines.Add(Procedure(comparison, texts));
        lines.AddRange(ComparisonWarnings.Of(comparison, texts).Select(warning => texts.Format("compare.warning", warning)));
        return lines;
    }

    /// <summary>The measures that decide, a sentence each, and the sites that change most.</summary>
    internal static IEnumerable<string> Headlines(Comparison comparison, (int First, int Second) pair, TextSet texts)
    {
        IEnumerable<MeasureDifference> deciding = comparison.Of(pair).Where(difference => Headline.Contains(difference.Measure.Key, StringComparer.Ordinal));
        return [.. deciding.Select(difference => Line(comparison, difference, texts)), .. SiteChange.Sentence(comparison, pair, texts) is { } sites ? [sites] : Array.Empty<string>()];
    }

    /// <summary>Which of two is better against the targets, in a sentence.</summary>
    internal static string Verdict(Comparison comparison, (int First, int Second) pair, TextSet texts) => new HeadlineWords(comparison, texts).Sentence(pair);

    /// <summary>How many measures say what, in a sentence.</summary>
    internal static string Counts(Comparison comparison, (int First, int Second) pair, TextSet texts) => new HeadlineWords(comparison, texts).Counts(pair);

    /// <summary>How the intervals were found.</summary>
    internal static string Procedure(Comparison comparison, TextSet texts)
    {
        int comparisons = comparison.Order.Pairs.Count;
        string paired = texts.Format(
            "compare.procedure", comparison.Order.Replications, TextSet.Count(comparison.Order.Confidence * 100), TextSet.Count((1 - comparison.Order.Confidence) * 100));
        return comparisons == 1
            ? paired
            : paired + texts.Format(
                "compare.bonferroni", comparisons, TextSet.Number(100 * Statistics.Bonferroni.Each(comparison.Order.Confidence, comparisons), 2), TextSet.Count(comparison.Order.Confidence * 100));
    }

    /// <summary>In how many replications the target was met.</summary>
    internal static string InTime(Comparison comparison, (int First, int Second) pair, TextSet texts)
    {
        VariantTally first = comparison.Tallies[pair.First];
        VariantTally second = comparison.Tallies[pair.Second];
        return texts.Format(
            "compare.answer.inTime", first.Variant.Name, first.TargetMet, second.Variant.Name, second.TargetMet, comparison.Order.Replications,
            texts.Percent(first.TargetMetAtLeast), texts.Percent(second.TargetMetAtLeast),
            TargetWords.InTime((first.Variant.Name, TestTargets.Of(first.Variant.Scenario)), (second.Variant.Name, TestTargets.Of(second.Variant.Scenario)), texts));
    }

    private static string Line(Comparison comparison, MeasureDifference difference, TextSet texts)
    {
        DifferenceWords words = new(comparison, texts);
        ScenarioClock clock = new(comparison.Order.Variants[0].Scenario.Start);
        string name = texts.NameOf(difference.Measure);
        if (difference.Paired is not { } paired)
        {
            return texts.Format("compare.answer.undefined", name, words.Verdict(difference));
        }

        string verdict = difference.IsSettled
            ? texts.Format("compare.answer.verdict", words.Verdict(difference), words.Probability(difference.AdjustedProbability!.Value))
            : words.Verdict(difference);
        return texts.Format(
            "compare.answer.line", name, comparison.Order.Variants[difference.First].Name, texts.Value(difference.Measure.Unit, paired.First, clock),
            comparison.Order.Variants[difference.Second].Name, texts.Value(difference.Measure.Unit, paired.Second, clock),
            words.Signed(difference.Measure.Unit, paired.Mean), words.Interval(difference), verdict);
    }
}
