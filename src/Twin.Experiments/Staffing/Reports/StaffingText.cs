using System.Globalization;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>What a search came to, in sentences.</summary>
public static class StaffingText
{
    /// <summary>The answer, a sentence or two a line.</summary>
    /// <param name="result">The result.</param>
    /// <param name="language">en or zh.</param>
    public static IReadOnlyList<string> Answer(StaffingResult result, string language)
    {
        ArgumentNullException.ThrowIfNull(result);
        TextSet texts = TextCatalogue.In(language);
        return [Goal(result, texts), .. Main(result, texts), .. Comparisons(result, texts), .. Around(result, texts), .. Notes(result, texts)];
    }

    /// <summary>What was asked for.</summary>
    internal static string Goal(StaffingResult result, TextSet texts) => texts.Format(
        "staff.goal", Clock(result, Deadline(result)), texts.Percent(result.Goal.Confidence), texts.Duration(result.Goal.WaitTargetSeconds),
        Money(result.Goal.Costs.Sampler), Money(result.Goal.Costs.Desk), TargetWords.Quantile(Twin.Model.Testing.TestTargets.Of(result.Scenario), texts));

    /// <summary>The staffing and how sure it is, or what stands in the way.</summary>
    internal static IEnumerable<string> Main(StaffingResult result, TextSet texts)
    {
        if (result.Best is { } best)
        {
            double level = StaffFamily.Level(result.Goal, result.Effort);
            yield return texts.Format("staff.answer", TextSet.Count(best.Plan.TotalSamplers), TextSet.Count(best.Plan.TotalDesks), Money(best.Cost), texts.Duration(result.WindowHours * 3600));
            if (best.Plan.HasShifts)
            {
                yield return Shifts(result, best.Plan, texts);
            }

            foreach (string line in HelperText.Lines(result, texts))
            {
                yield return line;
            }

            yield return texts.Format(
                result.Confirmed ? "staff.confirmed" : "staff.unconfirmed", best.Days.Count, best.WaitHolds, best.InTime, texts.Percent(result.Goal.Assurance), result.Effort.Attempts,
                texts.Percent(Down(best.WaitAtLeast(level))), texts.Percent(Down(best.InTimeAtLeast(level))));
            yield break;
        }

        StaffMeasured most = result.Most!;
        yield return texts.Format("staff.impossible", TextSet.Count(most.Plan.TotalSamplers), TextSet.Count(most.Plan.TotalDesks), most.WaitHolds, most.Days.Count, most.InTime);
        double wait = Median(most.Days.Select(day => day.WorstWait));
        double time = Median(most.Days.Select(day => day.T98 < 0 ? double.PositiveInfinity : day.T98));
        if (result.Goal.NeedsWait && most.WaitHolds < result.Goal.Confidence * most.Days.Count)
        {
            yield return texts.Format("staff.binds.wait", texts.Wait(wait), texts.Duration(result.Goal.WaitTargetSeconds));
        }

        if (result.Goal.NeedsTime && most.InTime < result.Goal.Confidence * most.Days.Count)
        {
            yield return double.IsFinite(time) ? texts.Format("staff.binds.time", Clock(result, (long)time), Clock(result, Deadline(result))) : texts["staff.binds.never"];
        }
    }

    /// <summary>The staffings that it is compared with.</summary>
    internal static IEnumerable<string> Comparisons(StaffingResult result, TextSet texts)
    {
        if (result.Best is not { } best)
        {
            yield break;
        }

        foreach ((string key, StaffComparison? other) in new[] { ("staff.uniform", result.Uniform), ("staff.uniformShifted", result.UniformShifted), ("staff.greedy", result.Greedy) })
        {
            if (other is not null)
            {
                StaffPlan plan = other.Measured.Plan;
                yield return texts.Format(key, Money(other.Measured.Cost), TextSet.Count(plan.TotalSamplers), TextSet.Count(plan.TotalDesks), Cheaper(best.Cost, other.Measured.Cost, texts), other.Measured.Days.Count, other.Measured.BothHold);
            }
        }

        if (result.Bound > 0 && result.Uniform is { } even)
        {
            yield return texts.Format(
                "staff.boundShare", Money(result.Bound), Signed(1 - (result.Bound / even.Measured.Cost), texts),
                result.UniformShifted is { } shifted ? texts.Format("staff.boundShare.shifted", Signed(1 - (result.Bound / shifted.Measured.Cost), texts)) : "");
        }

        if (result.Uniform is { } uniform && result.Confirmed)
        {
            yield return texts[uniform.Confirmed && result.UniformShifted is not { Confirmed: false } ? "staff.equal" : "staff.otherUnconfirmed"];
        }
    }

    /// <summary>How many stay, and when the others go home.</summary>
    private static string Shifts(StaffingResult result, StaffPlan plan, TextSet texts)
    {
        IEnumerable<string> ends = plan.Sites.Where(site => site.Shift is not null).GroupBy(site => site.Shift!.End).OrderBy(group => group.Key)
            .Select(group => texts.Format("staff.shifts.end", Clock(result, group.Key), TextSet.Count(group.Count())));
        return texts.Format(
            "staff.shifts", TextSet.Count(plan.Sites.Sum(site => site.SamplersToClose)), TextSet.Count(plan.Sites.Sum(site => site.DesksToClose)), string.Join(texts["comma"], ends));
    }

    /// <summary>What each constraint costs, and what slots buy.</summary>
    internal static IEnumerable<string> Around(StaffingResult result, TextSet texts)
    {
        foreach (Relaxation relaxation in result.Relaxations)
        {
            if (relaxation.Measured is not { } measured)
            {
                yield return texts.Format("staff.relaxed.none", texts[$"staff.relaxed.{relaxation.Key}"]);
                continue;
            }

            bool slots = relaxation.Key == "slots";
            bool without = slots && result.Scenario.Testing.Slots.Enabled;
            string key = slots ? without ? "staff.slots.without" : "staff.slots.with" : $"staff.without.{relaxation.Key}";
            double saved = without ? measured.Cost - relaxation.Reference : relaxation.Reference - measured.Cost;
            yield return Math.Round(saved) == 0 ? texts.Format(key + ".same", Money(measured.Cost)) : texts.Format(key, Money(measured.Cost), Money(saved));
        }

        if (result.Relaxations.Count > 0)
        {
            yield return texts.Format("staff.relaxed.note", Money(result.Relaxations[0].Reference), texts.Percent(1 - result.Goal.Confidence));
        }
    }

    /// <summary>Costs' grade, what was cut, what is left out, how much was simulated.</summary>
    internal static IEnumerable<string> Notes(StaffingResult result, TextSet texts)
    {
        if (result.Cut.Count > 0)
        {
            yield return texts.Format("staff.cut", string.Join(texts["comma"], result.Cut));
        }

        if (result.LeftOut.Count > 0)
        {
            yield return texts.Format("staff.leftOut", string.Join(texts["comma"], result.LeftOut));
        }

        yield return texts["staff.gradeE"] + texts.Gap + texts.Format("staff.days", TextSet.Count(result.DaysSimulated));
    }

    /// <summary>When 98 % must be tested, ms since the start.</summary>
    internal static long Deadline(StaffingResult result) => result.Scenario.Testing.Window.Open.SinceStart + result.Goal.ByMilliseconds;

    /// <summary>A cost: whole numbers from 100 on.</summary>
    internal static string Money(double cost) => Math.Abs(cost) >= 100 ? TextSet.Count(cost) : cost.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Clock(StaffingResult result, long sinceStart) => new ScenarioClock(result.Scenario.Start).Minute(sinceStart);

    /// <summary>A bound, rounded down to the tenth of a percent, so that what is said holds.</summary>
    private static double Down(double share) => Math.Floor(share * 1000) / 1000;

    /// <summary>How much cheaper a staffing is than another, in words: never "0.0 % cheaper".</summary>
    internal static string Cheaper(double cost, double other, TextSet texts) => Math.Round(cost) == Math.Round(other) ? texts["staff.asDear"]
        : cost < other ? texts.Format("staff.cheaper", texts.Percent(1 - (cost / other)))
        : texts.Format("staff.dearer", texts.Percent((cost / other) - 1));

    private static string Signed(double share, TextSet texts) => share < 0 ? "−" + texts.Percent(-share) : texts.Percent(share);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
