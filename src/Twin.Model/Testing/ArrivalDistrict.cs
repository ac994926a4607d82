using Twin.Model.Districts;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>The district and the sites behind an arrivals file: its people, each a household of one, and sites on a line.</summary>
public static class ArrivalDistrict
{
    private const int HouseholdsPerGrid = 80;
    private const int NearestListed = 50;

    /// <summary>Makes them: one street, community, compound and base grid; households in the file's order; each lives where it first comes.</summary>
    /// <param name="arrivals">The people.</param>
    /// <param name="scenario">The scenario: number of sites if given (else the greatest in the file), and their distance.</param>
    public static (District District, SiteLayout Layout) Of(ArrivalList arrivals, Scenario scenario)
    {
        int sites = scenario.Testing.Sites.Count ?? arrivals.Site.Max() + 1;
        SiteLayout layout = Layout(arrivals, sites, scenario.Testing.Arrivals.SiteSpacingMetres);
        return (Build(arrivals, layout), layout);
    }

    private static SiteLayout Layout(ArrivalList arrivals, int sites, double spacingMetres)
    {
        int grids = Grids(arrivals.Count);
        long[] people = new long[sites];
        foreach (int site in arrivals.Site)
        {
            people[site]++;
        }

        int[][] nearest = [.. Enumerable.Range(0, sites).Select(site => Nearest(site, sites))];
        return new SiteLayout
        {
            HomeSite = new int[grids],
            X = [.. Enumerable.Range(0, sites).Select(site => checked((int)Math.Round(site * spacingMetres * 100, MidpointRounding.ToEven)))],
            Y = new int[sites],
            Community = new int[sites],
            HomeResidents = people,
            NearestOthers = [.. Enumerable.Repeat(nearest[0], grids)],
            NearestTo = nearest,
        };
    }

    /// <summary>Other sites on the line by distance, of two at the same distance the lower number first.</summary>
    private static int[] Nearest(int site, int sites)
    {
        List<int> others = [];
        for (int distance = 1; distance < sites && others.Count < NearestListed; distance++)
        {
            others.AddRange(((int[])[site - distance, site + distance]).Where(other => other >= 0 && other < sites));
        }

        return [.. others];
    }

    private static int Grids(int people) => (people + HouseholdsPerGrid - 1) / HouseholdsPerGrid;

    private static District Build(ArrivalList arrivals, SiteLayout layout)
    {
        int count = arrivals.Count;
        int grids = Grids(count);
        return new District
        {
            CommunityStreet = [0],
            CommunityIsVillage = [false],
            StreetFirstCommunity = [0, 1],
            CommunityFirstBaseGrid = [0, 1],
            CommunityFirstCompound = [0, 1],
            CompoundFirstBaseGrid = [0],
            CompoundLastBaseGrid = [0],
            CompoundCommunity = [0],
            BaseGridCommunity = [0],
            BaseGridCompound = [0],
            BaseGridFirstMicroGrid = [0, grids],
            MicroGridBaseGrid = new int[grids],
            MicroGridIsDedicated = new bool[grids],
            MicroGridFirstHousehold = [.. Enumerable.Range(0, grids + 1).Select(grid => Math.Min(count, grid * HouseholdsPerGrid))],
            MicroGridX = new int[grids],
            MicroGridY = new int[grids],
            HouseholdMicroGrid = [.. Enumerable.Range(0, count).Select(person => person / HouseholdsPerGrid)],
            HouseholdFirstResident = [.. Enumerable.Range(0, count + 1)],
            HouseholdFlags = new HouseholdFlags[count],
            HouseholdX = [.. arrivals.Site.Select(site => layout.X[site])],
            HouseholdY = new int[count],
            ResidentAge = arrivals.Age,
            ResidentFlags = [.. arrivals.Assisted.Select(assisted => assisted ? ResidentFlags.NoPhone : ResidentFlags.None)],
            CouncilCommunity = [],
            CouncilAlliance = [],
            AllianceStreet = [],
        };
    }
}
