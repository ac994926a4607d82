using Twin.Experiments.Staffing;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Searching;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Fixing;

/// <summary>Looks for the cheapest change with which a site holds on its bad days what the district holds on half of the days.</summary>
/// <remarks>
/// Each case is raised to the step after the one that half of the days hold, if it is lower, and tried without a change; those in which the site is
/// over are the cases that count, the worst first. Changes follow, the cheapest first, on the same days: common random numbers. A change is given up
/// once too many cases have failed. A site that gives staff must not go over the target by it.
/// </remarks>
internal sealed class FixSearch : IDaySearch
{
    private readonly int _site;
    private readonly Scenario _scenario;
    private readonly StaffChanges _staff;
    private readonly StressGoal _goal;
    private readonly IReadOnlyList<int> _donors;
    private readonly Func<int, ulong> _seedOf;
    private readonly List<(LimitSearch Search, int Step, StressDay? Before)> _cases;
    private IReadOnlyList<StaffChange>? _changes;
    private int _change;
    private int _next;
    private int _failed;
    private double _waitAfter;

    /// <summary>Prepares.</summary>
    /// <param name="site">The site.</param>
    /// <param name="cases">Its cases, by the day and the step that half of the days hold.</param>
    /// <param name="scenario">The scenario without stress.</param>
    /// <param name="staff">The planned staff.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="donors">Sites that may give staff.</param>
    /// <param name="seedOf">Seeds of the days.</param>
    public FixSearch(
        int site, IEnumerable<(StressCase Case, int HalfStep)> cases, Scenario scenario, StaffChanges staff, StressGoal goal, IReadOnlyList<int> donors, Func<int, ulong> seedOf)
    {
        (_site, _scenario, _staff, _goal, _donors, _seedOf) = (site, scenario, staff, goal, donors, seedOf);
        _cases = [.. cases.Select(one => Raise(one.Case, one.HalfStep))];
    }

    /// <summary>What was found; null if the site is over in no case that was tried.</summary>
    public SiteFix? Fix { get; private set; }

    private StaffCosts Costs => _goal.Costs;

    private int Allowed => _cases.Count - (int)Math.Ceiling((_goal.Share * _cases.Count) - 1e-9);

    /// <inheritdoc/>
    public bool TryNext(out StressRun run)
    {
        run = default;
        if (_changes is null)
        {
            int missing = _cases.FindIndex(one => one.Before is null);
            if (missing >= 0)
            {
                _next = missing;
                run = RunOf(missing, null);
                return true;
            }

            Begin();
        }

        if (Fix is not null || _cases.Count == 0)
        {
            return false;
        }

        run = RunOf(_next, _changes![_change]);
        return true;
    }

    /// <inheritdoc/>
    public void Accept(StressDay day)
    {
        if (_changes is null)
        {
            _cases[_next] = _cases[_next] with { Before = day };
            return;
        }

        _waitAfter = Math.Max(_waitAfter, day.Waits[_site]);
        _failed += Clears(_changes[_change], day, _cases[_next].Before!) ? 0 : 1;
        _next++;
        if (_failed <= Allowed && _next < _cases.Count)
        {
            return;
        }

        bool suffices = _failed <= Allowed;
        if (suffices || _change == _changes.Count - 1)
        {
            StaffChange change = _changes[_change];
            double before = _cases.Max(one => one.Before!.Waits[_site]);
            Fix = new SiteFix(
                suffices ? change : null, suffices ? change.Cost(Costs, WindowHours(_scenario)) : 0, _cases.Count, _next - _failed, before, _waitAfter, suffices ? null : change,
                _cases.GroupBy(KeyOf).OrderByDescending(group => group.Count()).First().Key);
            return;
        }

        (_change, _next, _failed, _waitAfter) = (_change + 1, 0, 0, 0);
    }

    /// <summary>Length of the window, h.</summary>
    /// <param name="scenario">The scenario.</param>
    public static double WindowHours(Scenario scenario) => (scenario.Testing.Window.Close.SinceStart - scenario.Testing.Window.Open.SinceStart) / 3_600_000.0;

    private static (LimitSearch, int, StressDay?) Raise(StressCase one, int halfStep)
    {
        int step = one.Group == StressCase.Own ? 0 : Math.Clamp(Math.Max(one.Broken, halfStep + 1), 0, one.Search.Factor.Steps);
        return (one.Search, step, one.Search.Days.TryGetValue(step, out StressDay? known) ? known : null);
    }

    private static string KeyOf((LimitSearch Search, int Step, StressDay? Before) one) => one.Step == 0 ? StressCase.Own : one.Search.Factor.Key;

    private void Begin()
    {
        _cases.RemoveAll(one => one.Before!.Waits[_site] <= _goal.WaitTargetSeconds);
        _cases.Sort((left, right) => right.Before!.Waits[_site] != left.Before!.Waits[_site]
            ? right.Before.Waits[_site].CompareTo(left.Before.Waits[_site])
            : left.Search.Day.CompareTo(right.Search.Day));
        _changes = _staff.For([.. _donors.OrderBy(donor => _cases.Select(one => one.Before!.Waits[donor]).DefaultIfEmpty().Max())], Costs);
        _next = 0;
    }

    private StressRun RunOf(int index, StaffChange? change)
    {
        (LimitSearch search, int step, _) = _cases[index];
        StressFactor factor = search.Factor;
        Scenario stressed = step == 0 ? _scenario : factor.Apply(_scenario, factor.ValueAt(step), _seedOf(search.Day));
        return new StressRun(
            $"{factor.Key} at {SiteLayout.CodeOf(_site)}", change is null ? stressed : _staff.Into(stressed, [(_site, change)]), search.Day);
    }

    private bool Clears(StaffChange change, StressDay day, StressDay before) => day.Waits[_site] <= _goal.WaitTargetSeconds
        && (change.From < 0 || day.Waits[change.From] <= _goal.WaitTargetSeconds || before.Waits[change.From] > _goal.WaitTargetSeconds);
}
