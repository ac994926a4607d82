using Google.OrTools.Sat;

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>The cheapest choice of an option for every site whose risks together keep a budget: a multiple-choice knapsack, solved with CP-SAT.</summary>
/// <remarks>Options that no cheapest choice can have are left out beforehand. One worker and a limit in the solver's own steps, not in seconds, so that the same numbers give the same choice on every machine.</remarks>
internal static class ExactAllocation
{
    private const double Steps = 6;
    private const double WeightUnit = 1e-7;
    private const double LateUnit = 0.01;
    private const double CostUnit = 0.01;

    /// <summary>Allocates.</summary>
    /// <param name="options">Options of each site, by cost.</param>
    /// <param name="budget">What all sites together may risk.</param>
    /// <returns>The allocation with a bound on the cheapest; null if the budget cannot be kept.</returns>
    public static Allocation? Solve(SiteOption[][] options, StaffBudget budget)
    {
        if (GreedyAllocation.Solve(options, budget) is not { } greedy)
        {
            return null;
        }

        PricedRisk priced = new(options, budget, greedy.Cost);
        Allocation found = Solve(priced.Worth(greedy.Cost, greedy.Choices), budget, greedy, priced.Bound);
        return found with { Bound = Math.Min(found.Cost, Math.Max(found.Bound, priced.Bound)) };
    }

    private static Allocation Solve(SiteOption[][] options, StaffBudget budget, Allocation greedy, double bound)
    {
        CpModel model = new();
        BoolVar[][] takes = [.. options.Select((site, i) => site.Select((_, j) => model.NewBoolVar($"s{i}o{j}")).ToArray())];
        for (int site = 0; site < options.Length; site++)
        {
            model.AddExactlyOne(takes[site]);
            for (int j = 0; j < options[site].Length; j++)
            {
                model.AddHint(takes[site][j], options[site][j] == greedy.Choices[site]);
            }
        }

        Limit(model, takes, options, option => option.Weight / WeightUnit, budget.Weight / WeightUnit);
        Limit(model, takes, options, option => option.Late / LateUnit, budget.Late / LateUnit);
        LinearExpr cost = Sum(takes, options, option => (long)Math.Round(option.Cost / CostUnit));

        // Each site's cost is rounded by half a unit at most.
        model.Add(cost >= (long)Math.Floor(bound / CostUnit) - options.Length);
        model.Minimize(cost);
        CpSolver solver = new() { StringParameters = FormattableString.Invariant($"num_workers:1,random_seed:1,max_deterministic_time:{Steps},relative_gap_limit:0.0002") };
        CpSolverStatus status = solver.Solve(model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            // Rounded up, the weights may miss a budget that they just keep.
            return greedy;
        }

        SiteOption[] choices = [.. options.Select((site, i) => site[Array.FindIndex(takes[i], take => solver.BooleanValue(take))])];
        Allocation exact = new(choices, solver.BestObjectiveBound * CostUnit);
        return exact.Cost <= greedy.Cost ? exact : greedy with { Bound = exact.Bound };
    }

    private static void Limit(CpModel model, BoolVar[][] takes, SiteOption[][] options, Func<SiteOption, double> of, double limit)
    {
        if (double.IsFinite(limit))
        {
            model.Add(Sum(takes, options, option => (long)Math.Ceiling(Math.Min(of(option), 1e12))) <= (long)limit);
        }
    }

    private static LinearExpr Sum(BoolVar[][] takes, SiteOption[][] options, Func<SiteOption, long> of) => LinearExpr.WeightedSum(
        takes.SelectMany(site => site), options.SelectMany(site => site.Select(of)));
}
