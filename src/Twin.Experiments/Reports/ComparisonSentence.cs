using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>The answer of a comparison in a sentence that can be said aloud: who is better, in the measures that planners ask for first.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="texts">The language.</param>
internal sealed class ComparisonSentence(Comparison comparison, TextSet texts)
{
    private const int MostGains = 2;

    /// <summary>Measures in the order in which planners ask for them; the others come after.</summary>
    private static readonly string[] First = ["coverageAtTarget", "lastTest", "sites.waitAtTarget.worst", "wait.p90", "untestedTotal", "jam.redMinutes", "t98"];

    private readonly DifferenceWords _words = new(comparison, texts);

    /// <summary>The sentence of a pair.</summary>
    /// <param name="pair">Places of the variants.</param>
    public string Of((int First, int Second) pair)
    {
        (string first, string second) = (comparison.Order.Variants[pair.First].Name, comparison.Order.Variants[pair.Second].Name);
        string firstGains = Gains(pair, DifferenceVerdict.FirstBetter);
        string secondGains = Gains(pair, DifferenceVerdict.SecondBetter);
        return (firstGains.Length > 0, secondGains.Length > 0) switch
        {
            (true, true) => texts.Format("page.compare.mixed", first, firstGains, second, secondGains),
            (true, false) => texts.Format("page.compare.clear", first, second, firstGains),
            (false, true) => texts.Format("page.compare.clear", second, first, secondGains),
            _ => ComparisonText.Verdict(comparison, pair, texts),
        };
    }

    /// <summary>In what one is better, and by how much.</summary>
    private string Gains((int First, int Second) pair, DifferenceVerdict verdict) => string.Join(texts["page.compare.and"], comparison.Of(pair)
        .Where(difference => difference.Verdict == verdict).OrderBy(Rank).Take(MostGains)
        .Select(difference => texts.Format(
            "page.compare.gain", texts.NameOf(difference.Measure), _words.Signed(difference.Measure.Unit, verdict == DifferenceVerdict.FirstBetter ? difference.Paired!.Mean : -difference.Paired!.Mean))));

    private static int Rank(MeasureDifference difference)
    {
        int place = Array.IndexOf(First, difference.Measure.Key);
        return place < 0 ? First.Length + MassTestMeasures.All.TakeWhile(measure => measure.Key != difference.Measure.Key).Count() : place;
    }
}
