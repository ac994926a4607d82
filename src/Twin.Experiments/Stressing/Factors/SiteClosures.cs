using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing.Factors;

/// <summary>Which sites close: on each day in an order of its own, so that more closures are always the same ones and others besides.</summary>
internal static class SiteClosures
{
    /// <summary>The order when sites close here and there: drawn for the day.</summary>
    /// <param name="layout">The sites.</param>
    /// <param name="seed">The day's seed.</param>
    public static IReadOnlyList<int> Scattered(SiteLayout layout, ulong seed)
    {
        // A day uses no seed of a replication within it, so these draws are nobody else's.
        Draws draws = new(seed);
        return [.. Enumerable.Range(0, layout.Count).OrderBy(site => draws.ReplicationSeed(site + 1)).ThenBy(site => site)];
    }

    /// <summary>The order when a quarter is hit: the day's first site, then those nearest to it.</summary>
    /// <param name="layout">The sites.</param>
    /// <param name="seed">The day's seed.</param>
    public static IReadOnlyList<int> Neighbouring(SiteLayout layout, ulong seed)
    {
        int centre = Scattered(layout, seed)[0];
        return [centre, .. layout.NearestTo[centre]];
    }

    /// <summary>The scenario in which the first sites of an order are closed from the opening on.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="order">The order.</param>
    /// <param name="count">How many; 0 changes nothing.</param>
    public static Scenario Close(Scenario scenario, IReadOnlyList<int> order, int count) => count == 0 ? scenario : scenario with
    {
        Disruptions =
        [
            .. scenario.Disruptions,
            new Disruption
            {
                Type = DisruptionType.SiteClosed,
                At = scenario.Testing.Window.Open,
                Sites = [.. order.Take(count).Select(SiteLayout.CodeOf)],
            },
        ],
    };
}
