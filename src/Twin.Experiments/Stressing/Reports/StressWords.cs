using System.Globalization;
using Twin.Experiments.Reports;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>Factors, values, limits and fixes in words.</summary>
/// <param name="result">The result.</param>
/// <param name="texts">The language.</param>
internal sealed class StressWords(StressResult result, TextSet texts)
{
    private readonly ScenarioClock _clock = new(result.Scenario.Start);

    /// <summary>The line: when 98 % are to be tested.</summary>
    public string Deadline => _clock.Minute(result.Scenario.Testing.Window.Open.SinceStart + result.Goal.ByMilliseconds);

    /// <summary>The wait target.</summary>
    public string WaitTarget => texts.Duration(result.Goal.WaitTargetSeconds);

    /// <summary>The share of a site's people whose wait is judged.</summary>
    public string Quantile => TargetWords.Quantile(TestTargets.Of(result.Scenario), texts);

    /// <summary>The share of days asked for.</summary>
    public string Share => texts.Percent(result.Goal.Share);

    /// <summary>A factor's name.</summary>
    public string Name(StressFactor factor) => factor.At is { } at
        ? texts.Format("stress.factor.outage", _clock.Minute(at))
        : texts[$"stress.factor.{factor.Key}"];

    /// <summary>A factor's name with its grade, if it is an estimate.</summary>
    public string Graded(StressFactor factor) => factor.Grade == "E" ? $"{Name(factor)} (E)" : Name(factor);

    /// <summary>A group's name.</summary>
    public string Group(string group) => texts[$"stress.group.{group}"];

    /// <summary>A value with its unit.</summary>
    public string Value(StressFactor factor, double value) => factor.Unit switch
    {
        StressUnit.Share => texts.Percent(value),
        StressUnit.Sites when Math.Round(value) == 1 => texts.Format("stress.value.Site", 1),
        _ => texts.Format($"stress.value.{factor.Unit}", value.ToString(factor.Unit == StressUnit.Hours ? "0.0#" : "0.#", CultureInfo.InvariantCulture)),
    };

    /// <summary>A step as a limit.</summary>
    public string Limit(StressFactor factor, int step) => step < 0 ? texts["stress.limit.broken"]
        : step == factor.Steps ? texts.Format("stress.limit.neverShort", Value(factor, factor.Furthest))
        : Value(factor, factor.ValueAt(step));

    /// <summary>A limit within a sentence that says up to what; not below 0.</summary>
    public string UpTo(StressFactor factor, int step) => step == factor.Steps ? texts.Format("stress.limit.never", Value(factor, factor.Furthest)) : Limit(factor, step);

    /// <summary>How far it holds, in a sentence.</summary>
    public string Holds(StressFactor factor, int step) => step < 0 ? texts["stress.limit.notAtAll"] : texts.Format("stress.limit.upTo", UpTo(factor, step));

    /// <summary>A limit's interval; empty without one.</summary>
    public string Interval(StressFactor factor, LimitEstimate limit) => limit.HasInterval && (limit.Low is not null || limit.High is not null)
        ? texts.Format("stress.interval", End(factor, limit.Low), End(factor, limit.High))
        : "";

    /// <summary>A limit with its interval, for a table; without it if both ends are the limit.</summary>
    public string Cell(StressFactor factor, LimitEstimate limit) => Limit(factor, limit.Step)
        + (limit.HasInterval && (limit.Low != limit.Step || limit.High != limit.Step) ? $" [{End(factor, limit.Low)}; {End(factor, limit.High)}]" : "");

    /// <summary>Which criterion goes first, on half of the days.</summary>
    public string Beyond(FactorLimits limits) => First(limits) == StressCriterion.Time
        ? texts.Format("stress.beyond.Time", Deadline)
        : texts.Format("stress.beyond.Wait", WaitTarget, Quantile);

    /// <summary>Some staff.</summary>
    public string Staff(StaffChange change) => StaffWords.Of(change.Samplers, change.Desks, texts);

    /// <summary>A site's fix, or that there is none.</summary>
    public string Fix(SiteFix? fix) => fix is null ? texts["stress.fix.unneeded"]
        : fix.Change is not { } change ? texts.Format("stress.fix.none", Staff(fix.Best!), texts.Wait(fix.WaitAfter))
        : change.From >= 0 ? texts.Format("stress.fix.from", Staff(change), SiteLayout.CodeOf(change.From))
        : texts.Format("stress.fix.more", Staff(change), TextSet.Count(fix.Cost));

    /// <summary>A site's fix and what it does.</summary>
    public string FixWithEffect(SiteFix? fix) => fix?.Change is null ? Fix(fix)
        : texts.Format("stress.fix.effect", Fix(fix), texts.Wait(fix.WaitAfter), texts.Wait(fix.WaitBefore), fix.Cleared, fix.Tried)
            + ConfirmedWords(fix);

    /// <summary>What all fixes together do for a fixed site, after a semicolon; empty if that was not tried.</summary>
    public string ConfirmedWords(SiteFix fix) => fix.Confirmation is { } confirmation
        ? texts.Format(confirmation.Confirms(result.Goal.Share) ? "stress.fix.confirmed" : "stress.fix.unconfirmed", confirmation.HeldAfter, confirmation.HeldBefore, confirmation.Days,
            confirmation.Gain.Gained, confirmation.Gain.Lost)
        : "";

    /// <summary>Days on which a fixed site holds, before and after.</summary>
    public string Confirmed(SiteFix? fix) => fix?.Confirmation is { } found ? $"{found.HeldBefore} → {found.HeldAfter} / {found.Days}" : texts["none"];

    /// <summary>The criterion with the lower limit on half of the days; the wait if they are equal.</summary>
    public static StressCriterion First(FactorLimits limits) =>
        limits.Estimate(StressCriterion.Time, 0.5).Step < limits.Estimate(StressCriterion.Wait, 0.5).Step ? StressCriterion.Time : StressCriterion.Wait;

    private string End(StressFactor factor, int? step) => step is { } known ? Limit(factor, known) : texts["stress.limit.open"];
}
