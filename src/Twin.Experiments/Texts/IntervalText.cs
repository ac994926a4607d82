using Twin.Experiments.Statistics;

namespace Twin.Experiments.Texts;

/// <summary>The interval of a mean in words, or what so few days prove instead.</summary>
internal static class IntervalText
{
    /// <summary>The words.</summary>
    /// <param name="interval">The interval; null if there is no value.</param>
    /// <param name="show">Shows a value.</param>
    /// <param name="texts">The language.</param>
    public static string Of(MeanInterval? interval, Func<double?, string> show, TextSet texts) => interval switch
    {
        { Low: { } low, High: { } high } => texts.Format("compare.range", show(low), show(high)),
        { Basis: IntervalBasis.AllEqual } all => texts.Format("interval.allEqual", all.Count, texts.Percent(all.DifferingAtMost)),
        { Basis: IntervalBasis.FewDiffer } few => texts.Format(
            "interval.fewDiffer", few.Differing, few.Count, show(few.Usual), texts.Percent(few.DifferingAtLeast), texts.Percent(few.DifferingAtMost)),
        _ => texts["none"],
    };
}
