using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>How many households and people of each kind the population has: every marginal as a count, before anything is drawn.</summary>
internal sealed class PopulationQuota
{
    /// <summary>Share of the aged in households of two or more who live there as the first member; the rest are aged partners. An estimate.</summary>
    private const double AgedFirst = 0.625;

    /// <summary>Share of children who are third or later members: the rest live with a single parent or one grandparent. An estimate.</summary>
    private const double ChildrenThird = 0.9;

    private readonly int[] _sizes;
    private readonly int[] _dedicatedSizes;

    /// <summary>Counts everything.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="counts">Counts of the district.</param>
    /// <param name="dedicatedUnits">Units of dedicated micro-grids.</param>
    /// <exception cref="ScenarioInputException">The shares contradict each other.</exception>
    public PopulationQuota(DistrictSpecification spec, DistrictCounts counts, int dedicatedUnits)
    {
        int homes = counts.Households - dedicatedUnits;
        int dedicatedAlone = Part(dedicatedUnits, spec.OnePerson);
        int alone = Part(homes, spec.OnePerson);
        int dedicatedPeople = DedicatedPeople(spec, counts.Residents, homes, alone, dedicatedUnits, dedicatedAlone);
        int people = counts.Residents - dedicatedPeople;
        DistrictCounts.Require(
            people >= LeastPeople(homes, alone) && people <= MostPeople(homes, alone), "district.residents", counts.Text(spec.Residents, counts.Residents),
            $"{LeastPeople(homes, alone) + dedicatedPeople} to {MostPeople(homes, alone) + dedicatedPeople}, for {homes} households with {alone} of one person");
        _sizes = HouseholdSizes.Quota(homes, people, alone);
        _dedicatedSizes = HouseholdSizes.Quota(dedicatedUnits, dedicatedPeople, dedicatedAlone);
        AgedAlone = Part(homes, spec.AgedAlone);
        DedicatedAgedAlone = Part(dedicatedUnits, spec.AgedAlone);
        Party = new Urn(homes - Part(homes, spec.PartyMemberHouseholds), Part(homes, spec.PartyMemberHouseholds));
        int dedicatedParty = Part(dedicatedUnits, spec.PartyMemberHouseholds);
        DedicatedParty = new Urn(dedicatedUnits - dedicatedParty, dedicatedParty);

        int children = Part(counts.Residents, spec.Children);
        int aged = Part(counts.Residents, spec.Aged60);
        int elders = Math.Min(aged, Part(counts.Residents, spec.Aged65));
        int shared = aged - AgedAlone - DedicatedAgedAlone;
        DistrictCounts.Require(
            shared >= 0, "district.agedAlone", DistrictCounts.Text(spec.AgedAlone), $"less: {AgedAlone + DedicatedAgedAlone} households ask for more than the {aged} residents aged 60 or more");
        int larger = homes - alone;
        int agedFirst = Math.Min(larger, (int)Math.Ceiling(shared * AgedFirst));
        int agedSecond = Math.Min(agedFirst, shared - agedFirst);
        int agedThird = shared - agedFirst - agedSecond;
        int third = people - alone - (2 * larger);
        int second = larger - agedSecond;
        int childrenThird = Math.Min(third - agedThird, Math.Max(children - second, Part(children, ChildrenThird)));
        DistrictCounts.Require(
            agedThird <= third && children - childrenThird <= second, "district.children", DistrictCounts.Text(spec.Children),
            $"less: beside one member who is not a child in each household, and {aged} aged people, there is no room for {children} children");
        First = new Urn(larger - agedFirst, agedFirst);
        SecondOfAged = new Urn(agedFirst - agedSecond, agedSecond);
        Second = new Urn(second - (children - childrenThird), children - childrenThird);
        Third = new Urn(third - childrenThird - agedThird, childrenThird, agedThird);
        Elders = new Urn(aged - elders, elders);
        int[] groups = [children, counts.Residents - children - aged, aged - elders, elders];
        Attributes = AttributeQuota.Urns(groups, Part(counts.Residents, spec.Housebound), Part(counts.Residents, spec.NoPhone));
    }

    /// <summary>Households of one person aged 60 or more.</summary>
    public int AgedAlone { get; }

    /// <summary>Such units of dedicated micro-grids.</summary>
    public int DedicatedAgedAlone { get; }

    /// <summary>Whether a household is a party member's (1).</summary>
    public Urn Party { get; }

    /// <summary>Whether a dedicated unit is a party member's (1).</summary>
    public Urn DedicatedParty { get; }

    /// <summary>First member of a household of two or more: an adult (0) or aged (1).</summary>
    public Urn First { get; }

    /// <summary>Second member where the first is aged: another (0) or aged (1).</summary>
    public Urn SecondOfAged { get; }

    /// <summary>Second member who is not aged: an adult (0) or a child (1).</summary>
    public Urn Second { get; }

    /// <summary>Third or later member: an adult (0), a child (1) or aged (2).</summary>
    public Urn Third { get; }

    /// <summary>An aged person: 60 to 64 (0) or 65 or more (1).</summary>
    public Urn Elders { get; }

    /// <summary>Resident flags by <see cref="AgeGroup"/>.</summary>
    public Urn[] Attributes { get; }

    /// <summary>Sizes of households (false) or dedicated units (true): class 0 is somebody aged alone, class s has s members.</summary>
    /// <param name="dedicated">Which.</param>
    public Urn Sizes(bool dedicated)
    {
        int[] lots = [.. dedicated ? _dedicatedSizes : _sizes];
        lots[0] = dedicated ? DedicatedAgedAlone : AgedAlone;
        lots[1] -= lots[0];
        return new Urn(lots);
    }

    private static int Part(int total, double share) => (int)Math.Round(total * share, MidpointRounding.ToEven);

    /// <summary>The homes have their mean size exactly, as far as dedicated units can take the rest.</summary>
    private static int DedicatedPeople(DistrictSpecification spec, int residents, int homes, int alone, int units, int unitsAlone)
    {
        int rest = residents - Math.Clamp(Part(homes, spec.HouseholdSize), LeastPeople(homes, alone), MostPeople(homes, alone));
        return units == 0 ? 0 : Math.Clamp(rest, LeastPeople(units, unitsAlone), MostPeople(units, unitsAlone));
    }

    private static int LeastPeople(int households, int alone) => alone + (2 * (households - alone));

    private static int MostPeople(int households, int alone) => alone + (HouseholdSizes.Most * (households - alone));
}
