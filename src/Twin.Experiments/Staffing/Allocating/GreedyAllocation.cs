namespace Twin.Experiments.Staffing.Allocating;

/// <summary>One step after another: from the cheapest option of every site, each time the one that takes most off what is over the budget for its cost.</summary>
internal static class GreedyAllocation
{
    /// <summary>Allocates.</summary>
    /// <param name="options">Options of each site, by cost.</param>
    /// <param name="budget">What all sites together may risk.</param>
    /// <returns>The allocation; null if the budget cannot be kept.</returns>
    public static Allocation? Solve(SiteOption[][] options, StaffBudget budget)
    {
        int[] chosen = new int[options.Length];
        (int To, double Gain)[] best = new (int, double)[options.Length];
        double weight = options.Sum(site => site[0].Weight);
        double late = options.Sum(site => site[0].Late);
        while (weight > budget.Weight || late > budget.Late)
        {
            (bool needsWeight, bool needsLate) = (weight > budget.Weight, late > budget.Late);
            for (int site = 0; site < options.Length; site++)
            {
                best[site] = Step(options[site], chosen[site], needsWeight ? budget.Weight : double.PositiveInfinity, needsLate ? budget.Late : double.PositiveInfinity);
            }

            int next = Enumerable.Range(0, options.Length).MaxBy(site => best[site].Gain);
            if (best[next].Gain <= 0)
            {
                return null;
            }

            chosen[next] = best[next].To;
            weight = Enumerable.Range(0, options.Length).Sum(site => options[site][chosen[site]].Weight);
            late = Enumerable.Range(0, options.Length).Sum(site => options[site][chosen[site]].Late);
        }

        return new Allocation([.. options.Select((site, i) => site[chosen[i]])], 0);
    }

    private static (int To, double Gain) Step(SiteOption[] site, int from, double weightBudget, double lateBudget)
    {
        (int To, double Gain) best = (from, 0);
        for (int to = from + 1; to < site.Length; to++)
        {
            double weight = double.IsFinite(weightBudget) ? (Math.Min(10, site[from].Weight) - Math.Min(10, site[to].Weight)) / weightBudget : 0;
            double late = double.IsFinite(lateBudget) ? (site[from].Late - site[to].Late) / Math.Max(1, lateBudget) : 0;
            double gain = (weight + late) / Math.Max(1e-9, site[to].Cost - site[from].Cost);
            best = gain > best.Gain ? (to, gain) : best;
        }

        return best;
    }
}
