using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing;
using Twin.Model.Distributions;
using Twin.Model.Districts;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Staffing;

/// <summary>A district of one hundredth, about 4,900 residents and two sites, for tests of the staffing search.</summary>
internal static class StaffDistrict
{
    /// <summary>The scenario: sites are ready in time, slots end an hour before closing.</summary>
    public static Scenario Scenario { get; } = new()
    {
        Name = "staff-district",
        Activity = Activity.MassTesting,
        Start = new DateTimeOffset(2022, 4, 10, 2, 0, 0, TimeSpan.FromHours(8)),
        Horizon = Duration.Minutes(24 * 60),
        Scale = 0.01,
        Seed = 20220410,
        Testing = new MassTestingParameters
        {
            Sites = new SiteParameters { Readiness = new Triangular(2 * 3600, 3 * 3600, 4.5 * 3600) },
            Window = new WindowParameters { LastEntry = Duration.Minutes(60) },
        },
    };

    /// <summary>Compiles plans; shared, so that the district is made once.</summary>
    public static PlanShelf Shelf { get; } = new();

    /// <summary>Simulates days.</summary>
    public static StaffDays Days(StaffGoal goal, int parallelism = 2) => new(Scenario, Shelf, goal, parallelism, TestContext.Current.CancellationToken);

    /// <summary>Its sites.</summary>
    public static SiteLayout Layout => Shelf.PlacesOf(Scenario).Layout;
}
