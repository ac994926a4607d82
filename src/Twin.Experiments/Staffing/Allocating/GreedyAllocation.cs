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
        (bool Weight, bool Late) needs = (false, false);
        while (true)
        {
            double weight = Enumerable.Range(0, options.Length).Sum(site => options[site][chosen[site]].Weight);
            double late = Enumerable.Range(0, options.Length).Sum(site => options[site][chosen[site]].Late);
            if (weight <= budget.Weight && late <= budget.Late)
            {
                return new Allocation([.. options.Select((site, i) => site[chosen[i]])], 0);
            }

            (bool Weight, bool Late) needed = (weight > budget.Weight, late > budget.Late);
            StaffBudget over = new(needed.Weight ? budget.Weight : double.PositiveInfinity, needed.Late ? budget.Late : double.PositiveInfinity);
            for (int site = 0; needed != needs && site < options.Length; site++)
            {
                best[site] = Step(options[site], chosen[site], over);
            }

            needs = needed;
            int next = Enumerable.Range(0, options.Length).MaxBy(site => best[site].Gain);
            if (best[next].Gain <= 0)
            {
                return null;
            }

            chosen[next] = best[next].To;
            best[next] = Step(options[next], chosen[next], over);
        }
    }

    private static (int To, double Gain) Step(SiteOption[] site, int from, StaffBudget over)
    {
        (int To, double Gain) best = (from, 0);
        for (int to = from + 1; to < site.Length; to++)
        {
            double weight = double.IsFinite(over.Weight) ? (Math.Min(10, site[from].Weight) - Math.Min(10, site[to].Weight)) / over.Weight : 0;
            double late = double.IsFinite(over.Late) ? (site[from].Late - site[to].Late) / Math.Max(1, over.Late) : 0;
            double gain = (weight + late) / Math.Max(1e-9, site[to].Cost - site[from].Cost);
            best = gain > best.Gain ? (to, gain) : best;
        }

        return best;
    }
}
