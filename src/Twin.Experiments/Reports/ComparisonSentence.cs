using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Reports;

/// <summary>The answer of a comparison in a sentence that can be said aloud: who is better, against the targets.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="texts">The language.</param>
internal sealed class ComparisonSentence(Comparison comparison, TextSet texts)
{
    private readonly HeadlineWords _words = new(comparison, texts);

    /// <summary>The sentence of a pair.</summary>
    /// <param name="pair">Places of the variants.</param>
    public string Of((int First, int Second) pair)
    {
        (string first, string second) = (comparison.Order.Variants[pair.First].Name, comparison.Order.Variants[pair.Second].Name);
        string firstGains = _words.Gains(pair, DifferenceVerdict.FirstBetter);
        string secondGains = _words.Gains(pair, DifferenceVerdict.SecondBetter);
        return (firstGains.Length > 0, secondGains.Length > 0) switch
        {
            (true, true) => texts.Format("page.compare.mixed", first, firstGains, second, secondGains),
            (true, false) => texts.Format("page.compare.clear", first, second, firstGains),
            (false, true) => texts.Format("page.compare.clear", second, first, secondGains),
            _ => ComparisonText.Verdict(comparison, pair, texts),
        };
    }
}
