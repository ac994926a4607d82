using Twin.Experiments.Reports;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>The tables of a stress test's report.</summary>
/// <param name="result">The result.</param>
/// <param name="words">Its words.</param>
/// <param name="texts">The language.</param>
internal sealed class StressReportTables(StressResult result, StressWords words, TextSet texts)
{
    /// <summary>One factor at a time.</summary>
    public HtmlTable Limits()
    {
        double share = result.Goal.Share;
        HtmlTable table = new(
            texts["stress.table.limits"], texts["stress.col.factor"], texts["stress.col.grade"], "#" + texts["stress.col.own"], "#" + texts["stress.col.waitHalf"],
            "#" + texts.Format("stress.col.waitShare", words.Share), "#" + texts["stress.col.timeHalf"], "#" + texts.Format("stress.col.timeShare", words.Share),
            "#" + texts["stress.col.plausibleDays"]);
        foreach (FactorLimits limits in result.Limits)
        {
            StressFactor factor = limits.Factor;
            string Cell(StressCriterion criterion, double of) => words.Cell(factor, limits.Estimate(criterion, of));
            table.Add(
                words.Name(factor), factor.Grade, words.Value(factor, factor.Own), Cell(StressCriterion.Wait, 0.5), Cell(StressCriterion.Wait, share), Cell(StressCriterion.Time, 0.5),
                Cell(StressCriterion.Time, share), $"{limits.HoldAtPlausible(StressCriterion.Either)} / {limits.Days}");
        }

        return table;
    }

    /// <summary>Two factors at a time.</summary>
    public HtmlTable Pairs()
    {
        HtmlTable table = new(
            texts["stress.table.pairs"], texts["stress.col.pair"], "#" + texts["stress.col.fraction"], "#" + texts["stress.col.interval"], "#" + texts["stress.col.days"],
            texts["stress.col.verdict"]);
        foreach (PairLimits pair in result.Pairs)
        {
            string End(double? end) => end is { } known ? TextSet.Number(known, 2) : texts["stress.limit.open"];
            table.Add(
                $"{words.Name(pair.First)} + {words.Name(pair.Second)}", pair.Point is { } middle ? TextSet.Number(middle, 2) : texts["none"],
                pair.Median is { } median ? $"{End(median.Low)} – {End(median.High)}" : texts["none"], TextSet.Count(pair.Fractions.Count), texts[$"stress.pair.{pair.Interaction}"]);
        }

        return table;
    }

    /// <summary>The fragile sites and their fixes.</summary>
    public HtmlTable Sites()
    {
        HtmlTable table = new(
            texts["stress.table.sites"], texts["stress.col.site"], texts["stress.col.staff"], "#" + texts["stress.col.points"], "#" + texts["stress.col.cases"], texts["stress.col.mostly"],
            texts["stress.col.fix"], "#" + texts["stress.col.before"], "#" + texts["stress.col.after"], "#" + texts["stress.col.cleared"], "#" + texts["stress.col.confirmed"]);
        foreach (FragileSite site in result.Sites)
        {
            SiteFix? fix = site.Fix;
            table.Add(
                SiteLayout.CodeOf(site.Site), $"{site.Samplers} / {site.Desks}", TextSet.Number(site.Points, 2), $"{site.Cases} / {result.Cases}", words.Group(site.Groups[0].Group),
                words.Fix(fix), fix is null ? texts["none"] : texts.Wait(fix.WaitBefore), fix is null ? texts["none"] : texts.Wait(fix.WaitAfter),
                fix is null ? texts["none"] : $"{fix.Cleared} / {fix.Tried}", words.Confirmed(fix));
        }

        return table;
    }

    /// <summary>The ranges and their grades, estimates first.</summary>
    public HtmlTable Ranges()
    {
        HtmlTable table = new(
            texts["stress.table.ranges"], texts["stress.col.factor"], texts["stress.col.grade"], "#" + texts["stress.col.own"], "#" + texts["stress.col.plausible"], "#" + texts["stress.col.furthest"]);
        foreach (StressFactor factor in result.Limits.Select(limits => limits.Factor).OrderBy(factor => factor.Grade != "E"))
        {
            table.Add(words.Name(factor), factor.Grade, words.Value(factor, factor.Own), words.Value(factor, factor.Plausible), words.Value(factor, factor.Furthest));
        }

        return table;
    }
}
