using Twin.Experiments.Statistics;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>What a stress test came to, in sentences.</summary>
public static class StressText
{
    private const int PairsShown = 5;

    /// <summary>With fewer days the least and the greatest limit do not enclose the median with 95 %: 2 × 0.5⁵ is 6 %.</summary>
    private const int FewestForHalf = 6;

    /// <summary>The answer, a line each; the first says it all.</summary>
    /// <param name="result">The result.</param>
    /// <param name="language">en or zh.</param>
    public static IReadOnlyList<string> Answer(StressResult result, string language)
    {
        ArgumentNullException.ThrowIfNull(result);
        TextSet texts = TextCatalogue.In(language);
        return [.. Main(result, new StressWords(result, texts), texts), "", texts["stress.head.factors"]];
    }

    /// <summary>The table of limits, header first; it stands after <see cref="Answer"/>.</summary>
    /// <param name="result">The result.</param>
    /// <param name="language">en or zh.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Table(StressResult result, string language)
    {
        ArgumentNullException.ThrowIfNull(result);
        TextSet texts = TextCatalogue.In(language);
        StressWords words = new(result, texts);
        return
        [
            [
                texts["stress.col.factor"], texts["stress.col.own"], texts["stress.col.waitHalf"], texts.Format("stress.col.waitShare", words.Share),
                texts["stress.col.timeHalf"], texts.Format("stress.col.timeShare", words.Share),
            ],
            .. result.Limits.Select(limits => Row(limits, result.Goal.Share, words)),
        ];
    }

    /// <summary>What follows the table, a line each: pairs, sites, warnings.</summary>
    /// <param name="result">The result.</param>
    /// <param name="language">en or zh.</param>
    public static IReadOnlyList<string> Rest(StressResult result, string language)
    {
        ArgumentNullException.ThrowIfNull(result);
        TextSet texts = TextCatalogue.In(language);
        StressWords words = new(result, texts);
        List<string> lines = [];
        if (result.Pairs.Count > 0)
        {
            lines.AddRange([texts["stress.head.pairs"], .. result.Pairs.Take(PairsShown).Select(pair => "  " + Pair(pair, words, texts)), ""]);
        }

        if (result.Sites.Count > 0)
        {
            lines.AddRange([texts["stress.head.sites"], .. result.Sites.Select(site => "  " + Site(result, site, words, texts)), ""]);
        }

        lines.AddRange([.. Cautions(result, words, texts), .. Notes(result, words, texts)]);
        lines.Add(texts.Format("stress.note.grades", result.Goal.Costs.Sampler, result.Goal.Costs.Desk) + Gap(texts) + texts.Format("stress.note.days", TextSet.Count(result.DaysSimulated)));
        return lines;
    }

    /// <summary>The answer in a sentence or three.</summary>
    internal static IEnumerable<string> Main(StressResult result, StressWords words, TextSet texts)
    {
        int days = result.Effort.Days;
        int[] broken = [.. result.HeldWithoutStress.Select(held => days - held)];
        bool already = 2 * broken[(int)StressCriterion.Either] >= days;
        string Broken(string key) => texts.Format(key, broken[(int)StressCriterion.Either], days, broken[(int)StressCriterion.Wait], broken[(int)StressCriterion.Time]);
        if (already)
        {
            yield return Broken("stress.answer.already");
        }

        FactorLimits nearest = result.Limits[0];
        LimitEstimate half = nearest.Estimate(StressCriterion.Either, 0.5);
        if (!already && half.Step == nearest.Factor.Steps)
        {
            yield return texts.Format("stress.answer.nothing", days);
        }
        else if (!already)
        {
            StressFactor factor = nearest.Factor;
            yield return texts.Format(
                "stress.answer.breaks", words.Graded(factor), words.Value(factor, factor.Own), words.Holds(factor, half.Step), days, words.Interval(factor, half),
                words.Holds(factor, nearest.Estimate(StressCriterion.Either, result.Goal.Share).Step), words.Share, words.Beyond(nearest));
        }

        if (!already && broken[(int)StressCriterion.Either] > 0)
        {
            yield return Broken("stress.answer.some");
        }

        if (result.WithFixes is { } mended)
        {
            FactorLimits before = result.Of(mended.Factor.Key)!;
            string At(FactorLimits limits, double share) => words.Holds(limits.Factor, limits.Estimate(StressCriterion.Wait, share).Step);
            PairedGain gain = PairedGain.Of(before.Limits(StressCriterion.Wait), mended.Limits(StressCriterion.Wait));
            yield return texts.Format(
                gain.IsTold ? "stress.answer.fixed" : "stress.answer.fixedOpen", TextSet.Count(result.FixesCost), words.Name(mended.Factor), At(mended, result.Goal.Share), words.Share, At(before, result.Goal.Share),
                At(mended, 0.5), At(before, 0.5), gain.Gained, gain.Lost, before.Days);
        }
    }

    /// <summary>A pair in a sentence.</summary>
    internal static string Pair(PairLimits pair, StressWords words, TextSet texts) => texts.Format(
        pair.IsOpen ? "stress.pairOpen" : "stress.pair", words.Name(pair.First), words.Name(pair.Second), pair.Point is { } middle ? TextSet.Number(middle, 2) : texts["none"],
        pair.Median is { Low: { } low, High: { } high } ? texts.Format("stress.interval", TextSet.Number(low, 2), TextSet.Number(high, 2)) : "",
        texts[$"stress.pair.{pair.Interaction}"]);

    /// <summary>A site in a sentence.</summary>
    internal static string Site(StressResult result, FragileSite site, StressWords words, TextSet texts) => texts.Format(
        "stress.site", SiteLayout.CodeOf(site.Site), site.Cases, result.Cases, words.Group(site.Groups[0].Group), words.FixWithEffect(site.Fix));

    /// <summary>What to be careful with.</summary>
    internal static IEnumerable<string> Cautions(StressResult result, StressWords words, TextSet texts)
    {
        int days = result.Effort.Days;
        if (days < ReplicationRule.Fewest)
        {
            yield return texts.Format("stress.warn.few", days, ReplicationRule.Fewest);
        }
        else if (Math.Pow(result.Goal.Share, days) > 0.025)
        {
            if (days < FewestForHalf)
            {
                yield return texts.Format("stress.warn.openHalf", days);
            }

            yield return texts.Format("stress.warn.open", days, words.Share, (int)Math.Ceiling(Math.Log(0.025) / Math.Log(result.Goal.Share)));
        }

        foreach (FactorLimits limits in result.Limits.Where(limits => limits.NotMonotone(StressCriterion.Either) > 0))
        {
            yield return texts.Format("stress.warn.order", words.Name(limits.Factor), limits.NotMonotone(StressCriterion.Either), days);
        }

        foreach (FactorLimits limits in result.Limits.Where(Straddles))
        {
            yield return texts.Format("stress.warn.straddle", words.Name(limits.Factor), words.Value(limits.Factor, limits.Factor.Plausible));
        }
    }

    /// <summary>What else to know: whether more stress was ever better, and what was left out.</summary>
    internal static IEnumerable<string> Notes(StressResult result, StressWords words, TextSet texts)
    {
        int days = result.Effort.Days;
        if (result.Limits.All(limits => limits.NotMonotone(StressCriterion.Either) == 0))
        {
            yield return texts.Format("stress.warn.ordered", result.Limits.Sum(limits => limits.Probed), Math.Min(result.Effort.ProbeDays, days), days);
        }

        foreach ((string group, string reason) in result.LeftOut)
        {
            yield return texts.Format("stress.leftOut", words.Group(group), texts[$"stress.reason.{reason}"]);
        }
    }

    private static string[] Row(FactorLimits limits, double share, StressWords words)
    {
        StressFactor factor = limits.Factor;
        string Cell(StressCriterion criterion, double of) => words.Cell(factor, limits.Estimate(criterion, of));
        return
        [
            words.Graded(factor), words.Value(factor, factor.Own), Cell(StressCriterion.Wait, 0.5), Cell(StressCriterion.Wait, share), Cell(StressCriterion.Time, 0.5),
            Cell(StressCriterion.Time, share),
        ];
    }

    private static bool Straddles(FactorLimits limits)
    {
        LimitEstimate half = limits.Estimate(StressCriterion.Either, 0.5);
        return half is { Low: { } low, High: { } high } && limits.Factor.PlausibleShare(low) < 1 && limits.Factor.PlausibleShare(high) >= 1 && limits.Factor.Plausible != limits.Factor.Furthest;
    }

    private static string Gap(TextSet texts) => texts.Language == "zh" ? "" : " ";
}
