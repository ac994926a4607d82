using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Model.Tests.Testing;

/// <summary>The rule "Who comes", and where people go from a site.</summary>
public sealed class SiteChoiceTests
{
    private static readonly District OneGrid = TinyDistrict.Of([new Home(0, [.. Enumerable.Repeat((byte)40, 30)])]);

    private static MassTestPlan Plan(Func<MassTestingParameters, MassTestingParameters> change, District district, params double[] sites)
    {
        Scenario scenario = new() { Name = "choice", Start = new DateTimeOffset(2022, 4, 10, 0, 0, 0, TimeSpan.FromHours(8)), Testing = change(new MassTestingParameters()) };
        return new MassTestPlan(scenario, district, TinyDistrict.Sites(district, sites), scenario.Seed);
    }

    [Fact]
    public void ChooseSite_Shares_AreKeptAndTheFiveNearestOthersAreEquallyLikely()
    {
        Home[] homes = [.. Enumerable.Range(0, 96).Select(_ => new Home(0, 40))];
        District district = TinyDistrict.Of([.. Enumerable.Range(0, 200).Select(_ => homes)]);
        MassTestPlan plan = Plan(test => test with { Turnout = test.Turnout with { Home = 0.5, Elsewhere = 0.4, AfterReminder = 0.06 } }, district, 0, 10, 20, 30, 40, 50, 60);
        int[] chosen = [.. Enumerable.Range(0, district.Households).Select(household => plan.ChooseSite(EntityId.Of(EntityKind.Household, household), 0))];
        double Share(int site) => chosen.Count(choice => choice == site) / (double)chosen.Length;
        Assert.InRange(Share(0), 0.49, 0.51);
        Assert.All(Enumerable.Range(1, 5), site => Assert.InRange(Share(site), 0.075, 0.085));
        Assert.Equal(0, Share(6));
        Assert.InRange(Share(MassTestPlan.AfterReminder), 0.055, 0.065);
        Assert.InRange(Share(MassTestPlan.Never), 0.035, 0.045);
        Assert.Equal(chosen.Count(choice => choice != MassTestPlan.Never), plan.ExpectedOnSite);
    }

    [Fact]
    public void ComesTogether_Share_IsKept()
    {
        Home[] homes = [.. Enumerable.Range(0, 96).Select(_ => new Home(0, 40, 40))];
        District district = TinyDistrict.Of([.. Enumerable.Range(0, 100).Select(_ => homes)]);
        MassTestPlan plan = Plan(test => test with { Turnout = test.Turnout with { Together = 0.3 } }, district, 0);
        double together = Enumerable.Range(0, district.Households).Count(household => plan.ComesTogether(EntityId.Of(EntityKind.Household, household)));
        Assert.InRange(together / district.Households, 0.28, 0.32);
    }

    [Fact]
    public void NextNearest_FromTheFirstSite_GoesOnInOrderAndRoundAgain()
    {
        MassTestPlan plan = Plan(test => test with { Turnout = test.Turnout with { Home = 1, Elsewhere = 0 } }, OneGrid, 0, 30, -10, 20);
        EntityId household = EntityId.Of(EntityKind.Household, 0);
        List<int> visited = [0];
        for (int hop = 0; hop < 4; hop++)
        {
            visited.Add(plan.NextNearest(household, 0, visited[^1], 0));
        }

        Assert.Equal([0, 2, 3, 1, 0], visited);
    }

    [Fact]
    public void NextNearest_NoOtherSite_IsNone() =>
        Assert.Equal(-1, Plan(test => test, OneGrid, 0).NextNearest(EntityId.Of(EntityKind.Household, 0), 0, 0, 0));

    [Fact]
    public void RedirectFrom_PassesOverClosedAndUnopenedSites()
    {
        Scenario scenario = new()
        {
            Name = "redirect",
            Start = new DateTimeOffset(2022, 4, 10, 0, 0, 0, TimeSpan.FromHours(8)),
            Testing = new MassTestingParameters { Sites = new SiteParameters { Reserve = ["S-002"] } },
            Disruptions = [new Disruption { Type = DisruptionType.SiteClosed, At = new Moment(1000), Sites = ["S-001", "S-003"] }],
            Interventions = [new Intervention { Type = InterventionType.OpenSite, At = new Moment(5000), Sites = ["S-002"] }],
        };
        MassTestPlan plan = new(scenario, OneGrid, TinyDistrict.Sites(OneGrid, 0, 10, 20, 30), 1);
        Assert.Equal([2, 3, 1], new long[] { 999, 1000, 5000 }.Select(at => plan.RedirectFrom(0, at)));
    }

    [Fact]
    public void Plan_WindowThatMakesNoSense_IsRefused()
    {
        ScenarioInputException error = Assert.Throws<ScenarioInputException>(() => Plan(
            test => test with { Window = test.Window with { Close = new Moment(1000), Open = new Moment(2000) } }, OneGrid, 0));
        Assert.StartsWith("testing.window.close", error.Message, StringComparison.Ordinal);
    }
}
