using Twin.Experiments.Replicating;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Stressing;

/// <summary>A district of two hundredths, about 9,800 residents and four sites, staffed so that most days hold.</summary>
internal static class StressDistrict
{
    /// <summary>The scenario.</summary>
    public static Scenario Scenario { get; } = Staffed(SmallDistrict.Of("stress-district", 0.02));

    /// <summary>Makes districts; shared, so that this one is made once.</summary>
    public static PlanShelf Shelf { get; } = new();

    /// <summary>Its sites.</summary>
    public static SiteLayout Layout => Shelf.PlacesOf(Scenario).Layout;

    /// <summary>A small test of some groups of factors.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="days">Days.</param>
    /// <param name="threads">Days at a time.</param>
    public static StressResult Run(string groups, int days, int threads = 2) => new StressTest(
        Scenario, new StressGoal(), new StressEffort { Days = days, PairDays = 2, Parallelism = threads }, groups.Split(','), Shelf, null,
        TestContext.Current.CancellationToken).Run();

    /// <summary>The factor of a key.</summary>
    /// <param name="key">The key.</param>
    public static StressFactor Factor(string key) => StressFactors.Make(Scenario, Layout, StressFactors.All).Of.Single(factor => factor.Key == key);

    private static Scenario Staffed(Scenario scenario) =>
        scenario with { Testing = scenario.Testing with { Staff = new StaffParameters { Samplers = 3400, Desks = 2000 } } };
}
