using Twin.Experiments.Backtesting;
using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Plans;
using Twin.Experiments.Replicating;
using Twin.Kernel;
using Twin.Model.Districts;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Backtesting;

/// <summary>Three hundredths of the district, six sites, with staff that are just enough, and counts of days whose parameters may be hidden ones.</summary>
internal static class BacktestDistrict
{
    /// <summary>Compiles plans; shared, so that the district is made once.</summary>
    public static PlanShelf Shelf { get; } = new();

    private static Scenario Scenario { get; } = SmallDistrict.Of("backtest-district", 0.03);

    /// <summary>The plan: samplers for 300 residents and desks for 420 at each site, in which waits answer to every parameter.</summary>
    public static StaffingPlan Plan { get; } = Of(300, 420);

    /// <summary>A plan with staff by home residents.</summary>
    public static StaffingPlan Of(double residentsPerSampler, double residentsPerDesk)
    {
        SiteLayout layout = Shelf.PlacesOf(Scenario).Layout;
        StaffRoster roster = StaffRoster.Of(
            [.. layout.HomeResidents.Select(residents => (int)Math.Round(residents / residentsPerSampler))],
            [.. layout.HomeResidents.Select(residents => (int)Math.Round(residents / residentsPerDesk))]);
        PlanFile file = new() { Schema = PlanFile.Format, Version = 1, Author = "planner", ScenarioFile = "none.yaml" };
        return new StaffingPlan("plan.json", file, StaffingPlan.Into(Scenario, roster, null));
    }

    /// <summary>The counts of a day of the plan's scenario, its parameters changed.</summary>
    /// <param name="number">Number of the day.</param>
    /// <param name="hidden">Changes the parameters.</param>
    /// <param name="minutes">Length of an interval.</param>
    public static SiteCounts Counts(int number, Func<MassTestingParameters, MassTestingParameters>? hidden = null, int minutes = 30, StaffingPlan? of = null)
    {
        Scenario scenario = (of ?? Plan).Scenario;
        scenario = scenario with { Testing = hidden?.Invoke(scenario.Testing) ?? scenario.Testing };
        MassTestPlan plan = Shelf.PlanOf(scenario, new Draws(scenario.Seed).ReplicationSeed(number));
        MassTestResult day = Replications.Of(plan, (_, outcome) => MassTestResultReader.Read(plan, outcome.Metrics), TestContext.Current.CancellationToken);
        return CountsReader.Read("counts.csv", CountsText.Of(day, scenario.Start, minutes), scenario, plan.Layout.Count);
    }

    /// <summary>Compares counts with the plan.</summary>
    public static Backtest Run(SiteCounts counts, int replications = 119, int fitPoints = 0, StaffingPlan? of = null, params string[] parameters) => Backtest.Run(
        of ?? Plan, counts, new BacktestEffort { Replications = replications, FitPoints = fitPoints, Threads = 2, Parameters = parameters }, Shelf, null, TestContext.Current.CancellationToken);
}
