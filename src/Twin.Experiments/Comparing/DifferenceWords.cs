using System.Globalization;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Comparing;

/// <summary>Differences and what they say, in words.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="texts">The language.</param>
internal sealed class DifferenceWords(Comparison comparison, TextSet texts)
{
    /// <summary>A difference with sign and unit: of moments and durations a length of time, of shares percentage points.</summary>
    public string Signed(MeasureUnit unit, double? value)
    {
        if (value is not { } difference)
        {
            return texts["none"];
        }

        double size = Math.Abs(difference);
        string words = unit switch
        {
            MeasureUnit.Share => texts.Format("compare.points", TextSet.Number(size * 100, size switch { 0 => 0, < 0.001 => 4, < 0.1 => 2, _ => 1 })),
            MeasureUnit.Seconds or MeasureUnit.Moment => size < 60 ? texts.Format("duration.seconds", TextSet.Number(size, 1)) : texts.Duration(size),
            MeasureUnit.Hours => texts.Format("duration.plainHours", Size(size)),
            MeasureUnit.SiteMinutes => texts.Format("duration.plainMinutes", Size(size)),
            _ => Size(size),
        };
        return difference > 0 ? "+" + words : difference < 0 ? "−" + words : words;
    }

    /// <summary>The interval of a difference.</summary>
    public string Interval(MeasureDifference difference) => difference.Paired?.Low is null
        ? texts["none"]
        : texts.Format("compare.range", Signed(difference.Measure.Unit, difference.Paired.Low), Signed(difference.Measure.Unit, difference.Paired.High));

    /// <summary>What a difference says, such as "A better".</summary>
    public string Verdict(MeasureDifference difference)
    {
        string first = comparison.Order.Variants[difference.First].Name;
        string second = comparison.Order.Variants[difference.Second].Name;
        return difference.Verdict switch
        {
            DifferenceVerdict.NotCompared => NotCompared(difference),
            DifferenceVerdict.Undefined => texts["compare.verdict.undefined"],
            DifferenceVerdict.TooFew => texts["compare.verdict.tooFew"],
            DifferenceVerdict.NoDifference => texts["compare.verdict.none"],
            DifferenceVerdict.FirstBetter => texts.Format("compare.verdict.better", first),
            DifferenceVerdict.SecondBetter => texts.Format("compare.verdict.better", second),
            DifferenceVerdict.FirstHigher => texts.Format("compare.verdict.higher", first),
            DifferenceVerdict.FirstLower => texts.Format("compare.verdict.lower", first),
            _ when difference.PairsToSettle is { } pairs => texts.Format("compare.verdict.open", TextSet.Count(pairs)),
            _ => texts["compare.verdict.openLong"],
        };
    }

    /// <summary>Why two are not compared, such as "not compared: undefined in 3 of 20 replications of B".</summary>
    private string NotCompared(MeasureDifference difference)
    {
        string first = comparison.Order.Variants[difference.First].Name;
        string second = comparison.Order.Variants[difference.Second].Name;
        (string Key, int Days, string Of)[] reasons =
        [
            ("compare.apart.undefined", difference.Undefined.First, first), ("compare.apart.undefined", difference.Undefined.Second, second),
            ("compare.apart.censored", difference.Censored.First, first), ("compare.apart.censored", difference.Censored.Second, second),
        ];
        return texts.Format("compare.verdict.apart", string.Join(
            texts["compare.listComma"], reasons.Where(reason => reason.Days > 0).Select(reason => texts.Format(reason.Key, reason.Days, comparison.Order.Replications, reason.Of))));
    }

    /// <summary>The p-value of a difference that is settled; none while it is open.</summary>
    public string Probability(MeasureDifference difference) => difference.IsSettled ? Probability(difference.AdjustedProbability!.Value) : texts["none"];

    /// <summary>A p-value; never 0.</summary>
    public string Probability(double value) => value < 0.001 ? texts["compare.pLeast"] : texts.Format("compare.p", Math.Ceiling(value * 1000) / 1000);

    private static string Size(double size) => size is > 0 and < 10 ? size.ToString("0.#", CultureInfo.InvariantCulture) : TextSet.Count(size);
}
