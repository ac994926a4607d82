using Twin.Experiments.Staffing;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Stressing.Searching;
using Twin.Kernel;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Stressing;

public sealed class FixingTests
{
    private const int Target = 1800;

    private static readonly MassTestPlan Plan = StressDistrict.Shelf.PlanOf(StressDistrict.Scenario, 7);

    private static StressFactor Factor(string key, string group) =>
        new(key, group, StressUnit.Share, "E") { Own = 0, Plausible = 0.5, Furthest = 1, Steps = 4, Apply = (scenario, value, _) => scenario with { Horizon = new Duration((long)Math.Round(4 * value)) } };

    private static StressDay Day(params int[] waits) => new(1, true, [.. waits.Select(wait => (double)wait)], [.. Enumerable.Range(0, waits.Length).Where(site => waits[site] > Target)]);

    /// <summary>A search that ended: waits of the sites by step, from 0.</summary>
    private static LimitSearch Ended(string key, string group, int day, params int[][] waits)
    {
        LimitSearch search = new(Factor(key, group), StressDistrict.Scenario, day, 1, Day(waits[0]), null, false);
        while (search.TryNext(out StressRun run))
        {
            search.Accept(Day(waits[run.Scenario.Horizon.Milliseconds]));
        }

        return search;
    }

    [Fact]
    public void Find_Cases_ShareTheirPointsAmongTheSitesThatAreOverFirst()
    {
        LimitSearch[][] searches =
        [
            // Site 1 is over from step 2, sites 1 and 3 from step 3; on the second day site 3 is over without stress.
            [Ended("absence", "absence", 0, [1, 1, 1, 1], [1, 1, 1, 1], [1, 2000, 1, 1], [1, 3000, 1, 2000], [1, 9000, 1, 9000]), Ended("absence", "absence", 1, [1, 1, 1, 1900], [], [], [], [1, 9000, 1, 9000])],
            [Ended("outage-0h", "outage", 0, [1, 1, 1, 1], [2000, 2000, 1, 1], [3000, 3000, 1, 1], [4000, 4000, 1, 1], [5000, 5000, 1, 1]), Ended("outage-0h", "outage", 1, [1, 1, 1, 1900], [], [], [], [1, 1, 1, 9000])],
            [Ended("outage-1h", "outage", 0, [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1], [1, 1, 1, 1])],
        ];
        IReadOnlyList<StressCase> cases = FragileSites.Cases(searches);
        Assert.Equal([("absence", 2, 1.0), ("own", 0, 1.0), ("outage", 1, 0.5)], cases.Select(one => (one.Group, one.Broken, one.Weight)));
        IReadOnlyList<(FragileSite Site, IReadOnlyList<StressCase> Cases)> found = FragileSites.Find(cases, StressDistrict.Layout, new StaffChanges(Plan), 3);
        Assert.Equal([(1, 1.25, 2), (3, 1.0, 1), (0, 0.25, 1)], found.Select(one => (one.Site.Site, one.Site.Points, one.Site.Cases)));
        Assert.Equal([("absence", 1), ("outage", 1)], found[0].Site.Groups);
        Assert.Equal("absence", Assert.Single(found[0].Cases).Group);
        Assert.Equal(Plan.PlannedStaff(1, (int)StaffRole.Samplers), found[0].Site.Samplers);
    }

    [Fact]
    public void For_Changes_CostMoreAndMoreAndGiversGiveFirst()
    {
        StaffChanges staff = new(Plan);
        IReadOnlyList<StaffChange> changes = staff.For([2], new StaffCosts(60, 40));
        Assert.Equal([new StaffChange(0, 1, 2), new StaffChange(1, 0, 2), new StaffChange(1, 1, 2), new StaffChange(0, 1, -1), new StaffChange(1, 0, -1), new StaffChange(0, 2, -1)], changes.Take(6));
        double[] costs = [.. changes.Select(change => change.Cost(new StaffCosts(60, 40), 5))];
        Assert.Equal(costs.Order(), costs);
        Assert.Equal((27, 27), (changes.Count, changes.Distinct().Count()));
        Assert.Equal(24, staff.For([], new StaffCosts(60, 40)).Count);
    }

    [Fact]
    public void Into_NoChange_IsTheDayOfTheDistrictTotal()
    {
        Scenario same = new StaffChanges(Plan).Into(StressDistrict.Scenario, []);
        CancellationToken token = TestContext.Current.CancellationToken;
        Assert.Equal(new KernelEngine(Plan).Run(cancellation: token).Digest, new KernelEngine(StressDistrict.Shelf.PlanOf(same, 7)).Run(cancellation: token).Digest);
    }

    [Fact]
    public void Into_Changes_MoveAndAddPeopleAndLeaveTheOthers()
    {
        Scenario changed = new StaffChanges(Plan).Into(StressDistrict.Scenario, [(1, new StaffChange(1, 0, 2)), (3, new StaffChange(2, 1, -1))]);
        MassTestPlan plan = StressDistrict.Shelf.PlanOf(changed, 7);
        int[] Differences(StaffRole role) => [.. Enumerable.Range(0, 4).Select(site => plan.PlannedStaff(site, (int)role) - Plan.PlannedStaff(site, (int)role))];
        Assert.Equal([0, 1, -1, 2], Differences(StaffRole.Samplers));
        Assert.Equal([0, 0, 0, 1], Differences(StaffRole.Desks));
    }

    [Fact]
    public void Into_RosterWithShifts_KeepsThem()
    {
        long ten = 8 * 3_600_000L;
        StaffRoster roster = new()
        {
            Rows = [new RosterRow(0, null, null, 20, 12, 0), new RosterRow(1, null, ten, 20, 12, 0), new RosterRow(2, null, null, 20, 12, 0), new RosterRow(3, null, null, 20, 12, 0), new RosterRow(1, ten, null, 16, 10, 0)],
        };
        Scenario planned = StressDistrict.Scenario with { Testing = StressDistrict.Scenario.Testing with { Staff = StressDistrict.Scenario.Testing.Staff with { Planned = roster } } };
        StaffRoster changed = new StaffChanges(StressDistrict.Shelf.PlanOf(planned, 7)).Into(planned, [(1, new StaffChange(1, 0, 0))]).Testing.Staff.Planned!;
        Assert.Equal([roster.Rows[0] with { Samplers = 19 }, .. roster.Rows.Skip(1), new RosterRow(1, null, null, 1, 0, 0)], changed.Rows);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(0, 3)]
    public void FixSearch_SiteThatNeedsSomePeople_FindsTheCheapestThatSuffices(int samplers, int desks)
    {
        (SiteFix? fix, int tried) = Search((change, _) => change.Samplers >= samplers && change.Desks >= desks, donorBreaks: true);
        Assert.Equal(new StaffChange(samplers, desks, -1), fix!.Change);
        Assert.Equal((5 * ((samplers * 60) + (desks * 40)), 3, 3, 5000, 100), (fix.Cost, fix.Tried, fix.Cleared, fix.WaitBefore, fix.WaitAfter));
        Assert.True(tried < 40, $"{tried} days");
    }

    [Fact]
    public void FixSearch_NeighbourWithSlack_GivesOne()
    {
        (SiteFix? fix, _) = Search((change, _) => change.Samplers >= 1, donorBreaks: false);
        Assert.Equal((new StaffChange(1, 0, 2), 0.0), (fix!.Change, fix.Cost));
    }

    [Fact]
    public void FixSearch_NothingSuffices_SaysSoWithTheFigureOfTheMost()
    {
        (SiteFix? fix, _) = Search((_, _) => false, donorBreaks: true);
        Assert.Null(fix!.Change);
        Assert.Equal((new StaffChange(4, 4, -1), 0.0, 0), (fix.Best, fix.Cost, fix.Cleared));
        Assert.True(fix.WaitAfter > Target);
    }

    /// <summary>Three cases of site 1, whose waits without a change are 2,000, 5,000 and 3,000 s.</summary>
    private static (SiteFix? Fix, int Tried) Search(Func<StaffChange, int, bool> suffices, bool donorBreaks)
    {
        StaffChanges staff = new(Plan);
        int[] worst = [2000, 5000, 3000];
        StressCase[] cases = [.. worst.Select((wait, day) => new StressCase(Ended("absence", "absence", day, [1, 1, 1, 1], [1, wait, 1, 1], [1, 9000, 1, 1], [1, 9000, 1, 1], [1, 9000, 1, 1]), "absence", 1, 1))];
        FixSearch search = new(1, cases.Select(one => (one, 0)), StressDistrict.Scenario, staff, new StressGoal(), [2], day => (ulong)day);
        int tried = 0;
        while (search.TryNext(out StressRun run))
        {
            StaffRoster? roster = run.Scenario.Testing.Staff.Planned;
            StaffChange change = new(
                (roster?.Count(1, StaffRole.Samplers) ?? staff.Count(1, StaffRole.Samplers)) - staff.Count(1, StaffRole.Samplers),
                (roster?.Count(1, StaffRole.Desks) ?? staff.Count(1, StaffRole.Desks)) - staff.Count(1, StaffRole.Desks), -1);
            bool gives = roster is not null && roster.Count(2, StaffRole.Samplers) + roster.Count(2, StaffRole.Desks) < staff.Count(2, StaffRole.Samplers) + staff.Count(2, StaffRole.Desks);
            search.Accept(Day(1, suffices(change, run.Day) ? 100 : worst[run.Day], gives && donorBreaks ? 1900 : 1, 1));
            tried++;
        }

        return (search.Fix, tried);
    }
}
