using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>The cheapest staffing with the same people per resident everywhere: district totals, apportioned by home residents.</summary>
internal static class UniformAllocation
{
    private const int DesksTried = 40;

    /// <summary>Apportions totals by home residents, largest remainders first, as a scenario's samplers and desks are.</summary>
    /// <param name="layout">The sites.</param>
    /// <param name="total">People in all; 0 or more.</param>
    public static int[] Apportion(SiteLayout layout, int total)
    {
        double all = layout.HomeResidents.Sum();
        double[] exact = [.. layout.HomeResidents.Select(residents => all == 0 ? total / (double)layout.Count : total * residents / all)];
        int[] shares = [.. exact.Select(share => (int)share)];
        int left = total - shares.Sum();
        foreach (int site in Enumerable.Range(0, shares.Length).OrderByDescending(i => exact[i] - shares[i]).ThenBy(i => i).Take(left))
        {
            shares[site]++;
        }

        return shares;
    }

    /// <summary>Finds it: for each number of desks, by bisection, the fewest samplers that keep the budget.</summary>
    /// <param name="risks">What the sites risk.</param>
    /// <param name="layout">The sites.</param>
    /// <param name="costs">Costs of an hour.</param>
    /// <param name="budget">What all sites together may risk.</param>
    /// <returns>The plan; null if no totals keep the budget.</returns>
    public static StaffPlan? Solve(IReadOnlyList<SiteRisks> risks, SiteLayout layout, StaffCosts costs, StaffBudget budget)
    {
        int mostSamplers = Most(risks.Select(site => site.Samplers.Last), layout);
        int mostDesks = Most(risks.Select(site => site.Desks.Last), layout);
        int[] samplersOf(int total) => Apportion(layout, total);
        if (!Keeps(risks, samplersOf(mostSamplers), Apportion(layout, mostDesks), budget))
        {
            return null;
        }

        int least = Bisect(1, mostDesks, desks => Keeps(risks, samplersOf(mostSamplers), Apportion(layout, desks), budget));
        (double Cost, int Samplers, int Desks) best = (double.PositiveInfinity, 0, 0);
        foreach (int desks in Tried(least, Math.Min(mostDesks, (2 * least) + 1)))
        {
            int[] shares = Apportion(layout, desks);
            int samplers = Bisect(1, mostSamplers, total => Keeps(risks, samplersOf(total), shares, budget));
            double cost = (samplers * costs.Sampler) + (desks * costs.Desk);
            best = cost < best.Cost ? (cost, samplers, desks) : best;
        }

        return new StaffPlan(samplersOf(best.Samplers), Apportion(layout, best.Desks));
    }

    private static IEnumerable<int> Tried(int least, int most) =>
        Enumerable.Range(0, DesksTried + 1).Select(step => least + (int)((most - least) * (long)step / DesksTried)).Distinct();

    private static bool Keeps(IReadOnlyList<SiteRisks> risks, int[] samplers, int[] desks, StaffBudget budget)
    {
        double weight = 0;
        double late = 0;
        for (int site = 0; site < risks.Count; site++)
        {
            SiteRisk risk = risks[site].Of(samplers[site], desks[site]);
            weight += double.IsFinite(budget.Weight) ? risk.Weight : 0;
            late += double.IsFinite(budget.Late) ? risk.Late : 0;
        }

        return weight <= budget.Weight && late <= budget.Late;
    }

    /// <summary>A total with which every site has at least what it can use.</summary>
    private static int Most(IEnumerable<int> needed, SiteLayout layout)
    {
        double all = Math.Max(1, layout.HomeResidents.Sum());
        double most = needed.Select((count, site) => (count + 1) * all / Math.Max(all / 1000 / layout.Count, layout.HomeResidents[site])).Max();
        return (int)Math.Min(most, 2_000_000);
    }

    private static int Bisect(int low, int high, Func<int, bool> holds)
    {
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
