using System.Globalization;
using Twin.Model.Districts;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Places testing sites: like loads, short ways, and a home site for every micro-grid, in its own community where that can be.</summary>
/// <remarks>
/// A heuristic for the capacitated p-median problem: the micro-grids are halved again and again into as many compact parts of like load as
/// there are sites; then, round by round, a micro-grid at the edge of a part goes to a nearer site, one in its own community first, as
/// long as both loads stay within a fifth of the mean. Time grows a little faster than the number of micro-grids.
/// </remarks>
public static class SitePlacement
{
    /// <summary>How many of the nearest other sites are listed.</summary>
    public const int Neighbours = 20;

    /// <summary>Places the sites of a scenario.</summary>
    /// <param name="district">The district.</param>
    /// <param name="scenario">The scenario: number of sites, or residents per site, and sites in reserve.</param>
    /// <returns>The sites, numbered in code order of their communities; further sites in reserve come last and are nobody's home.</returns>
    /// <exception cref="ScenarioInputException">There are more sites than micro-grids, or a reserve code leaves a gap.</exception>
    public static SiteLayout Place(District district, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(scenario);
        SiteParameters sites = scenario.Testing.Sites;
        int count = CountSites(district, sites, scenario.Scale);
        int further = FurtherSites(sites.Reserve, count, district.MicroGrids);
        long[] load = ResidentsByMicroGrid(district);
        SitePlacementHalves halves = new(district, load, count);
        SitePlacementExchange exchange = new(district, load, halves.SiteOf, count);
        (int[] home, int[] seat) = Number(district, exchange.SiteOf, exchange.Seats());
        long[] residents = new long[count + further];
        for (int grid = 0; grid < home.Length; grid++)
        {
            residents[home[grid]] += load[grid];
        }

        return Describe(district, home, [.. seat, .. Relief(district, load, home, seat, further)], residents);
    }

    /// <summary>A given number × scale, or residents by residents per site; at least one, at most one for each micro-grid.</summary>
    private static int CountSites(District district, SiteParameters sites, double scale)
    {
        double wanted = sites.Count is { } given ? given * scale : district.Residents / sites.ResidentsPerSite;
        double count = Math.Max(1, Math.Round(wanted, MidpointRounding.ToEven));
        string key = sites.Count is null ? "testing.sites.residentsPerSite" : "testing.sites.count";
        return count <= district.MicroGrids
            ? (int)count
            : throw new ScenarioInputException(string.Create(
                CultureInfo.InvariantCulture,
                $"{key}: found {sites.Count ?? sites.ResidentsPerSite}, which makes {count} sites at scale {scale}; allowed: 1 to {district.MicroGrids} sites, one for each micro-grid at most"));
    }

    /// <summary>Reserve codes beyond the last site add sites; they must go on from it without a gap.</summary>
    private static int FurtherSites(IReadOnlyList<string> reserve, int count, int most)
    {
        HashSet<string> beyond = new(reserve, StringComparer.Ordinal);
        for (int site = 0; site < count; site++)
        {
            beyond.Remove(SiteLayout.CodeOf(site));
        }

        int further = 0;
        while (further < most && beyond.Remove(SiteLayout.CodeOf(count + further)))
        {
            further++;
        }

        return beyond.Count == 0
            ? further
            : throw new ScenarioInputException(
                $"testing.sites.reserve: found {string.Join(", ", reserve.Where(beyond.Contains))}; allowed: {SiteLayout.CodeOf(0)} to {SiteLayout.CodeOf(count + further - 1)}, which are there, and the next free code {SiteLayout.CodeOf(count + further)} for one more site");
    }

    private static long[] ResidentsByMicroGrid(District district)
    {
        long[] residents = new long[district.MicroGrids];
        for (int grid = 0; grid < residents.Length; grid++)
        {
            residents[grid] = district.HouseholdFirstResident[district.MicroGridFirstHousehold[grid + 1]]
                - district.HouseholdFirstResident[district.MicroGridFirstHousehold[grid]];
        }

        return residents;
    }

    /// <summary>Numbers sites by the micro-grid in which they stand, which is the code order of their communities.</summary>
    private static (int[] Home, int[] Seat) Number(District district, int[] siteOf, int[] seats)
    {
        int[] order = [.. Enumerable.Range(0, seats.Length).OrderBy(site => seats[site])];
        int[] number = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            number[order[place]] = place;
        }

        int[] home = new int[district.MicroGrids];
        for (int grid = 0; grid < home.Length; grid++)
        {
            home[grid] = number[siteOf[grid]];
        }

        return (home, [.. order.Select(site => seats[site])]);
    }

    /// <summary>Further sites stand, one after the other, at the micro-grid whose people walk most in all: residents × way to the nearest site.</summary>
    private static int[] Relief(District district, long[] load, int[] home, int[] seat, int further)
    {
        double[] way = new double[home.Length];
        for (int grid = 0; grid < way.Length; grid++)
        {
            way[grid] = Distance(district, grid, seat[home[grid]]);
        }

        int[] relief = new int[further];
        for (int i = 0; i < further; i++)
        {
            int worst = 0;
            for (int grid = 1; grid < way.Length; grid++)
            {
                worst = load[grid] * way[grid] > load[worst] * way[worst] ? grid : worst;
            }

            relief[i] = worst;
            for (int grid = 0; grid < way.Length; grid++)
            {
                way[grid] = Math.Min(way[grid], Distance(district, grid, worst));
            }
        }

        return relief;
    }

    private static double Distance(District district, int from, int to)
    {
        (double dx, double dy) = (district.MicroGridX[from] - (double)district.MicroGridX[to], district.MicroGridY[from] - (double)district.MicroGridY[to]);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private static SiteLayout Describe(District district, int[] home, int[] seat, long[] residents)
    {
        int[] x = [.. seat.Select(grid => district.MicroGridX[grid])];
        int[] y = [.. seat.Select(grid => district.MicroGridY[grid])];
        PointGrid places = new(x, y);
        int[][] others = new int[home.Length][];
        for (int grid = 0; grid < others.Length; grid++)
        {
            others[grid] = NearestOf(places, district.MicroGridX[grid], district.MicroGridY[grid], home[grid], seat.Length);
        }

        int[][] toSite = new int[seat.Length][];
        for (int site = 0; site < toSite.Length; site++)
        {
            toSite[site] = NearestOf(places, x[site], y[site], site, seat.Length);
        }

        return new SiteLayout
        {
            HomeSite = home,
            X = x,
            Y = y,
            Community = [.. seat.Select(grid => district.BaseGridCommunity[district.MicroGridBaseGrid[grid]])],
            HomeResidents = residents,
            NearestOthers = others,
            NearestTo = toSite,
        };
    }

    private static int[] NearestOf(PointGrid places, int x, int y, int except, int sites)
    {
        int[] found = new int[Math.Min(Neighbours, sites - 1)];
        Span<long> squares = stackalloc long[Neighbours];
        int count = found.Length == 0 ? 0 : places.Nearest(x, y, except, found, squares);
        return count == found.Length ? found : throw new InvalidOperationException($"Found {count} sites near ({x}, {y}) cm, expected {found.Length}.");
    }
}
