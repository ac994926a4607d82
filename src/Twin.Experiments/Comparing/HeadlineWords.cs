using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Comparing;

/// <summary>The headline of a pair in words: against the targets, and then the counts of all measures.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="texts">The language.</param>
internal sealed class HeadlineWords(Comparison comparison, TextSet texts)
{
    private readonly DifferenceWords _words = new(comparison, texts);

    /// <summary>Which is better against the targets.</summary>
    /// <param name="pair">Places of the variants.</param>
    public string Sentence((int First, int Second) pair)
    {
        ComparisonHeadline headline = comparison.HeadlineOf(pair);
        string first = comparison.Order.Variants[pair.First].Label;
        string second = comparison.Order.Variants[pair.Second].Label;
        string rest = Rest(headline);
        return headline.Kind switch
        {
            HeadlineKind.First => texts.Format("compare.headline.better", first, second, Names(headline, DifferenceVerdict.FirstBetter), rest),
            HeadlineKind.Second => texts.Format("compare.headline.better", second, first, Names(headline, DifferenceVerdict.SecondBetter), rest),
            HeadlineKind.Choice => texts.Format(
                "compare.headline.choice", first, Names(headline, DifferenceVerdict.FirstBetter), second, Names(headline, DifferenceVerdict.SecondBetter), rest),
            HeadlineKind.NoDifference => texts.Format("compare.headline.none", first, second, comparison.Order.Replications, Names(headline, DifferenceVerdict.NoDifference)),
            HeadlineKind.TooFew => texts.Format("compare.answer.tooFew", first, second, comparison.Order.Replications),
            _ => texts.Format("compare.headline.open", first, second, rest),
        };
    }

    /// <summary>How many measures say what; the counts add up.</summary>
    /// <param name="pair">Places of the variants.</param>
    public string Counts((int First, int Second) pair)
    {
        ComparisonHeadline headline = comparison.HeadlineOf(pair);
        return texts.Format(
            "compare.counts", headline.Judged, comparison.Order.Variants[pair.First].Name, headline.Count(DifferenceVerdict.FirstBetter),
            comparison.Order.Variants[pair.Second].Name, headline.Count(DifferenceVerdict.SecondBetter), headline.Count(DifferenceVerdict.NoDifference),
            headline.Count(DifferenceVerdict.Open) + headline.Count(DifferenceVerdict.TooFew), headline.Count(DifferenceVerdict.Undefined) + headline.Count(DifferenceVerdict.NotCompared));
    }

    /// <summary>A target's name.</summary>
    /// <param name="target">The target.</param>
    public string NameOf(ComparedTarget target) => target.Measure is { } measure ? texts.NameOf(measure) : texts[$"compare.target.{target.Key}"];

    /// <summary>In what one is better, and by how much.</summary>
    /// <param name="pair">Places of the variants.</param>
    /// <param name="verdict">Which of the two.</param>
    public string Gains((int First, int Second) pair, DifferenceVerdict verdict) => string.Join(texts["page.compare.and"], comparison.HeadlineOf(pair).With(verdict)
        .Select(target => texts.Format(
            "page.compare.gain", NameOf(target.Target), _words.Signed(target.Target.Unit, verdict == DifferenceVerdict.FirstBetter ? target.Paired!.Mean : -target.Paired!.Mean))));

    private string Names(ComparisonHeadline headline, DifferenceVerdict verdict) => string.Join(texts["compare.listComma"], headline.With(verdict)
        .Select(target => target.Adjusted is { } p && verdict is DifferenceVerdict.FirstBetter or DifferenceVerdict.SecondBetter
            ? texts.Format("compare.target.settled", NameOf(target.Target), _words.Probability(p))
            : NameOf(target.Target)));

    /// <summary>The targets that tell nothing, so that none is left out.</summary>
    private string Rest(ComparisonHeadline headline)
    {
        (DifferenceVerdict Verdict, string Key)[] others =
        [
            (DifferenceVerdict.Open, "compare.rest.open"), (DifferenceVerdict.NoDifference, "compare.rest.none"), (DifferenceVerdict.Undefined, "compare.rest.undefined"),
            (DifferenceVerdict.NotCompared, "compare.rest.undefined"),
        ];
        return string.Concat(others.Where(other => headline.With(other.Verdict).Count > 0).Select(other => texts.Format(other.Key, Names(headline, other.Verdict))));
    }
}
