using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing;
using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Staffing;

/// <summary>A district of one hundredth, about 4,900 residents and two sites, for tests of the staffing search.</summary>
internal static class StaffDistrict
{
    /// <summary>The scenario: sites are ready in time, slots end an hour before closing.</summary>
    public static Scenario Scenario { get; } = SmallDistrict.Of("staff-district", 0.01);

    /// <summary>Compiles plans; shared, so that the district is made once.</summary>
    public static PlanShelf Shelf { get; } = new();

    /// <summary>Simulates days.</summary>
    public static StaffDays Days(StaffGoal goal, int parallelism = 2) => new(Scenario, Shelf, goal, parallelism, TestContext.Current.CancellationToken);

    /// <summary>Its sites.</summary>
    public static SiteLayout Layout => Shelf.PlacesOf(Scenario).Layout;
}
