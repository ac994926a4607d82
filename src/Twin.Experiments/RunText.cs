using Twin.Experiments.Texts;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments;

/// <summary>The answer in a few lines of words.</summary>
public static class RunText
{
    /// <summary>So many sites that tested nobody are named.</summary>
    private const int MostNamed = 10;

    /// <summary>The answer for the console: was the target met, when was the last, where did it jam, how long did people wait, how busy were staff.</summary>
    /// <param name="record">The run; of a mass test.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>Lines without a line end; empty for another activity.</returns>
    public static IReadOnlyList<string> Answer(RunRecord record, string language)
    {
        ArgumentNullException.ThrowIfNull(record);
        TextSet texts = TextCatalogue.In(language);
        if (record.MassTest is not { } result)
        {
            return [];
        }

        List<string> lines = [Verdict(result, texts), .. Facts(record, result, Suppression.UntestedTable.Of(result), texts)];
        if (record.Replications.Count > 0)
        {
            lines.Insert(0, texts.Format("answer.firstRun", record.Replications.Count));
            lines.Add(texts.Format("answer.allRuns", record.Replications.Count));
            lines.Add(Confidence(record, new ScenarioClock(record.Scenario.Start), texts));
        }

        return lines;
    }

    /// <summary>What belongs to the answer besides whether the target was met.</summary>
    internal static IReadOnlyList<string> Facts(RunRecord record, MassTestResult result, Suppression.UntestedTable untested, TextSet texts)
    {
        ScenarioClock clock = new(record.Scenario.Start);
        List<string> lines =
        [
            LastTest(result, clock, texts),
            Untested(result, untested, texts),
            Jam(result, record, texts),
            .. ServedNobody(result, texts),
            Wait(result, texts),
            Staff(result, texts),
            Lab(result, texts),
            .. Clocks(result, clock, texts),
        ];
        if (record.Guideline is { } guideline)
        {
            lines.Add(Guideline(guideline, clock, texts));
        }

        return lines;
    }

    /// <summary>Whether the target time was met.</summary>
    internal static string Verdict(MassTestResult result, TextSet texts)
    {
        string key = (MassTestMeasures.TargetMet(result), result.Targets.Share >= 1) switch
        {
            (true, true) => "answer.all",
            (false, true) => "answer.notAll",
            (true, false) => "answer.share",
            (false, false) => "answer.notShare",
        };
        return texts.Format(
            key, TextSet.Count(result.TestedAtTarget), TextSet.Count(result.Residents), TextSet.Count(result.ExpectedOnSite),
            TextSet.Count(result.ExpectedOnSite - result.TestedAtTarget), texts.Percent(Ratio(result.TestedAtTarget, result.Residents)),
            TargetWords.Time(result.Targets, texts), TargetWords.Share(result.Targets.Share, texts));
    }

    /// <summary>When the last swab ended: a clock time, or "after …" where people were still being served when the run ended; null if there was none.</summary>
    internal static string? WhenLast(MassTestResult result, ScenarioClock clock, TextSet texts) => result switch
    {
        { IsCutOff: true } => texts.Format("value.after", clock.Second(result.Horizon)),
        { LastTest: < 0 } => null,
        _ => clock.Second(result.LastTest),
    };

    private static string LastTest(MassTestResult result, ScenarioClock clock, TextSet texts)
    {
        string t98 = texts.Gap + (result.T98 < 0 ? texts["answer.noT98"] : texts.Format("answer.t98", clock.Second(result.T98)));
        return result switch
        {
            { IsCutOff: true } => texts.Format("answer.cutOff", clock.Second(result.Horizon), TextSet.Count(result.StillThere), TextSet.Count(result.Tested)) + t98,
            { LastTest: < 0 } => texts["answer.noTest"],
            _ => texts.Format(
                "answer.lastTest", clock.Second(result.LastTest), texts.Duration((result.LastTest - result.Open) / 1000.0), TextSet.Count(result.Tested)) + t98,
        };
    }

    /// <summary>When the chain of the notice had done its work and the sites were ready: a sentence of what there was, none where there was neither.</summary>
    private static IEnumerable<string> Clocks(MassTestResult result, ScenarioClock clock, TextSet texts) => (result.RolesAssigned >= 0, result.SitesReady >= 0) switch
    {
        (true, true) => [texts.Format("answer.clocks", clock.Second(result.RolesAssigned), clock.Second(result.SitesReady))],
        (true, false) => [texts.Format("answer.clock.roles", clock.Second(result.RolesAssigned))],
        (false, true) => [texts.Format("answer.clock.sites", clock.Second(result.SitesReady))],
        _ => [],
    };

    private static string Untested(MassTestResult result, Suppression.UntestedTable untested, TextSet texts)
    {
        string[] parts = [.. untested.District.Untested
            .Select((count, reason) => (Count: count, Name: texts[$"reason.{Tables.UntestedReasons.Keys[reason]}"]))
            .Where(part => part.Count != 0)
            .OrderByDescending(part => part.Count)
            .Select(part => part.Count is { } count ? texts.Format("answer.part", TextSet.Count(count), part.Name) : texts.Format("answer.partHidden", part.Name))];
        return parts.Length == 0
            ? texts["answer.noneUntested"]
            : texts.Format("answer.untested", TextSet.Count(result.Residents - result.Tested), string.Join(texts["comma"], parts));
    }

    private static string Jam(MassTestResult result, RunRecord record, TextSet texts)
    {
        int red = result.Sites.Count(site => JamTiers.WorstOf(site) == JamTier.Red);
        int amber = result.Sites.Count(site => JamTiers.WorstOf(site) == JamTier.Amber);
        int closed = result.Sites.Count(site => JamTiers.WorstOf(site) == JamTier.NeverOpened);
        string opened = closed == 0 ? "" : texts.Format("answer.neverOpened", closed);
        if (red + amber == 0)
        {
            return texts.Format("answer.noJam", result.Sites.Count, texts.Duration(record.Scenario.Testing.Sites.Amber.Milliseconds / 1000.0)) + opened;
        }

        SiteResult worst = SiteDiagnosis.Worst(result, result.Sites.Count).First(site => site.Opened >= 0);
        return texts.Format(
            "answer.jam", red, amber, result.Sites.Count, worst.Code, worst.Community, texts.Duration((worst.AmberMinutes + worst.RedMinutes) * 60.0), TextSet.Count(worst.QueueMax)) + opened;
    }

    private static string Wait(MassTestResult result, TextSet texts)
    {
        (TestTargets targets, WaitHistogram wait) = (result.Targets, result.TotalWait);
        return wait is not { MeanSeconds: { } mean, MaximumSeconds: { } most } || wait.Quantile(targets.WaitQuantile) is not { } judged ? texts["answer.noWait"] : texts.Format(
            "answer.wait", texts.Duration(mean), texts.Duration(judged), texts.Duration(most),
            texts.Format(judged <= targets.WaitSeconds ? "answer.targetMet" : "answer.targetMissed", TargetWords.Wait(targets, texts)), TargetWords.Quantile(targets, texts));
    }

    private static string Staff(MassTestResult result, TextSet texts) => texts.Format(
        "answer.staff",
        TextSet.Count(result.Sites.Sum(site => site.Samplers)), TextSet.Count(result.Sites.Sum(site => site.SamplersAbsent)),
        Busy(result.Sites.Sum(site => site.SamplerBusy), result.Sites.Sum(site => site.SamplerDuty), texts),
        TextSet.Count(result.Sites.Sum(site => site.Desks)), TextSet.Count(result.Sites.Sum(site => site.DesksAbsent)),
        Busy(result.Sites.Sum(site => site.DeskBusy), result.Sites.Sum(site => site.DeskDuty), texts));

    private static IEnumerable<string> ServedNobody(MassTestResult result, TextSet texts)
    {
        SiteResult[] sites = [.. result.Sites.Where(site => site.ServedNobody)];
        if (sites.Length > 0)
        {
            yield return texts.Format(
                "answer.servedNobody", sites.Length, result.Sites.Count, string.Join(texts["comma"], sites.Take(MostNamed).Select(site => site.Code)) + (sites.Length > MostNamed ? " …" : ""));
        }
    }

    /// <summary>Busy time of the time on duty; a dash where nobody was on duty.</summary>
    private static string Busy(long busy, long duty, TextSet texts) => duty == 0 ? texts["none"] : texts.Percent((double)busy / duty);

    private static string Lab(MassTestResult result, TextSet texts)
    {
        long tubes = result.Sites.Sum(site => site.Tubes);
        return texts.Format("answer.lab", TextSet.Count(tubes), TextSet.Count(Laboratory.TubesPerDay), texts.Amount(Laboratory.Days(tubes), 1));
    }

    private static string Guideline(MassTestResult result, ScenarioClock clock, TextSet texts)
    {
        string samplers = TextSet.Count(result.Sites.Sum(site => site.Samplers));
        string desks = TextSet.Count(result.Sites.Sum(site => site.Desks));
        return result.LastTest < 0
            ? texts.Format("answer.guideline.none", samplers, desks)
            : texts.Format(
                "answer.guideline", samplers, desks, TextSet.Count(result.TestedAtTarget), texts.Percent(Ratio(result.TestedAtTarget, result.Residents)), clock.Second(result.LastTest),
                TargetWords.Time(result.Targets, texts));
    }

    /// <summary>How sure the answer is, by the replications.</summary>
    internal static string Confidence(RunRecord record, ScenarioClock clock, TextSet texts)
    {
        ReplicationSummary summary = ReplicationSummary.Of(record.Replications, record.Confidence);
        ReplicatedMeasure last = summary.Measures.Single(measure => measure.Measure.Key == "lastTest");
        ReplicatedMeasure wait = summary.Measures.Single(measure => measure.Measure.Key == "wait.p90");
        string Interval(ReplicatedMeasure measure) => IntervalText.Of(measure.Interval, value => texts.Value(measure.Measure.Unit, value, clock), texts);
        string level = texts.Level(record.Confidence);
        string interval = summary.Count < Statistics.ReplicationRule.Fewest
            ? texts.Format("fan.warn.few", summary.Count, Statistics.ReplicationRule.Fewest)
            : texts.Format("fan.answer", Interval(last), Interval(wait), level);
        string target = TargetWords.InTime(TestTargets.Of(record.Scenario), texts);
        string atLeast = texts.Percent(summary.TargetMetAtLeast);
        if (last is { Defined: > 0, Censored: 0 })
        {
            return texts.Format(
                summary.TargetMet == 0 ? "answer.noConfidence" : "answer.confidence", summary.Count, summary.TargetMet, atLeast,
                texts.Value(MeasureUnit.Moment, last.Minimum, clock), texts.Value(MeasureUnit.Moment, last.Maximum, clock), level, target) + texts.Gap + interval;
        }

        string end = last.After is { } after
            ? texts.Format("answer.days.cutOff", last.Censored, summary.Count, texts.Value(MeasureUnit.Moment, after, clock))
            : texts.Format("answer.days.nobody", summary.Count);
        return texts.Format("answer.days", summary.Count, summary.TargetMet, atLeast, level, target) + texts.Gap + end + texts.Gap + interval;
    }

    private static double Ratio(long part, long whole) => whole == 0 ? 0 : (double)part / whole;
}
