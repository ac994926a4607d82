namespace Twin.Model.Districts;

/// <summary>Counts over a whole district. Shares of households are of residential ones: dedicated units are not in these marginals.</summary>
internal sealed class DistrictCensus
{
    /// <summary>Counts.</summary>
    /// <param name="district">The district.</param>
    public DistrictCensus(District district)
    {
        Villages = district.CommunityIsVillage.Count(isVillage => isVillage);
        DedicatedMicroGrids = district.MicroGridIsDedicated.Count(isDedicated => isDedicated);
        RuralMicroGrids = district.MicroGridBaseGrid.Count(grid => district.BaseGridCompound[grid] < 0);
        HouseholdsLeast = int.MaxValue;
        for (int grid = 0; grid < district.MicroGrids; grid++)
        {
            int households = district.MicroGridFirstHousehold[grid + 1] - district.MicroGridFirstHousehold[grid];
            (HouseholdsLeast, HouseholdsMost) = (Math.Min(HouseholdsLeast, households), Math.Max(HouseholdsMost, households));
        }

        CountHouseholds(district);
        double residents = Math.Max(1, district.Residents);
        Children = district.ResidentAge.Count(age => age < 15) / residents;
        Aged60 = district.ResidentAge.Count(age => age >= 60) / residents;
        Aged65 = district.ResidentAge.Count(age => age >= 65) / residents;
        Housebound = district.ResidentFlags.Count(flags => (flags & ResidentFlags.Housebound) != 0) / residents;
        NoPhone = district.ResidentFlags.Count(flags => (flags & ResidentFlags.NoPhone) != 0) / residents;
    }

    public int Villages { get; }

    public int DedicatedMicroGrids { get; }

    public int RuralMicroGrids { get; }

    public int HouseholdsLeast { get; }

    public int HouseholdsMost { get; }

    public double HouseholdSize { get; private set; }

    public double OnePerson { get; private set; }

    public double AgedAlone { get; private set; }

    public double PartyMember { get; private set; }

    public double Children { get; }

    public double Aged60 { get; }

    public double Aged65 { get; }

    public double Housebound { get; }

    public double NoPhone { get; }

    private void CountHouseholds(District district)
    {
        (int homes, int people, int alone, int agedAlone, int party) = (0, 0, 0, 0, 0);
        for (int household = 0; household < district.Households; household++)
        {
            HouseholdFlags flags = district.HouseholdFlags[household];
            if ((flags & HouseholdFlags.Dedicated) != 0)
            {
                continue;
            }

            homes++;
            people += district.SizeOf(household);
            alone += district.SizeOf(household) == 1 ? 1 : 0;
            agedAlone += (flags & HouseholdFlags.AgedAlone) != 0 ? 1 : 0;
            party += (flags & HouseholdFlags.PartyMember) != 0 ? 1 : 0;
        }

        double all = Math.Max(1, homes);
        (HouseholdSize, OnePerson, AgedAlone, PartyMember) = (people / all, alone / all, agedAlone / all, party / all);
    }
}
