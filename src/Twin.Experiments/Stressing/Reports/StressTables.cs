using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Tables;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>The tables of a stress test. A limit is the last value that holds; an empty cell is broken at the scenario's own value, or no such end.</summary>
internal static class StressTables
{
    private static readonly StressCriterion[] Criteria = Enum.GetValues<StressCriterion>();

    /// <summary>limits.csv: a row for each factor and criterion.</summary>
    public static CsvTable Limits(StressResult result)
    {
        CsvTable table = new(
            "factor", "group", "grade", "unit", "criterion", "own", "plausible_end", "furthest", "days", "broken_at_own_days", "never_broken_days", "hold_at_plausible_days",
            "half_limit", "half_low", "half_high", "share", "share_limit", "share_low", "share_high", "not_monotone_days", "half_plausible_share");
        foreach (FactorLimits limits in result.Limits)
        {
            StressFactor factor = limits.Factor;
            foreach (StressCriterion criterion in Criteria)
            {
                LimitEstimate half = limits.Estimate(criterion, 0.5);
                LimitEstimate share = limits.Estimate(criterion, result.Goal.Share);
                table.Add(
                    factor.Key, factor.Group, factor.Grade, Unit(factor), Word(criterion), factor.Own, factor.Plausible, factor.Furthest, limits.Days, limits.BrokenAtOwn(criterion),
                    limits.NeverBroken(criterion), limits.HoldAtPlausible(criterion), Value(factor, half.Step), Value(factor, half.Low), Value(factor, half.High), share.Share,
                    Value(factor, share.Step), Value(factor, share.Low), Value(factor, share.High), limits.NotMonotone(criterion), half.Step < 0 ? null : factor.PlausibleShare(half.Step));
            }
        }

        return table;
    }

    /// <summary>days.csv: a row for each factor and day.</summary>
    public static CsvTable Days(StressResult result)
    {
        CsvTable table = new("factor", "unit", "day", "seed", "wait_limit", "wait_never_broken", "time_limit", "time_never_broken", "monotone");
        foreach (FactorLimits limits in result.Limits)
        {
            for (int day = 0; day < limits.Days; day++)
            {
                int wait = limits.Limits(StressCriterion.Wait)[day];
                int time = limits.Limits(StressCriterion.Time)[day];
                table.Add(
                    limits.Factor.Key, Unit(limits.Factor), day, result.Seeds[day], Value(limits.Factor, wait), wait == limits.Factor.Steps, Value(limits.Factor, time),
                    time == limits.Factor.Steps, limits.Monotone(StressCriterion.Either, day));
            }
        }

        return table;
    }

    /// <summary>pairs.csv: a row for each pair and day.</summary>
    public static CsvTable Pairs(StressResult result)
    {
        CsvTable table = new("first", "second", "interaction", "median_fraction", "day", "held_fraction", "broken_fraction", "fraction");
        foreach (PairLimits pair in result.Pairs)
        {
            foreach (PairFraction day in pair.Fractions)
            {
                table.Add(pair.First.Key, pair.Second.Key, Camel(pair.Interaction.ToString()), pair.Point, day.Day, day.Held, day.Broken, day.Fraction);
            }
        }

        return table;
    }

    /// <summary>sites.csv: a row for each fragile site.</summary>
    public static CsvTable Sites(StressResult result)
    {
        CsvTable table = new(
            "site", "points", "cases", "all_cases", "mostly", "home_residents", "samplers", "desks", "fix_samplers", "fix_desks", "fix_from", "fix_cost", "fix_suffices",
            "tried_cases", "cleared_cases", "wait_before_s", "wait_after_s", "fix_factor", "days", "held_before_days", "held_after_days", "confirmed");
        foreach (FragileSite site in result.Sites)
        {
            SiteFix? fix = site.Fix;
            StaffChange? change = fix?.Change ?? fix?.Best;
            table.Add(
                SiteLayout.CodeOf(site.Site), site.Points, site.Cases, result.Cases, site.Groups[0].Group, site.Residents, site.Samplers, site.Desks, change?.Samplers, change?.Desks,
                change is { From: >= 0 } ? SiteLayout.CodeOf(change.From) : null, fix?.Change is null ? null : fix.Cost, fix is null ? null : fix.Change is not null,
                fix?.Tried, fix?.Cleared, Finite(fix?.WaitBefore), Finite(fix?.WaitAfter), fix?.Factor, fix?.Confirmation?.Days, fix?.Confirmation?.HeldBefore,
                fix?.Confirmation?.HeldAfter, fix?.Confirmation?.Confirms(result.Goal.Share));
        }

        return table;
    }

    /// <summary>A unit as files write it.</summary>
    internal static string Unit(StressFactor factor) => Camel(factor.Unit.ToString());

    /// <summary>A criterion as files write it.</summary>
    internal static string Word(StressCriterion criterion) => Camel(criterion.ToString());

    /// <summary>A step's value; null for a day that is broken as it is, and for no step.</summary>
    internal static double? Value(StressFactor factor, int? step) => step is { } known and >= 0 ? factor.ValueAt(known) : null;

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    /// <summary>A wait without end has no number.</summary>
    private static double? Finite(double? wait) => wait is { } seconds && double.IsFinite(seconds) ? seconds : null;
}
