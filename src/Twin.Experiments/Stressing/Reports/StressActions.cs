using Twin.Experiments.Reports;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>What to do after a stress test: the fixes of the fragile sites, the cheapest first, then what to watch.</summary>
/// <param name="result">The result.</param>
/// <param name="words">Its words.</param>
/// <param name="texts">The language.</param>
internal sealed class StressActions(StressResult result, StressWords words, TextSet texts)
{
    private const int MostFixes = 6;
    private const int MostUnmended = 2;
    private const int Watched = 3;

    private FragileSite[] Fixed => [.. result.Sites.Where(site => site.Fix?.Change is not null)
        .OrderBy(site => site.Fix!.Confirmation is { } found && !found.Confirms(result.Goal.Share)).ThenBy(site => site.Fix!.Cost)];

    /// <summary>The actions.</summary>
    public IReadOnlyList<PlannedAction> All()
    {
        PlannedAction[] first =
        [
            .. 2 * Held <= result.Effort.Days ? [Staff()] : Array.Empty<PlannedAction>(),
            .. Fixed.Take(MostFixes).Select(Fix),
            .. result.Sites.Where(site => site.Fix is { Change: null }).Take(MostUnmended).Select(Relieve),
        ];
        IEnumerable<FactorLimits> nearest = result.Limits.Where(limits => Half(limits) >= 0 && limits.NeverBroken(StressCriterion.Either) < limits.Days).DistinctBy(limits => limits.Factor.Group);
        return [.. first, .. nearest.Take(Math.Min(Watched, AnswerPage.MostActions - first.Length)).Select(Watch)];
    }

    /// <summary>What the fixes rest on, and how many there are besides; empty without any.</summary>
    public string Note() => Fixed.Length == 0 ? ""
        : Fixed.Length > MostFixes ? texts.Format("stress.act.noteMore", words.Share, Fixed.Length - MostFixes)
        : texts.Format("stress.act.note", words.Share);

    private int Held => result.HeldWithoutStress[(int)StressCriterion.Either];

    private string Opening => texts.Format("act.when.before", new ScenarioClock(result.Scenario.Start).Minute(result.Scenario.Testing.Window.Open.SinceStart));

    private static int Half(FactorLimits limits) => limits.Estimate(StressCriterion.Either, 0.5).Step;

    /// <summary>What holds no day without stress needs another staffing, not a fix here and there.</summary>
    private PlannedAction Staff() => new(
        texts["stress.act.staff"], texts["act.everywhere"], texts["act.by.planner"], texts["act.when.decide"], texts.Format("stress.act.staff.why", result.Effort.Days - Held, result.Effort.Days));

    private PlannedAction Fix(FragileSite site)
    {
        SiteFix fix = site.Fix!;
        StaffChange change = fix.Change!;
        return new PlannedAction(
            change.From >= 0 ? texts.Format("stress.act.move", words.Staff(change), SiteLayout.CodeOf(change.From)) : texts.Format("act.add", words.Staff(change)),
            SiteLayout.CodeOf(site.Site), texts["act.by.pool"], Opening,
            texts.Format(
                "stress.act.fix.why", fix.Cost > 0 ? texts.Format("stress.act.cost", TextSet.Count(fix.Cost)) : texts["stress.act.noCost"], texts.Wait(fix.WaitAfter),
                texts.Wait(fix.WaitBefore), fix.Cleared, fix.Tried) + words.ConfirmedWords(fix));
    }

    /// <summary>Where no staff that was tried suffices, fewer people must come.</summary>
    private PlannedAction Relieve(FragileSite site) => new(
        texts["stress.act.relieve"], SiteLayout.CodeOf(site.Site), texts["act.by.district"], texts["act.when.early"], words.Fix(site.Fix));

    private PlannedAction Watch(FactorLimits limits)
    {
        StressFactor factor = limits.Factor;
        int share = limits.Estimate(StressCriterion.Either, result.Goal.Share).Step;
        string half = words.UpTo(factor, Half(limits));
        string why = share < 0
            ? texts.Format("stress.act.watch.whyHalf", words.Graded(factor), half, words.Share)
            : texts.Format("stress.act.watch.why", words.Graded(factor), half, words.UpTo(factor, share), words.Share);
        return factor.Group switch
        {
            "outage" => new PlannedAction(texts["stress.act.outage"], texts["act.everywhere"], texts["act.by.sites"], Opening, why),
            "closures" => new PlannedAction(texts["stress.act.closures"], texts["act.everywhere"], texts["act.by.district"], texts["act.when.early"], why),
            _ => new PlannedAction(texts.Format("stress.act.watch", words.Name(factor), share < 0 ? half : words.UpTo(factor, share)), texts["act.everywhere"], texts["act.by.district"], texts["stress.act.when"], why),
        };
    }
}
