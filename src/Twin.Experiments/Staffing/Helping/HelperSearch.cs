using Twin.Experiments.Staffing.Allocating;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Staffing.Helping;

/// <summary>Finds the helpers of each party group that cost least together with the samplers and desks that they make necessary.</summary>
/// <remarks>
/// The fewest with which 98 % are tested in time on every day of a trial are taken; then one more as long as it saves more samplers and desks,
/// by reckoning, than it costs. All party groups have the same number: a group's households are 50 to 80 wherever it is.
/// </remarks>
/// <param name="daysOf">Simulates days of a scenario.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="staffing">A staffing with some to spare.</param>
/// <param name="groups">Party groups.</param>
internal sealed class HelperSearch(Func<Scenario, StaffDays> daysOf, Scenario scenario, StaffPlan staffing, int groups)
{
    private const int FirstDay = 400_000;
    private const int TrialDays = 6;
    private const int ReckonedDays = 3;

    private readonly SortedDictionary<int, HelperTrial> _trials = [];

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
        if (Holds(given))
        {
            plan = plan with { PerGroup = Enumerable.Range(0, given + 1).First(Holds) };
            while (plan.PerGroup < 100 && Total(plan, plan.PerGroup + 1) < Total(plan, plan.PerGroup))
            {
                plan = plan with { PerGroup = plan.PerGroup + 1 };
            }
        }

        return plan with { Trials = [.. _trials.Values] };
    }

    private bool Holds(int perGroup)
    {
        HelperTrial trial = Try(perGroup);
        return trial.InTime == trial.Days.Count || !daysOf(scenario).Goal.NeedsTime;
    }

    private HelperTrial Try(int perGroup)
    {
        if (!_trials.TryGetValue(perGroup, out HelperTrial? trial))
        {
            _trials[perGroup] = trial = new HelperTrial(perGroup, daysOf(With(scenario, perGroup)).Run(staffing, FirstDay, TrialDays), null);
        }

        return trial;
    }

    /// <summary>Cost of helpers, samplers and desks; infinite if no samplers and desks hold.</summary>
    private double Total(HelperPlan plan, int perGroup)
    {
        HelperTrial trial = Try(perGroup);
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
