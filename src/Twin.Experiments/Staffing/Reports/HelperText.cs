using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Experiments.Staffing.Helping;
using Twin.Experiments.Statistics;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Staffing.Reports;

/// <summary>The helpers of a staffing, in sentences and for programs.</summary>
internal static class HelperText
{
    private const double LeastMinutes = 0.1;
    private const double LeastPeople = 0.5;

    /// <summary>What of a command line sets the helpers, after a space; empty if the scenario's own number is kept.</summary>
    /// <param name="result">The result.</param>
    public static string Setting(StaffingResult result) => result.Helpers is { } helpers && helpers.PerGroup != helpers.Given
        ? string.Create(CultureInfo.InvariantCulture, $" --set testing.notice.helpers={helpers.PerGroup}")
        : "";

    /// <summary>How many, what they cost, and what one less or more would do.</summary>
    /// <param name="result">The result, with a staffing.</param>
    /// <param name="texts">The language.</param>
    public static IEnumerable<string> Lines(StaffingResult result, TextSet texts)
    {
        if (result.Helpers is not { } helpers || helpers.Of(helpers.PerGroup) is not { } chosen)
        {
            yield break;
        }

        yield return texts.Format(
            "staff.helpers", helpers.PerGroup, TextSet.Count(helpers.Groups), TextSet.Count(helpers.Total), StaffingText.Money(helpers.Cost), texts.Duration(helpers.Hours * 3600), StaffingText.Money(result.TotalCost));
        if (helpers.GaveUp)
        {
            int open = helpers.Trials.Count(trial => trial.Verdict == SequentialVerdict.Open);
            yield return texts.Format("staff.helpers.gaveUp", helpers.Given, texts.Percent(result.Goal.Confidence), helpers.Trials.Count, open, helpers.Trials.Max(trial => trial.Days.Count));
        }
        else if (helpers.Trials.Where(trial => trial.PerGroup < helpers.PerGroup && trial is { Verdict: SequentialVerdict.Open, StaffCost: null }).ToArray() is { Length: > 0 } open)
        {
            yield return texts.Format("staff.helpers.openTrials", string.Join(texts["comma"], open.Select(trial => texts.Format("staff.helpers.openTrial", trial.PerGroup, trial.InTime, trial.Days.Count))));
        }

        if (helpers.Of(helpers.PerGroup - 1) is { } less)
        {
            yield return texts.Format(
                "staff.helpers.less", less.PerGroup, less.InTime, less.Days.Count, Later(less.LaterThan(chosen), texts), Shown(less.MoreUntestedThan(chosen), 0, texts));
        }

        if (helpers.Of(helpers.PerGroup + 1) is not { } more)
        {
            yield break;
        }

        if (more.LaterThan(chosen) is { } later && Within(later, LeastMinutes) && Within(more.MoreUntestedThan(chosen), LeastPeople))
        {
            yield return texts.Format("staff.helpers.same", more.PerGroup, StaffingText.Money(helpers.CostOf(more.PerGroup) - helpers.Cost));
        }
        else
        {
            yield return texts.Format(
                "staff.helpers.more", more.PerGroup, Later(more.LaterThan(chosen), texts), Shown(more.MoreUntestedThan(chosen), 0, texts),
                chosen.StaffCost - more.StaffCost is { } saved ? Number(saved, 0) : texts["none"], StaffingText.Money(helpers.CostOf(more.PerGroup) - helpers.Cost));
        }
    }

    /// <summary>For programs; null without helpers.</summary>
    /// <param name="helpers">The helpers.</param>
    public static JsonObject? Json(HelperPlan? helpers)
    {
        if (helpers is null)
        {
            return null;
        }

        HelperTrial? chosen = helpers.Of(helpers.PerGroup);
        return new JsonObject
        {
            ["perGroup"] = helpers.PerGroup,
            ["given"] = helpers.Given,
            ["groups"] = helpers.Groups,
            ["hours"] = helpers.Hours,
            ["cost"] = helpers.Cost,
            ["gaveUp"] = helpers.GaveUp,
            ["trials"] = new JsonArray([.. helpers.Trials.Select(trial => (JsonNode)new JsonObject
            {
                ["perGroup"] = trial.PerGroup,
                ["days"] = trial.Days.Count,
                ["inTime"] = trial.InTime,
                ["verdict"] = trial.Verdict.ToString().ToLowerInvariant(),
                ["staffCost"] = trial.StaffCost,
                ["laterMinutes"] = Json(chosen is null ? null : trial.LaterThan(chosen)),
                ["moreUntested"] = Json(chosen is null ? null : trial.MoreUntestedThan(chosen)),
            })]),
        };
    }

    /// <summary>Whether the difference is less, by its interval, or on every day.</summary>
    private static bool Within(PairedDifference difference, double least) => difference.Interval.Basis == IntervalBasis.AllEqual
        ? Math.Abs(difference.Mean) < least
        : difference is { Low: { } low, High: { } high } && Math.Abs(low) < least && Math.Abs(high) < least;

    private static JsonObject? Json(PairedDifference? difference) => difference is null
        ? null
        : new JsonObject { ["mean"] = difference.Mean, ["low"] = difference.Low, ["high"] = difference.High };

    private static string Later(PairedDifference? later, TextSet texts) => later is null ? texts["staff.helpers.never"] : texts.Format("staff.helpers.minutes", Shown(later, 1, texts));

    private static string Shown(PairedDifference difference, int decimals, TextSet texts) => difference is { Low: { } low, High: { } high }
        ? texts.Format("staff.helpers.interval", Number(difference.Mean, decimals), Number(low, decimals), Number(high, decimals))
        : Number(difference.Mean, decimals);

    private static string Number(double value, int decimals)
    {
        string size = decimals == 0 ? TextSet.Count(Math.Abs(value)) : TextSet.Number(Math.Abs(value), decimals);
        return value < 0 && size.Any(digit => digit is > '0' and <= '9') ? "−" + size : size;
    }
}
