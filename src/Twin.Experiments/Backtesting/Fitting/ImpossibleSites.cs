using Twin.Experiments.Backtesting.Counting;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>Finds sites whose counts no values of the parameters make possible, such as one that never opened: they would bend the fit of all the others.</summary>
/// <remarks>
/// The parameters are the same for all sites, so what a site tests in proportion to the others varies little with them. A site leaves whose proportion lies beyond all days of
/// the first round, which are spread over the whole ranges, by more than half of what these span; or who tested nobody where every day tested somebody. One at a time,
/// the furthest first, as the proportions of the others are known only without it; at most a third of the sites, for beyond that it is not sites that are off.
/// </remarks>
internal static class ImpossibleSites
{
    private const double Beyond = 0.5;

    /// <summary>The sites, by ordinal.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="days">Days spread over the ranges of all parameters; at least one.</param>
    public static IReadOnlyList<int> Of(SiteCounts counts, IReadOnlyList<CountSample> days)
    {
        Dictionary<int, long> observed = Totals(counts, counts.Observed);
        Dictionary<int, long>[] simulated = [.. days.Select(day => Totals(counts, day))];
        List<int> left = [];
        while (left.Count < observed.Count / 3)
        {
            int[] kept = [.. observed.Keys.Where(site => !left.Contains(site)).Order()];
            (int Site, double Excess) worst = kept.Select(site => (site, Excess(site, kept, observed, simulated))).MaxBy(found => found.Item2);
            if (worst.Excess <= Beyond)
            {
                break;
            }

            left.Add(worst.Site);
        }

        return [.. left.Order()];
    }

    /// <summary>How far a site's part of the people tested at the sites kept lies beyond all days', in spans of these days; 0 within.</summary>
    private static double Excess(int site, int[] kept, Dictionary<int, long> observed, Dictionary<int, long>[] simulated)
    {
        if (observed[site] == 0 && Array.TrueForAll(simulated, day => day[site] > 0))
        {
            return double.PositiveInfinity;
        }

        // Of the site and one middling other: sites that are off themselves then hardly matter.
        double Part(Dictionary<int, long> day) => day[site] / Math.Max(1.0, day[site] + Middle([.. kept.Where(other => other != site).Select(other => day[other])]));
        double[] parts = [.. simulated.Select(Part)];
        (double low, double high, double part) = (parts.Min(), parts.Max(), Part(observed));
        return Math.Max(low - part, part - high) / Math.Max(1e-3, high - low);
    }

    private static double Middle(long[] values) => values.Length == 0 ? 0 : values.Order().ElementAt(values.Length / 2);

    private static Dictionary<int, long> Totals(SiteCounts counts, CountSample day) => Enumerable.Range(0, day.Tested.Length)
        .GroupBy(cell => counts.Cells[cell].Site).ToDictionary(site => site.Key, site => site.Sum(cell => (long)day.Tested[cell]));
}
