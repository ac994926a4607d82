using Twin.Model.Districts;
using Twin.Model.Testing;

namespace Twin.Model.Tests.Testing;

/// <summary>A household of a hand-made district.</summary>
/// <param name="Metres">Its place, metres east; all lie on one line.</param>
/// <param name="Ages">Ages of its members.</param>
internal sealed record Home(double Metres, params byte[] Ages)
{
    /// <summary>Members who cannot leave home, a bit each.</summary>
    public uint Housebound { get; init; }

    /// <summary>Members without a phone, a bit each.</summary>
    public uint NoPhone { get; init; }
}

/// <summary>A hand-made district: one street, community, compound and base grid, with the micro-grids and sites that a case needs.</summary>
internal static class TinyDistrict
{
    /// <summary>Makes a district of micro-grids with given households.</summary>
    public static District Of(params Home[][] grids)
    {
        Home[] homes = [.. grids.SelectMany(grid => grid)];
        int[] firstHousehold = Cumulative(grids.Select(grid => grid.Length));
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
            BaseGridFirstMicroGrid = [0, grids.Length],
            MicroGridBaseGrid = new int[grids.Length],
            MicroGridIsDedicated = new bool[grids.Length],
            MicroGridFirstHousehold = firstHousehold,
            MicroGridX = [.. grids.Select(grid => Centimetres(grid[0].Metres))],
            MicroGridY = new int[grids.Length],
            HouseholdMicroGrid = [.. grids.SelectMany((grid, number) => Enumerable.Repeat(number, grid.Length))],
            HouseholdFirstResident = Cumulative(homes.Select(home => home.Ages.Length)),
            HouseholdFlags = new HouseholdFlags[homes.Length],
            HouseholdX = [.. homes.Select(home => Centimetres(home.Metres))],
            HouseholdY = new int[homes.Length],
            ResidentAge = [.. homes.SelectMany(home => home.Ages)],
            ResidentFlags = [.. homes.SelectMany(home => home.Ages.Select((_, member) =>
                ((home.Housebound >> member & 1) != 0 ? ResidentFlags.Housebound : ResidentFlags.None)
                | ((home.NoPhone >> member & 1) != 0 ? ResidentFlags.NoPhone : ResidentFlags.None)))],
            CouncilCommunity = [],
            CouncilAlliance = [],
            AllianceStreet = [],
        };
    }

    /// <summary>Puts sites on the line; each micro-grid's home is the nearest.</summary>
    public static SiteLayout Sites(District district, params double[] metres)
    {
        int[] x = [.. metres.Select(Centimetres)];
        return Sites(district, x, new int[x.Length]);
    }

    /// <summary>Puts sites at so many evenly spread micro-grids' centres.</summary>
    public static SiteLayout Spread(District district, int count)
    {
        int[] at = [.. Enumerable.Range(0, count).Select(site => ((2 * site) + 1) * district.MicroGrids / (2 * count))];
        return Sites(district, [.. at.Select(grid => district.MicroGridX[grid])], [.. at.Select(grid => district.MicroGridY[grid])]);
    }

    private static SiteLayout Sites(District district, int[] x, int[] y)
    {
        int[][] nearest = [.. Enumerable.Range(0, district.MicroGrids).Select(grid => Order(x, y, district.MicroGridX[grid], district.MicroGridY[grid]))];
        long[] residents = new long[x.Length];
        for (int household = 0; household < district.Households; household++)
        {
            residents[nearest[district.HouseholdMicroGrid[household]][0]] += district.SizeOf(household);
        }

        return new SiteLayout
        {
            HomeSite = [.. nearest.Select(order => order[0])],
            X = x,
            Y = y,
            Community = new int[x.Length],
            HomeResidents = residents,
            NearestOthers = [.. nearest.Select(order => order[1..])],
            NearestTo = [.. Enumerable.Range(0, x.Length).Select(site => Order(x, y, x[site], y[site]).Where(other => other != site).ToArray())],
        };
    }

    private static int[] Order(int[] x, int[] y, double fromX, double fromY) =>
        [.. Enumerable.Range(0, x.Length).OrderBy(site => Math.Pow(x[site] - fromX, 2) + Math.Pow(y[site] - fromY, 2)).ThenBy(site => site)];

    private static int Centimetres(double metres) => (int)Math.Round(metres * 100);

    private static int[] Cumulative(IEnumerable<int> counts)
    {
        List<int> sums = [0];
        foreach (int count in counts)
        {
            sums.Add(sums[^1] + count);
        }

        return [.. sums];
    }
}
