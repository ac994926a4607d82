using Twin.Experiments.Stressing.Searching;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Fixing;

/// <summary>Finds the sites that go over the wait target first.</summary>
/// <remarks>
/// A case is a day and a factor that breaks the waits of that day, at the first step at which it does; a day that is broken without stress is one
/// case. A case has one point (less for factors that share a group: the group has one), in equal parts for the sites that are over then. The sites
/// with most points are the most fragile; of equal ones that with more cases, then the first.
/// </remarks>
internal static class FragileSites
{
    /// <summary>The cases of all searches.</summary>
    /// <param name="searches">By factor and day, all ended.</param>
    public static IReadOnlyList<StressCase> Cases(IReadOnlyList<LimitSearch[]> searches)
    {
        List<StressCase> cases = [];
        HashSet<int> own = [];
        foreach (LimitSearch[] factor in searches)
        {
            double weight = 1.0 / searches.Count(other => other[0].Factor.Group == factor[0].Factor.Group);
            foreach (LimitSearch search in factor)
            {
                int limit = search.Limit(StressCriterion.Wait);
                if (limit < 0 && own.Add(search.Day))
                {
                    cases.Add(new StressCase(search, StressCase.Own, 1, 0));
                }
                else if (limit >= 0 && limit < search.Factor.Steps)
                {
                    cases.Add(new StressCase(search, search.Factor.Group, weight, limit + 1));
                }
            }
        }

        return cases;
    }

    /// <summary>The most fragile sites, without fixes, each with its cases of the group that breaks it most.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="layout">The sites.</param>
    /// <param name="staff">The planned staff.</param>
    /// <param name="count">How many sites at most.</param>
    public static IReadOnlyList<(FragileSite Site, IReadOnlyList<StressCase> Cases)> Find(IReadOnlyList<StressCase> cases, SiteLayout layout, StaffChanges staff, int count) =>
    [
        .. Enumerable.Range(0, layout.Count)
            .Select(site => (Site: site, Cases: (StressCase[])[.. cases.Where(one => one.Day.SitesOver.Contains(site))]))
            .Where(found => found.Cases.Length > 0)
            .Select(found => (found.Site, found.Cases, Points: found.Cases.Sum(Points)))
            .OrderByDescending(found => Math.Round(found.Points, 9)).ThenByDescending(found => found.Cases.Length).ThenBy(found => found.Site)
            .Take(count)
            .Select(found => Describe(found.Site, found.Points, found.Cases, layout, staff)),
    ];

    private static double Points(StressCase one) => one.Weight / one.Day.SitesOver.Length;

    private static (FragileSite, IReadOnlyList<StressCase>) Describe(int site, double points, StressCase[] cases, SiteLayout layout, StaffChanges staff)
    {
        IGrouping<string, StressCase>[] groups = [.. cases.GroupBy(one => one.Group).OrderByDescending(group => Math.Round(group.Sum(Points), 9))];
        FragileSite found = new(
            site, points, cases.Length, [.. groups.Select(group => (group.Key, group.Count()))],
            staff.Count(site, StaffRole.Samplers), staff.Count(site, StaffRole.Desks), layout.HomeResidents[site], null);
        return (found, [.. groups[0].OrderByDescending(one => one.Day.Waits[site])]);
    }
}
