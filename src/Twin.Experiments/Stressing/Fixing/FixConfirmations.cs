using Twin.Experiments.Statistics;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Searching;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing.Fixing;

/// <summary>Tries all fixes together on all days, at the stress that each fixed site is to hold.</summary>
/// <param name="days">Simulates days.</param>
/// <param name="scenario">The scenario without stress.</param>
/// <param name="goal">The goal.</param>
internal sealed class FixConfirmations(StressDays days, Scenario scenario, StressGoal goal)
{
    /// <summary>The sites with what their fixes came to.</summary>
    /// <param name="sites">The fragile sites.</param>
    /// <param name="searches">All searches, by factor and day.</param>
    /// <param name="limits">The factors' limits.</param>
    /// <param name="staff">The planned staff.</param>
    public FragileSite[] Of(IReadOnlyList<FragileSite> sites, IReadOnlyList<LimitSearch[]> searches, IReadOnlyList<FactorLimits> limits, StaffChanges staff)
    {
        (int, StaffChange)[] changes = [.. sites.Where(site => site.Fix?.Change is not null).Select(site => (site.Site, site.Fix!.Change!))];
        string[] keys = [.. sites.Where(site => site.Fix?.Change is not null).Select(site => site.Fix!.Factor).Distinct(StringComparer.Ordinal)];
        List<IDaySearch> wanted = [];
        Dictionary<string, (Func<StressDay>[] Before, OneDay[] After)> runs = new(StringComparer.Ordinal);
        foreach (string key in keys)
        {
            (Func<StressDay>[] before, OneDay[] after) = Runs(key, searches, limits, stressed => staff.Into(stressed, changes), wanted);
            runs[key] = (before, after);
        }

        days.Run(wanted);
        return [.. sites.Select(site => site.Fix is { Change: { } change } fix ? site with { Fix = fix with { Confirmation = Count(site.Site, change.From, runs[fix.Factor]) } } : site)];
    }

    private (Func<StressDay>[] Before, OneDay[] After) Runs(
        string key, IReadOnlyList<LimitSearch[]> searches, IReadOnlyList<FactorLimits> limits, Func<Scenario, Scenario> mend, List<IDaySearch> wanted)
    {
        int place = key == StressCase.Own ? 0 : limits.TakeWhile(found => found.Factor.Key != key).Count();
        StressFactor factor = limits[place].Factor;
        int step = key == StressCase.Own ? 0 : Math.Clamp(limits[place].Estimate(StressCriterion.Wait, 0.5).Step + 1, 0, factor.Steps);
        List<Func<StressDay>> before = [];
        List<OneDay> after = [];
        foreach (LimitSearch search in searches[place])
        {
            Scenario stressed = step == 0 ? scenario : factor.Apply(scenario, factor.ValueAt(step), days.SeedOf(search.Day));
            if (search.Days.TryGetValue(step, out StressDay? known))
            {
                before.Add(() => known);
            }
            else
            {
                OneDay run = new(key, stressed, search.Day);
                wanted.Add(run);
                before.Add(() => run.Result);
            }

            after.Add(new OneDay($"{key} with all fixes", mend(stressed), search.Day));
        }

        wanted.AddRange(after);
        return ([.. before], [.. after]);
    }

    private FixConfirmation Count(int site, int giver, (Func<StressDay>[] Before, OneDay[] After) runs)
    {
        int Held(int of, IEnumerable<StressDay> found) => of < 0 ? runs.After.Length : found.Count(day => day.Waits[of] <= goal.WaitTargetSeconds);
        IReadOnlyList<StressDay> before = [.. runs.Before.Select(day => day())];
        IReadOnlyList<StressDay> after = [.. runs.After.Select(day => day.Result)];
        int[] Holds(IEnumerable<StressDay> found) => [.. found.Select(day => day.Waits[site] <= goal.WaitTargetSeconds ? 1 : 0)];
        return new FixConfirmation(after.Count, Held(site, before), Held(site, after), Held(giver, before), Held(giver, after))
        {
            Gain = PairedGain.Of(Holds(before), Holds(after)),
        };
    }
}
