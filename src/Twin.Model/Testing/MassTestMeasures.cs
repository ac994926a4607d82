using Twin.Model.Results;

namespace Twin.Model.Testing;

/// <summary>The figures that a mass test is judged by, district level.</summary>
public static class MassTestMeasures
{
    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<Measure<MassTestResult>> All { get; } =
    [
        new("tested", "People tested", "已检测人数", MeasureUnit.Count, BetterDirection.Higher, r => r.Tested),
        new("coverageAtTarget", "Coverage of all residents at the target time", "目标时刻覆盖率（占全体居民）", MeasureUnit.Share, BetterDirection.Higher, r => Share(r.TestedAtTarget, r.Residents)),
        new("t98", "98 % of those expected tested", "应到人员检测达 98%", MeasureUnit.Moment, BetterDirection.Lower, T98),
        new("lastTest", "Last test", "最后一人采样完成", MeasureUnit.Moment, BetterDirection.Lower, LastTest),
        new("untestedTotal", "Residents untested", "未检测居民", MeasureUnit.Count, BetterDirection.Lower, r => r.Untested.Sum()),
        new("wait.mean", "Wait, mean", "平均等候", MeasureUnit.Seconds, BetterDirection.Lower, r => r.TotalWait.MeanSeconds),
        new("wait.p50", "Wait, median", "等候中位数", MeasureUnit.Seconds, BetterDirection.Lower, r => r.TotalWait.Quantile(0.5)),
        new("wait.p90", "Wait, 90 % at most", "90% 的人等候不超过", MeasureUnit.Seconds, BetterDirection.Lower, r => r.TotalWait.Quantile(0.9)),
        new("wait.p95", "Wait, 95 % at most", "95% 的人等候不超过", MeasureUnit.Seconds, BetterDirection.Lower, r => r.TotalWait.Quantile(0.95)),
        new("wait.p99", "Wait, 99 % at most", "99% 的人等候不超过", MeasureUnit.Seconds, BetterDirection.Lower, r => r.TotalWait.Quantile(0.99)),
        new("wait.max", "Wait, longest", "最长等候", MeasureUnit.Seconds, BetterDirection.Lower, r => r.TotalWait.MaximumSeconds),
        new("sites.waitAtTarget.worst", "Wait at the worst site, at the target's quantile", "最差点位的等候（目标分位数）", MeasureUnit.Seconds, BetterDirection.Lower, r => r.Sites.Max(site => site.WaitAtTarget)),
        new("balked", "Times that somebody turned away at a full queue", "因排队过长而离开的人次", MeasureUnit.Count, BetterDirection.Lower, r => r.Balked),
        new("jam.amberMinutes", "Site-minutes in the amber tier", "黄色拥堵点位·分钟", MeasureUnit.SiteMinutes, BetterDirection.Lower, r => r.Sites.Sum(site => site.AmberMinutes)),
        new("jam.redMinutes", "Site-minutes in the red tier", "红色拥堵点位·分钟", MeasureUnit.SiteMinutes, BetterDirection.Lower, r => r.Sites.Sum(site => site.RedMinutes)),
        new("staff.samplers.utilisation", "Samplers busy", "采样人员忙碌率", MeasureUnit.Share, BetterDirection.Neutral, r => Share(r.Sites.Sum(site => site.SamplerBusy), r.Sites.Sum(site => site.SamplerDuty))),
        new("staff.desks.utilisation", "Registration desks busy", "登记台忙碌率", MeasureUnit.Share, BetterDirection.Neutral, r => Share(r.Sites.Sum(site => site.DeskBusy), r.Sites.Sum(site => site.DeskDuty))),
        new("staff.hours", "Staff-hours on duty", "在岗工时", MeasureUnit.Hours, BetterDirection.Lower, r => r.Sites.Sum(site => site.SamplerDuty + site.DeskDuty) / 3_600_000.0),
        new("tubes", "Tubes", "采样管数", MeasureUnit.Count, BetterDirection.Neutral, r => r.Sites.Sum(site => site.Tubes)),
    ];

    /// <summary>Keys that measures had while the target was five hours and 90 %, with their keys now: read, with a word, where a user types one.</summary>
    public static IReadOnlyDictionary<string, string> Renamed { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["coverageAt5h"] = "coverageAtTarget",
        ["sites.waitP90.worst"] = "sites.waitAtTarget.worst",
    };

    /// <summary>Whether the target time was met: by then the target's share of those expected on site was tested.</summary>
    /// <param name="result">The result.</param>
    public static bool TargetMet(MassTestResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.TestedAtTarget >= result.Targets.Needed(result.ExpectedOnSite);
    }

    private static double? Share(long part, long whole) => whole == 0 ? null : (double)part / whole;

    /// <summary>Censored where the run ended before; no moment where nobody was expected.</summary>
    private static MeasureValue T98(MassTestResult result) =>
        result.ExpectedOnSite == 0 ? MeasureValue.Undefined : result.T98 < 0 ? MeasureValue.Beyond(result.Horizon / 1000.0) : result.T98 / 1000.0;

    /// <summary>Censored where people were still waiting or being served when the run ended; no moment where nobody was tested, and nobody was going to be.</summary>
    private static MeasureValue LastTest(MassTestResult result) =>
        result.IsCutOff ? MeasureValue.Beyond(result.Horizon / 1000.0) : result.LastTest < 0 ? MeasureValue.Undefined : result.LastTest / 1000.0;
}
