using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>Generates a district from its specification: control totals exact, marginals by quota, everything else drawn by key.</summary>
/// <remarks>The same specification and scale give the same district on any machine. Time and memory grow in proportion to the residents.</remarks>
public static class DistrictGenerator
{
    /// <summary>Generates a district.</summary>
    /// <param name="spec">What it is generated from; its seed is the only source of chance.</param>
    /// <param name="scale">Share of the full district, above 0; 1 is the whole, 10 ten times as many of everything but streets.</param>
    /// <returns>The district.</returns>
    /// <exception cref="ScenarioInputException">There is no such district: the message has key, found and allowed.</exception>
    public static District Generate(DistrictSpecification spec, double scale)
    {
        ArgumentNullException.ThrowIfNull(spec);
        StreetSpecification[] streets = StreetList.Check(spec);
        DistrictCounts counts = new(spec, scale);
        Draws draws = new(spec.Seed);
        DistrictHierarchy tree = new(counts, streets, draws);
        int[] households = HouseholdsByMicroGrid(counts, draws);
        PopulationQuota quota = new(spec, counts, DedicatedUnits(households, tree.MicroGridIsDedicated));
        Population people = new(quota, households, tree.MicroGridIsDedicated, counts.Residents, spec.Seed);
        ConvexRegion outline = DistrictOutline.Of(spec, scale);
        DistrictLayout layout = new(tree, outline, spec.UrbanArea, draws);
        HouseholdPlaces places = new(layout, tree, people.MicroGridFirstHousehold, spec.Seed);
        (int[] councilCommunity, int[] councilAlliance, int[] allianceStreet) = Councils(counts, tree);
        return new District
        {
            Code = spec.Code,
            Name = spec.Name,
            NameZh = spec.NameZh,
            StreetTable = streets,
            OutlineX = [.. outline.X.Select(x => (int)x)],
            OutlineY = [.. outline.Y.Select(y => (int)y)],
            CommunityStreet = tree.CommunityStreet,
            CommunityIsVillage = tree.CommunityIsVillage,
            StreetFirstCommunity = tree.StreetFirstCommunity,
            CommunityFirstBaseGrid = tree.CommunityFirstBaseGrid,
            CommunityFirstCompound = tree.CommunityFirstCompound,
            CompoundFirstBaseGrid = tree.CompoundFirstBaseGrid,
            CompoundLastBaseGrid = tree.CompoundLastBaseGrid,
            CompoundCommunity = tree.CompoundCommunity,
            BaseGridCommunity = tree.BaseGridCommunity,
            BaseGridCompound = tree.BaseGridCompound,
            BaseGridFirstMicroGrid = tree.BaseGridFirstMicroGrid,
            MicroGridBaseGrid = tree.MicroGridBaseGrid,
            MicroGridIsDedicated = tree.MicroGridIsDedicated,
            MicroGridFirstHousehold = people.MicroGridFirstHousehold,
            MicroGridX = layout.X,
            MicroGridY = layout.Y,
            HouseholdMicroGrid = people.HouseholdMicroGrid,
            HouseholdFirstResident = people.HouseholdFirstResident,
            HouseholdFlags = people.Flags,
            HouseholdX = places.X,
            HouseholdY = places.Y,
            ResidentAge = people.Ages,
            ResidentFlags = people.ResidentFlags,
            CouncilCommunity = councilCommunity,
            CouncilAlliance = councilAlliance,
            AllianceStreet = allianceStreet,
        };
    }

    /// <summary>Triangular about the mean as far as 50 and 80 allow; what is missing or over goes one by one to or from the next that has room.</summary>
    private static int[] HouseholdsByMicroGrid(DistrictCounts counts, Draws draws)
    {
        int[] households = new int[counts.MicroGrids];
        double mean = (double)counts.Households / counts.MicroGrids;
        double spread = Math.Min(mean - DistrictCounts.HouseholdsLeast, DistrictCounts.HouseholdsMost - mean);
        int missing = counts.Households;
        for (int grid = 0; grid < households.Length; grid++)
        {
            EntityId id = EntityId.Of(EntityKind.MicroGrid, grid);
            double u = draws.Uniform(id, 0, DistrictDraw.Households, Purpose.District) + draws.Uniform(id, 1, DistrictDraw.Households, Purpose.District) - 1;
            int drawn = (int)Math.Round(mean + (spread * u), MidpointRounding.ToEven);
            households[grid] = Math.Clamp(drawn, DistrictCounts.HouseholdsLeast, DistrictCounts.HouseholdsMost);
            missing -= households[grid];
        }

        for (int grid = 0; missing != 0; grid = grid + 1 == households.Length ? 0 : grid + 1)
        {
            int changed = Math.Clamp(households[grid] + Math.Sign(missing), DistrictCounts.HouseholdsLeast, DistrictCounts.HouseholdsMost);
            missing -= changed - households[grid];
            households[grid] = changed;
        }

        return households;
    }

    private static int DedicatedUnits(int[] households, bool[] dedicated)
    {
        int units = 0;
        for (int grid = 0; grid < households.Length; grid++)
        {
            units += dedicated[grid] ? households[grid] : 0;
        }

        return units;
    }

    /// <summary>Councils by their communities' micro-grids; alliances by their streets' councils, which join them in blocks.</summary>
    private static (int[] CouncilCommunity, int[] CouncilAlliance, int[] AllianceStreet) Councils(DistrictCounts counts, DistrictHierarchy tree)
    {
        double[] grids = new double[tree.CommunityStreet.Length];
        for (int community = 0; community < grids.Length; community++)
        {
            grids[community] = tree.FirstMicroGrid(community + 1) - tree.FirstMicroGrid(community);
        }

        int[] perCommunity = Apportionment.Share(counts.Councils, grids, counts.Councils >= grids.Length ? 1 : 0);
        int[] communityOf = Repeat(perCommunity);
        double[] perStreet = new double[tree.StreetFirstCommunity.Length - 1];
        foreach (int community in communityOf)
        {
            perStreet[tree.CommunityStreet[community]]++;
        }

        int[] streetOf = Repeat(Apportionment.Share(counts.Alliances, perStreet, 0));
        int[] allianceOf = new int[communityOf.Length];
        for (int council = 0; council < allianceOf.Length; council++)
        {
            allianceOf[council] = AllianceOf(council, communityOf, tree.CommunityStreet, streetOf);
        }

        return (communityOf, allianceOf, streetOf);
    }

    /// <summary>The council's block among its street's alliances; the nearest alliance by street number where the street has none.</summary>
    private static int AllianceOf(int council, int[] communityOf, int[] communityStreet, int[] streetOf)
    {
        int street = communityStreet[communityOf[council]];
        int first = Array.IndexOf(streetOf, street);
        if (first < 0)
        {
            return Enumerable.Range(0, streetOf.Length).MinBy(alliance => Math.Abs(streetOf[alliance] - street));
        }

        int alliances = Array.LastIndexOf(streetOf, street) - first + 1;
        int firstCouncil = Array.FindIndex(communityOf, community => communityStreet[community] == street);
        int councils = Array.FindLastIndex(communityOf, community => communityStreet[community] == street) - firstCouncil + 1;
        return first + (int)((long)(council - firstCouncil) * alliances / councils);
    }

    private static int[] Repeat(int[] counts)
    {
        List<int> repeated = [];
        for (int i = 0; i < counts.Length; i++)
        {
            repeated.AddRange(Enumerable.Repeat(i, counts[i]));
        }

        return [.. repeated];
    }
}
