using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Helping;
using Twin.Model.Districts;
using Twin.Model.Testing;

namespace Twin.Experiments.Plans;

/// <summary>What the second of two plans has elsewhere or otherwise than the first: on paper, without a run.</summary>
public sealed class PlanDifference
{
    private PlanDifference(StaffingPlan first, StaffingPlan second, StaffCosts costs, IReadOnlyList<SiteMove> sites, IReadOnlyList<StreetMove> streets, int groups)
    {
        (First, Second, Costs, Sites, Streets, Groups) = (first, second, costs, sites, streets, groups);
        Moves = [.. sites.Where(site => site.IsMove).OrderByDescending(site => Math.Abs(site.CostChange(costs))).ThenByDescending(site => site.People).ThenBy(site => site.Site)];
    }

    /// <summary>The first plan.</summary>
    public StaffingPlan First { get; }

    /// <summary>The second plan.</summary>
    public StaffingPlan Second { get; }

    /// <summary>Costs of an hour, for both.</summary>
    public StaffCosts Costs { get; }

    /// <summary>Every site, in code order.</summary>
    public IReadOnlyList<SiteMove> Sites { get; }

    /// <summary>Sites at which something changes, the change that costs or saves most first.</summary>
    public IReadOnlyList<SiteMove> Moves { get; }

    /// <summary>Streets, the change that costs or saves most first.</summary>
    public IReadOnlyList<StreetMove> Streets { get; }

    /// <summary>Helpers of each party group in the first and in the second.</summary>
    public (int First, int Second) Helpers => (First.Scenario.Testing.Notice.Helpers, Second.Scenario.Testing.Notice.Helpers);

    /// <summary>Party groups of the district.</summary>
    public int Groups { get; }

    /// <summary>What the helpers' paid hours cost, second − first; 0 if helpers do nothing in the scenario.</summary>
    public double HelperCostChange => HelperPlan.Paid(First.Scenario) is { } paid ? (Helpers.Second - Helpers.First) * (double)Groups * (paid.To - paid.From) / 3_600_000 * Costs.Helper : 0;

    /// <summary>Whether the second was made for another scenario than the first: another file, seed aside, or other changes.</summary>
    public bool OtherScenario => StaffingPlan.DigestOf(First.Scenario) != StaffingPlan.DigestOf(Second.Scenario);

    /// <summary>The second plan's staff in the first's scenario: what is run, so that nothing else differs.</summary>
    public Model.Scenarios.Scenario SecondInFirst => StaffingPlan.Into(First.Scenario, Second.Roster, Helpers.Second);

    /// <summary>Compares two plans.</summary>
    /// <param name="first">The first plan.</param>
    /// <param name="second">The second plan.</param>
    /// <param name="costs">Costs of an hour, for both.</param>
    /// <param name="district">The district of the first's scenario.</param>
    /// <param name="layout">Its sites.</param>
    public static PlanDifference Of(StaffingPlan first, StaffingPlan second, StaffCosts costs, District district, SiteLayout layout)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(costs);
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(layout);
        IReadOnlyList<SiteStaffing> before = SiteStaffing.Of(first, layout.Count);
        IReadOnlyList<SiteStaffing> after = SiteStaffing.Of(second, layout.Count);
        SiteMove[] sites = [.. Enumerable.Range(0, layout.Count).Select(site => new SiteMove(site, district.CommunityStreet[layout.Community[site]], layout.HomeResidents[site], before[site], after[site]))];
        return Of(first, second, costs, sites, street => district.StreetTable[street], district.MicroGrids);
    }

    /// <summary>Puts the sites of two plans together.</summary>
    /// <param name="first">The first plan.</param>
    /// <param name="second">The second plan.</param>
    /// <param name="costs">Costs of an hour, for both.</param>
    /// <param name="sites">Every site, in code order.</param>
    /// <param name="street">A street by its ordinal.</param>
    /// <param name="groups">Party groups of the district.</param>
    internal static PlanDifference Of(
        StaffingPlan first, StaffingPlan second, StaffCosts costs, IReadOnlyList<SiteMove> sites, Func<int, StreetSpecification> street, int groups)
    {
        StreetMove[] streets =
        [
            .. sites.GroupBy(site => site.Street).Select(group => new StreetMove(group.Key, street(group.Key), [.. group]))
                .OrderByDescending(move => Math.Abs(move.CostChange(costs))).ThenBy(move => move.Street),
        ];
        return new PlanDifference(first, second, costs, sites, streets, groups);
    }
}

/// <summary>A site in both plans.</summary>
/// <param name="Site">Its ordinal.</param>
/// <param name="Street">Ordinal of the street in which it lies.</param>
/// <param name="HomeResidents">Residents whose home site it is.</param>
/// <param name="First">What the first plan has there.</param>
/// <param name="Second">What the second plan has there.</param>
public sealed record SiteMove(int Site, int Street, long HomeResidents, SiteStaffing First, SiteStaffing Second)
{
    /// <summary>The site's code.</summary>
    public string Code => SiteLayout.CodeOf(Site);

    /// <summary>Samplers, second − first.</summary>
    public int Samplers => Second.Samplers - First.Samplers;

    /// <summary>Desks, second − first.</summary>
    public int Desks => Second.Desks - First.Desks;

    /// <summary>People who come or go, of both roles.</summary>
    public int People => Math.Abs(Samplers) + Math.Abs(Desks);

    /// <summary>Planned hours, second − first.</summary>
    public double Hours => Second.Hours - First.Hours;

    /// <summary>Whether anything changes here.</summary>
    public bool IsMove => First != Second;

    /// <summary>Cost, second − first.</summary>
    /// <param name="costs">Costs of an hour.</param>
    public double CostChange(StaffCosts costs) => Second.Cost(costs) - First.Cost(costs);
}

/// <summary>A street in both plans.</summary>
/// <param name="Street">Its ordinal.</param>
/// <param name="Name">Its names.</param>
/// <param name="Sites">Its sites.</param>
public sealed record StreetMove(int Street, StreetSpecification Name, IReadOnlyList<SiteMove> Sites)
{
    /// <summary>Samplers, second − first.</summary>
    public int Samplers => Sites.Sum(site => site.Samplers);

    /// <summary>Desks, second − first.</summary>
    public int Desks => Sites.Sum(site => site.Desks);

    /// <summary>Planned hours, second − first.</summary>
    public double Hours => Sites.Sum(site => site.Hours);

    /// <summary>Cost, second − first.</summary>
    /// <param name="costs">Costs of an hour.</param>
    public double CostChange(StaffCosts costs) => Sites.Sum(site => site.CostChange(costs));
}
