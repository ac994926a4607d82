using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing.Allocating;
using Twin.Experiments.Staffing.Helping;
using Twin.Experiments.Staffing.Selection;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>Finds the cheapest staffing that holds, and what it is to be compared with.</summary>
/// <remarks>
/// A queueing approximation gives the first staffing. Days are watched once and replayed at each site with more and fewer staff, absences summed
/// exactly; an exact allocation over the sites follows. Whole days then correct the risk that it reckons with, a selection procedure picks among
/// finalists, and fresh days confirm. Days by number: 0 on for watching, 100,000 on for the search, 200,000 on for the frontier, 300,000 on for
/// the finalists, 400,000 on for helpers, 500,000 on for confirming.
/// </remarks>
public sealed class StaffingSearch
{
    private const int SearchFirst = 100_000;
    private const int FrontierFirst = 200_000;
    private const int FinalFirst = 300_000;
    private const int StartDays = 12;
    private const double LearningLevel = 0.80;
    private const double IndifferenceSeconds = 60;

    private static readonly double[] FrontierLevels = [0.80, 0.90, 0.95, 0.99];

    private readonly Scenario _given;
    private readonly StaffGoal _goal;
    private readonly StaffEffort _effort;
    private readonly PlanShelf _shelf;
    private readonly CancellationToken _cancellation;
    private readonly Action<int>? _progress;
    private readonly Func<bool> _isLate;
    private readonly List<string> _cut = [];
    private StaffDays _days;
    private int _simulated;

    /// <summary>Prepares.</summary>
    /// <param name="scenario">The scenario as resolved; its own staff do not count.</param>
    /// <param name="goal">What is asked for.</param>
    /// <param name="effort">How much is simulated for what.</param>
    /// <param name="shelf">Compiles plans.</param>
    /// <param name="isLate">Whether a time limit is over: parts that only look around are then left out.</param>
    /// <param name="progress">Told the number of days simulated; may be null.</param>
    /// <param name="cancellation">Ends the search.</param>
    public StaffingSearch(
        Scenario scenario, StaffGoal goal, StaffEffort effort, PlanShelf shelf, Func<bool> isLate, Action<int>? progress, CancellationToken cancellation)
    {
        (_given, _goal, _effort, _shelf, _isLate, _progress, _cancellation) = (scenario, goal, effort, shelf, isLate, progress, cancellation);
        _days = DaysOf(scenario);
    }

    /// <summary>Searches.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public StaffingResult Run()
    {
        (Model.Districts.District district, SiteLayout layout) = _shelf.PlacesOf(_given);
        QueueingStart start = QueueingStart.Of(_days);
        StaffPlan first = start.Plan();
        HelperPlan? helpers = new HelperSearch(scenario => DaysOf(scenario, _goal with { Shifts = [] }), _given, first, district.MicroGrids).Run();
        _days = helpers is null ? _days : DaysOf(HelperSearch.With(_given, helpers.PerGroup));
        SiteObservation observation = SiteObservation.Of(_days, start, first, 0, _effort.ObservedDays);
        StaffFamily best = Exact(_days, observation, _goal);
        StaffingResult result = Empty(best.Measure(first, SearchFirst, Math.Min(StartDays, _effort.SearchDays))) with { Helpers = helpers };
        Picked? picked = null;
        (StaffMeasured Measured, bool Confirmed, int Attempts)? confirmed = null;
        StaffFamily known = Exact(_days, observation, _goal);
        if (Learn(best, observation, _effort.SearchDays) is not null)
        {
            known.Adopt(best);
            confirmed = best.Confirm(failing => Finalist(best, observation, failing, out picked));
        }

        if (confirmed is not { } found)
        {
            return Finish(result with { Most = best.Measure(observation.Most(), SearchFirst, _effort.SearchDays) });
        }

        result = result with
        {
            Best = found.Measured,
            Confirmed = found.Confirmed,
            Attempts = found.Attempts,
            Picked = picked,
            Bound = Bound(best, observation),
        };
        return Finish(Around(result, best, known, observation, layout));
    }

    /// <summary>What the staffing is compared with, and what things cost.</summary>
    private StaffingResult Around(StaffingResult result, StaffFamily best, StaffFamily known, SiteObservation observation, SiteLayout layout)
    {
        UniformAllocation uniform = new(observation.Risks, layout, _goal.Costs, _days.WindowHours);
        return result with
        {
            UniformShifted = _goal.Shifts.Count == 0 ? null : Compare("uniform with shifts", observation, budget => uniform.Shifted(_goal.Shifts, budget)),
            Uniform = Compare("uniform", observation, uniform.Whole),
            Frontier = Frontier(best),
            Relaxations = Relaxations(best, observation),
            Greedy = Greedy(result, known, observation),
        };
    }

    private StaffDays DaysOf(Scenario scenario) => DaysOf(scenario, _goal);

    private StaffDays DaysOf(Scenario scenario, StaffGoal goal) =>
        new(scenario, _shelf, goal, _effort.Parallelism, _cancellation) { Progress = () => _progress?.Invoke(++_simulated) };

    private StaffingResult Empty(StaffMeasured start) => new()
    {
        Scenario = _given,
        Goal = _goal,
        Effort = _effort,
        WindowHours = _days.WindowHours,
        Start = start,
        DaysSimulated = 0,
        LeftOut = LeftOut(),
    };

    private StaffingResult Finish(StaffingResult result) => result with { DaysSimulated = _simulated, Cut = [.. _cut] };

    private StaffFamily Exact(StaffDays days, SiteObservation observation, StaffGoal goal) => new(
        days, _effort, observation.Budget, budget => ExactAllocation.Solve(observation.Options(budget), budget)?.Plan);

    /// <summary>Tries a staffing that fails often enough to learn from, and marks the sites that fail more often than reckoned.</summary>
    /// <param name="family">The way in which it is made; it learns.</param>
    /// <param name="observation">Where sites are marked; null for nowhere.</param>
    /// <param name="count">Days.</param>
    private StaffPlan? Learn(StaffFamily family, SiteObservation? observation, int count)
    {
        double failing = 1 - Math.Min(LearningLevel, _goal.Confidence);
        if (family.At(failing) is not { } plan)
        {
            return null;
        }

        StaffMeasured measured = family.Measure(plan, SearchFirst, count);
        family.Learn(measured, failing);
        for (int site = 0; observation is not null && site < plan.Samplers.Count; site++)
        {
            int over = measured.Days.Count(day => day.SitesOver.Contains(site));
            double reckoned = measured.Days.Count * observation.Risks[site].Of(plan.Sites[site]).TooLong * family.Correction;
            observation.Risks[site].Factor = over >= 2 ? Math.Max(1, (over + 1) / (reckoned + 1)) : 1;
        }

        return plan;
    }

    /// <summary>The exact and the greedy allocation at the same reckoned risk; of the two that whose worst site waits least, if they differ.</summary>
    private StaffPlan? Finalist(StaffFamily best, SiteObservation observation, double failing, out Picked? picked)
    {
        picked = null;
        StaffPlan? exact = best.At(failing);
        StaffBudget budget = observation.Budget(Math.Clamp(failing / best.Correction, 1e-6, 0.9));
        StaffPlan? greedy = exact is null ? null : GreedyAllocation.Solve(observation.Options(budget), budget)?.Plan;
        if (exact is null || greedy is null || exact.Key == greedy.Key || greedy.Cost(_goal.Costs, 1) > 1.002 * exact.Cost(_goal.Costs, 1))
        {
            return exact;
        }

        StaffPlan[] finalists = [exact, greedy];
        picked = KimNelson.Pick(
            finalists.Length, (system, from, count) => [.. _days.Run(finalists[system], FinalFirst + from, count).Select(Judged)],
            IndifferenceSeconds, _goal.Assurance, 10, 10, Math.Max(10, _effort.SearchDays));
        return finalists[picked.Best];
    }

    /// <summary>The worst wait as a finite number, between nothing and the whole day: a wait without end is as long as the day, and where nobody came nobody waited.</summary>
    private double Judged(StaffDay day) => Math.Clamp(day.WorstWait, 0, _days.Scenario.Horizon.Milliseconds / 1000.0);

    private FrontierPoint[] Frontier(StaffFamily best) =>
    [
        .. FrontierLevels.TakeWhile(_ => _effort.LooksAround && !IsCut("frontier")).Select(level => (Level: level, Plan: best.At(1 - level)))
            .Where(point => point.Plan is not null)
            .Select(point => new FrontierPoint(point.Level, best.Measure(point.Plan!, FrontierFirst, LookDays))),
    ];

    private double Bound(StaffFamily best, SiteObservation observation)
    {
        StaffBudget budget = observation.Budget(Math.Clamp(StaffFamily.Aim(_goal, _effort) / best.Correction, 1e-6, 0.9));
        return ExactAllocation.Solve(observation.Options(budget), budget)?.Bound ?? 0;
    }

    /// <summary>Days on which what is only looked at is tried.</summary>
    private int LookDays => Math.Max(1, _effort.SearchDays / 2);

    /// <summary>Confirms a staffing made in another way, on the same days and by the same rule.</summary>
    private StaffComparison? Compare(string part, SiteObservation observation, Func<StaffBudget, StaffPlan?> solve)
    {
        if (!_effort.LooksAround || IsCut(part))
        {
            return null;
        }

        StaffFamily family = new(_days, _effort, observation.Budget, solve);
        return Learn(family, null, LookDays) is not null && family.Confirm(family.At) is { } confirmed
            ? new StaffComparison(confirmed.Measured, confirmed.Confirmed, confirmed.Attempts)
            : null;
    }

    /// <summary>The greedy staffing of the same reckoned risk, on some of the days that confirm the one found.</summary>
    private StaffComparison? Greedy(StaffingResult found, StaffFamily known, SiteObservation observation)
    {
        if (!_effort.LooksAround || IsCut("greedy"))
        {
            return null;
        }

        StaffBudget budget = observation.Budget(Math.Clamp(StaffFamily.Aim(_goal, _effort) / known.Correction, 1e-6, 0.9));
        if (GreedyAllocation.Solve(observation.Options(budget), budget)?.Plan is not { } greedy)
        {
            return null;
        }

        bool same = greedy.Key == found.Best!.Plan.Key;
        return new StaffComparison(
            same ? found.Best : known.Measure(greedy, StaffFamily.ConfirmFirst, Math.Min(2 * LookDays, _effort.ConfirmDays)), same && found.Confirmed, same ? found.Attempts : 0);
    }

    private List<Relaxation> Relaxations(StaffFamily best, SiteObservation observation)
    {
        List<Relaxation> found = [];
        double failing = 1 - _goal.Confidence;
        StaffMeasured? own = best.At(failing) is { } held ? best.Measure(held, FrontierFirst, 0) : null;
        double reference = own?.Cost ?? double.NaN;
        foreach ((string key, StaffGoal goal) in new[] { ("wait", _goal with { NeedsWait = false }), ("time", _goal with { NeedsTime = false }) })
        {
            if (_effort.LooksAround && !IsCut(key))
            {
                StaffFamily relaxed = new(_days, _effort, failing => observation.With(goal).Budget(goal.NeedsWait ? failing / best.Correction : failing),
                    budget => ExactAllocation.Solve(observation.Options(budget), budget)?.Plan);

                // What keeps both constraints keeps one of them.
                StaffPlan? cheapest = new[] { relaxed.At(failing), own?.Plan }.Where(plan => plan is not null).MinBy(plan => plan!.Cost(_goal.Costs, _days.WindowHours));
                found.Add(new Relaxation(key, cheapest is { } plan ? relaxed.Measure(plan, FrontierFirst, LookDays) : null, reference));
            }
        }

        if (_effort.LooksAround && !IsCut("slots"))
        {
            found.Add(new Relaxation("slots", OtherSlots(best, failing), reference));
        }

        return found;
    }

    /// <summary>The same with slots instead of none, or without instead of with.</summary>
    private StaffMeasured? OtherSlots(StaffFamily best, double failing)
    {
        Scenario own = _days.Scenario;
        SlotParameters slots = own.Testing.Slots;
        StaffDays days = DaysOf(own with { Testing = own.Testing with { Slots = slots with { Enabled = !slots.Enabled } } });
        QueueingStart start = QueueingStart.Of(days);
        SiteObservation observation = SiteObservation.Of(days, start, start.Plan(), 0, Math.Max(1, _effort.ObservedDays / 2));
        StaffFamily family = Exact(days, observation, _goal);
        return family.At(failing / best.Correction) is { } plan ? family.Measure(plan, FrontierFirst, LookDays) : null;
    }

    private bool IsCut(string part)
    {
        if (!_isLate())
        {
            return false;
        }

        _cut.Add(part);
        return true;
    }

    private IReadOnlyList<string> LeftOut() =>
    [
        .. _given.Testing.Staff.Breaks.Count > 0 ? ["breaks"] : Array.Empty<string>(),
        .. _given.Disruptions.Any(what => what.Enabled && what.Type == DisruptionType.SiteClosed) ? ["closures"] : Array.Empty<string>(),
        .. _given.Interventions.Any(what => what.Enabled) ? ["interventions"] : Array.Empty<string>(),
    ];
}
