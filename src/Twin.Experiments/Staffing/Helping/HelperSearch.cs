using Twin.Experiments.Staffing.Allocating;
using Twin.Experiments.Statistics;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Staffing.Helping;

/// <summary>Finds the helpers of each party group that cost least together with the samplers and desks that they make necessary.</summary>
/// <remarks>
/// The fewest are taken with which 98 % are tested in time as often as the goal asks for, days being added until a sequential test can tell or there are
/// 120; then one more as long as it saves more samplers and desks, by reckoning, than it costs. All party groups have the same number: a
/// group's households are 50 to 80 wherever it is.
/// </remarks>
/// <param name="daysOf">Simulates days of a scenario.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="staffing">A staffing with some to spare.</param>
/// <param name="groups">Party groups.</param>
internal sealed class HelperSearch(Func<Scenario, StaffDays> daysOf, Scenario scenario, StaffPlan staffing, int groups)
{
    private const int FirstDay = 400_000;
    private const int TrialDays = 6;
    private const int MostDays = 120;
    private const int ReckonedDays = 3;

    private readonly SortedDictionary<int, HelperTrial> _trials = [];
    private readonly Dictionary<int, StaffDays> _simulated = [];

    /// <summary>The scenario with so many helpers.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="perGroup">Helpers in each party group.</param>
    public static Scenario With(Scenario scenario, int perGroup) =>
        scenario with { Testing = scenario.Testing with { Notice = scenario.Testing.Notice with { Helpers = perGroup } } };

    /// <summary>Searches.</summary>
    /// <returns>The helpers; null if helpers do nothing in the scenario.</returns>
    public HelperPlan? Run()
    {
        if (HelperPlan.Paid(scenario) is not { } paid)
        {
            return null;
        }

        int given = scenario.Testing.Notice.Helpers;
        StaffDays days = daysOf(scenario);
        HelperPlan plan = new(given, given, groups, (paid.To - paid.From) / 3_600_000.0, days.Goal.Costs.Helper, []);
        int[] enough = [.. Enumerable.Range(0, given + 1).Where(Holds).Take(1)];
        if (enough.Length == 0)
        {
            return plan with { GaveUp = true, Trials = [.. _trials.Values] };
        }

        plan = plan with { PerGroup = enough[0] };
        while (plan.PerGroup < 100 && Total(plan, plan.PerGroup + 1) < Total(plan, plan.PerGroup))
        {
            plan = plan with { PerGroup = plan.PerGroup + 1 };
        }

        return plan with { Trials = [.. _trials.Values] };
    }

    /// <summary>Whether the time holds as often as the goal asks for; days are added until they tell.</summary>
    private bool Holds(int perGroup)
    {
        StaffGoal goal = daysOf(scenario).Goal;
        HelperTrial trial = Try(perGroup, TrialDays);
        while (goal.NeedsTime && Verdict(trial, goal) == SequentialVerdict.Open && trial.Days.Count < MostDays)
        {
            trial = Try(perGroup, trial.Days.Count + TrialDays);
        }

        SequentialVerdict verdict = goal.NeedsTime ? Verdict(trial, goal) : SequentialVerdict.Reaches;
        _trials[perGroup] = trial with { Verdict = verdict };
        return verdict == SequentialVerdict.Reaches;
    }

    private static SequentialVerdict Verdict(HelperTrial trial, StaffGoal goal) =>
        SequentialProportion.Decide(trial.InTime, trial.Days.Count, Math.Max(goal.Confidence, 0.51), Math.Min(1 - goal.Assurance, 0.49));

    private HelperTrial Try(int perGroup, int count)
    {
        if (!_simulated.TryGetValue(perGroup, out StaffDays? days))
        {
            _simulated[perGroup] = days = daysOf(With(scenario, perGroup));
        }

        HelperTrial? known = _trials.GetValueOrDefault(perGroup);
        return known?.Days.Count >= count ? known
            : _trials[perGroup] = (known ?? new HelperTrial(perGroup, [], null)) with { Days = days.Run(staffing, FirstDay, count) };
    }

    /// <summary>Cost of helpers, samplers and desks; infinite if no samplers and desks hold.</summary>
    private double Total(HelperPlan plan, int perGroup)
    {
        HelperTrial trial = Try(perGroup, TrialDays);
        if (trial.StaffCost is null)
        {
            StaffDays days = daysOf(With(scenario, perGroup));
            SiteObservation observation = SiteObservation.Of(days, QueueingStart.Of(days), staffing, FirstDay, ReckonedDays);
            StaffBudget budget = observation.Budget(1 - days.Goal.Confidence);
            _trials[perGroup] = trial = trial with { StaffCost = GreedyAllocation.Solve(observation.Options(budget), budget)?.Cost };
        }

        return plan.CostOf(perGroup) + (trial.StaffCost ?? double.PositiveInfinity);
    }
}
