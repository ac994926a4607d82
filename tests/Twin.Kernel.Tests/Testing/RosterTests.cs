using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

public sealed class RosterTests
{
    private const int Sites = 3;

    private static Scenario With(StaffRoster? roster) => SmallDistrict.Scenario with
    {
        Testing = SmallDistrict.Scenario.Testing with { Staff = new StaffParameters { Planned = roster } },
    };

    private static StaffRoster Rows(params RosterRow[] rows) => new() { File = "r.csv", Rows = rows };

    [Fact]
    public void Run_RosterOfTheApportionedStaff_SameDigestsAsWithout()
    {
        MassTestPlan apportioned = SmallDistrict.Plan(With(null));
        int[] Planned(StaffRole role) => [.. Enumerable.Range(0, Sites).Select(site => apportioned.PlannedStaff(site, (int)role))];
        MassTestPlan rostered = SmallDistrict.Plan(With(StaffRoster.Of(Planned(StaffRole.Samplers), Planned(StaffRole.Desks))));
        (EngineOutcome one, EngineOutcome other) = (new KernelEngine(apportioned).Run(), new KernelEngine(rostered).Run());
        Assert.Equal((one.Digest, one.Metrics.Digest()), (other.Digest, other.Metrics.Digest()));
    }

    [Fact]
    public void Run_ShiftsThatFollowOneAnother_NobodyWorksOutsideTheirs()
    {
        const long Change = 34_200_000;
        StaffRoster roster = Rows(
            new RosterRow(0, null, Change, 6, 3, 2), new RosterRow(0, Change, null, 4, 2, 3), new RosterRow(1, null, null, 6, 3, 4), new RosterRow(2, null, null, 6, 3, 5));
        Scenario scenario = With(roster);
        scenario = scenario with { Testing = scenario.Testing with { Staff = scenario.Testing.Staff with { Absence = 0 } } };
        MassTestPlan plan = SmallDistrict.Plan(scenario, recordsVisits: true);
        KernelEngine engine = new(plan);
        MassTestResult result = MassTestResultReader.Read(plan, engine.Run().Metrics);
        Assert.Equal((10, 5), (result.Sites[0].Samplers, result.Sites[0].Desks));
        Site site = engine.Entities.OfType<Site>().First();
        Visit[] tested = [.. site.Visits.Where(visit => visit.Outcome == VisitOutcome.Tested)];
        Assert.Contains(tested, visit => visit.SwabStart < Change);
        Assert.Contains(tested, visit => visit.SwabStart >= Change);
        Assert.All(tested, visit => Assert.Equal(visit.SwabStart < Change, visit.Sampler < 6));
        Assert.All(tested, visit => Assert.Equal(visit.RegistrationStart < Change, visit.Desk < 3));
    }

    [Fact]
    public void Plan_BeforeOpening_CountsThoseOfTheFirstShiftAlone()
    {
        Scenario scenario = With(Rows(new RosterRow(0, null, null, 2, 1, 2), new RosterRow(0, 30_000_000, null, 5, 4, 3), new RosterRow(1, null, null, 1, 1, 4), new RosterRow(2, null, null, 1, 1, 5)));
        scenario = scenario with { Testing = scenario.Testing with { Staff = scenario.Testing.Staff with { Absence = 0 } } };
        MassTestPlan plan = SmallDistrict.Plan(scenario);
        EntityId site = EntityId.Of(EntityKind.Site, 0);
        Assert.Equal((2, 1), (plan.PresentStaff(site, (int)StaffRole.Samplers), plan.PresentStaff(site, (int)StaffRole.Desks)));
        Assert.Equal(7, plan.PlannedStaff(0, (int)StaffRole.Samplers));
    }

    [Fact]
    public void Plan_SiteWithoutARow_IsRefused()
    {
        ScenarioInputException refused = Assert.Throws<ScenarioInputException>(() => SmallDistrict.Plan(With(Rows(new RosterRow(0, null, null, 1, 1, 2), new RosterRow(2, null, null, 1, 1, 3)))));
        Assert.Equal("r.csv: site: found no row for S-002; allowed: a row for each site (3 in all), with 0 and 0 for one without staff", refused.Message);
    }

    [Fact]
    public void Plan_RowOfASiteThatIsNotThere_IsRefusedWithItsLine()
    {
        ScenarioInputException refused = Assert.Throws<ScenarioInputException>(() => SmallDistrict.Plan(With(Rows(new RosterRow(3, null, null, 1, 1, 7)))));
        Assert.Equal("r.csv:7:1: site: found S-004; allowed: S-001 to S-003, the sites of this scenario at its scale", refused.Message);
    }

    [Fact]
    public void Plan_RosterNamedButNotRead_IsRefused()
    {
        Scenario scenario = With(null);
        scenario = scenario with { Testing = scenario.Testing with { Staff = scenario.Testing.Staff with { Roster = "r.csv" } } };
        Assert.Contains("testing.staff.roster", Assert.Throws<ScenarioInputException>(() => SmallDistrict.Plan(scenario)).Message, StringComparison.Ordinal);
    }
}
