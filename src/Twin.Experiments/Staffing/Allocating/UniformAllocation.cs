using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>The cheapest staffing with the same people per resident everywhere: district totals, apportioned by home residents.</summary>
/// <param name="risks">What the sites risk.</param>
/// <param name="layout">The sites.</param>
/// <param name="costs">Costs of an hour.</param>
/// <param name="hours">Length of the window, h.</param>
internal sealed class UniformAllocation(IReadOnlyList<SiteRisks> risks, SiteLayout layout, StaffCosts costs, double hours)
{
    private const int DesksTried = 40;

    /// <summary>Twentieths of a role's staff who may stay until their site is done.</summary>
    private const int StayingParts = 20;

    private readonly Dictionary<int, int[]> _apportioned = [];

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

    /// <summary>The cheapest in which all stay: for each number of desks, by bisection, the fewest samplers that keep the budget.</summary>
    /// <param name="budget">What all sites together may risk.</param>
    /// <returns>The plan; null if no totals keep the budget.</returns>
    public StaffPlan? Whole(StaffBudget budget) => Desks(budget) is { } desks ? Cheapest(desks, null, [StayingParts], [StayingParts], budget)?.Plan : null;

    /// <summary>The cheapest in which the same shares of all sites' samplers and desks stay, and the others work the same shift everywhere.</summary>
    /// <param name="shifts">The shifts; with none all stay.</param>
    /// <param name="budget">What all sites together may risk.</param>
    /// <returns>The plan; null if no totals keep the budget.</returns>
    public StaffPlan? Shifted(IReadOnlyList<StaffShift> shifts, StaffBudget budget)
    {
        if (Desks(budget) is not { } desks)
        {
            return null;
        }

        int[] parts = [.. Enumerable.Range(1, StayingParts)];
        return shifts.Select(shift => Cheapest(desks, shift, parts, [.. parts.Where(part => part % 2 == 0)], budget)).Append(Cheapest(desks, null, [StayingParts], [StayingParts], budget))
            .Where(found => found is not null).MinBy(found => found!.Value.Cost)?.Plan;
    }

    /// <summary>Numbers of desks to try, from the fewest that keep the budget; null if no totals keep it.</summary>
    private int[]? Desks(StaffBudget budget)
    {
        int mostSamplers = Most(risks.Select(site => site.Samplers.Last));
        int mostDesks = Most(risks.Select(site => site.Desks.Last));
        SiteCrew[] With(int desks) => Staffing(mostSamplers, mostSamplers, desks, desks, null);
        if (!Keeps(With(mostDesks), budget))
        {
            return null;
        }

        int least = Bisect(1, mostDesks, desks => Keeps(With(desks), budget));
        int most = Math.Min(mostDesks, (2 * least) + 1);
        return [.. Enumerable.Range(0, DesksTried + 1).Select(step => least + (int)((most - least) * (long)step / DesksTried)).Distinct()];
    }

    private (double Cost, StaffPlan Plan)? Cheapest(int[] desksTried, StaffShift? shift, int[] samplerParts, int[] deskParts, StaffBudget budget)
    {
        int mostSamplers = Most(risks.Select(site => site.Samplers.Last));
        (double Cost, SiteCrew[] Sites)? best = null;
        foreach ((int desks, int deskPart, int samplerPart) in from desks in desksTried from deskPart in deskParts from samplerPart in samplerParts select (desks, deskPart, samplerPart))
        {
            SiteCrew[] With(int samplers) => Staffing(samplers, Part(samplers, samplerPart), desks, Part(desks, deskPart), shift);
            double Cost(SiteCrew[] sites) => sites.Sum(site => site.Cost(costs, hours));

            // Only what is cheaper than the best so far is worth the search for the fewest samplers.
            int most = best is null ? mostSamplers : Bisect(1, mostSamplers, samplers => Cost(With(samplers)) >= best.Value.Cost) - 1;
            if (most < 1 || !Keeps(With(most), budget))
            {
                continue;
            }

            SiteCrew[] sites = With(Bisect(1, most, samplers => Keeps(With(samplers), budget)));
            best = (Cost(sites), sites);
        }

        return best is { } found ? (found.Cost, new StaffPlan(found.Sites)) : null;
    }

    private static int Part(int total, int part) => (int)Math.Ceiling(total * part / (double)StayingParts);

    private SiteCrew[] Staffing(int samplers, int samplersStaying, int desks, int desksStaying, StaffShift? shift)
    {
        (int[] n, int[] m) = (Apportioned(samplers), Apportioned(desks));
        (int[] w, int[] d) = (Apportioned(samplersStaying), Apportioned(desksStaying));
        return [.. n.Select((count, site) => shift is null || (w[site] >= count && d[site] >= m[site])
            ? SiteCrew.Whole(count, m[site])
            : new SiteCrew(count, Math.Min(count, w[site]), m[site], Math.Min(m[site], d[site]), shift))];
    }

    private int[] Apportioned(int total)
    {
        if (!_apportioned.TryGetValue(total, out int[]? shares))
        {
            _apportioned[total] = shares = Apportion(layout, total);
        }

        return shares;
    }

    private bool Keeps(SiteCrew[] sites, StaffBudget budget)
    {
        double weight = 0;
        double late = 0;
        for (int site = 0; site < risks.Count; site++)
        {
            SiteRisk risk = risks[site].Of(sites[site]);
            weight += double.IsFinite(budget.Weight) ? risk.Weight : 0;
            late += double.IsFinite(budget.Late) ? risk.Late : 0;
            if (weight > budget.Weight || late > budget.Late)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A total with which every site has at least what it can use.</summary>
    private int Most(IEnumerable<int> needed)
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
