using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Observing;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Staffing;

/// <summary>The replay of a site against the model's own site, with the staff that were present on the day.</summary>
public sealed class SiteReplayTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Replay_StaffOfTheDay_GivesTheModelsWaitsExactly(int day)
    {
        StaffDays days = StaffDistrict.Days(new StaffGoal());
        StaffPlan plan = new([17, 17], [9, 9]);
        days.Observe(plan, day, 1, (traces, compiled) =>
        {
            MassTestResult result = MassTestResultReader.Read(compiled, new Kernel.KernelEngine(compiled).Run().Metrics);
            return traces.Select((trace, site) => (trace, compiled, result.Sites[site])).ToArray();
        }, (_, sites) => Assert.All(sites, pair => Compare(pair.trace, pair.compiled, pair.Item3)));
    }

    private static void Compare(SiteTrace trace, MassTestPlan plan, SiteResult site)
    {
        Assert.Equal(0, site.Balked);
        Assert.True(site.Tested > 1000);
        SiteReplay replay = new(plan);
        replay.Register(trace, (int)(site.Desks - site.DesksAbsent));
        int present = (int)(site.Samplers - site.SamplersAbsent);
        long deadline = plan.Open + (5 * 3_600_000L);
        int Longer(long seconds) => replay.Swab(present, seconds * 1000, deadline).TooLong;
        SwabCount all = replay.Swab(present, 0, site.LastTest);
        int tested = all.Tested;
        Assert.Equal((site.Tested, 0), (tested, all.Late));
        Assert.True(replay.Swab(present, 0, site.LastTest - 1).Late > 0);

        // The 90 % wait is the least whole second that so many do not exceed.
        int allowed = tested - (int)(((90L * tested) + 99) / 100);
        long ninety = site.WaitP90!.Value;
        Assert.True(Longer(ninety) <= allowed, $"more than {allowed} wait over {ninety} s");
        Assert.True(ninety == 0 || Longer(ninety - 1) > allowed, $"no more than {allowed} wait over {ninety - 1} s");
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 11)]
    [InlineData(2, 11)]
    public void Replay_ShiftsOfTheDay_GivesTheModelsWaitsExactly(int day, int end)
    {
        StaffShift shift = new((end - 2) * 3_600_000L, end - 7);
        StaffDays days = StaffDistrict.Days(new StaffGoal());
        SiteCrew crew = new(17, 6, 9, 4, shift);
        days.Observe(new StaffPlan([crew, crew]), day, 1, (traces, compiled) =>
        {
            MassTestResult result = MassTestResultReader.Read(compiled, new Kernel.KernelEngine(compiled).Run().Metrics);
            return traces.Select((trace, site) => (trace, compiled, site, result.Sites[site])).ToArray();
        }, (_, sites) => Assert.All(sites, pair => CompareShifts(pair.trace, pair.compiled, pair.site, crew, pair.Item4)));
    }

    /// <summary>Nobody may come late after the shift, so that all that differs from the other comparison is who goes home.</summary>
    private static void CompareShifts(SiteTrace trace, MassTestPlan plan, int site, SiteCrew crew, SiteResult result)
    {
        Assert.Equal(0, result.Balked);
        EntityId id = EntityId.Of(EntityKind.Site, site);
        int Present(StaffRole role, int first, int end) => Enumerable.Range(first, end - first).Count(number => !plan.IsAbsent(id, (int)role, number));
        (int desksStaying, int desksGoing) = (Present(StaffRole.Desks, 0, crew.DesksToClose), Present(StaffRole.Desks, crew.DesksToClose, crew.Desks));
        (int staying, int going) = (Present(StaffRole.Samplers, 0, crew.SamplersToClose), Present(StaffRole.Samplers, crew.SamplersToClose, crew.Samplers));
        SiteReplay replay = new(plan);
        SwabsBegun begun = new();
        replay.Register(trace, desksStaying + desksGoing, crew.Shift!.End);
        SwabCount Swab(long target, long deadline)
        {
            replay.Begin(begun, staying + going, target, deadline);
            return replay.Finish(begun, staying, desksStaying, target, deadline);
        }

        SwabCount all = Swab(0, result.LastTest);
        Assert.Equal((result.Tested, 0), (all.Tested, all.Late));
        Assert.True(Swab(0, result.LastTest - 1).Late > 0);
        int allowed = SiteDay.Allowed(all.Tested, TestTargets.Usual);
        long ninety = result.WaitP90!.Value;
        Assert.True(Swab(ninety * 1000, 0).TooLong <= allowed, $"more than {allowed} wait over {ninety} s");
        Assert.True(ninety == 0 || Swab((ninety - 1) * 1000, 0).TooLong > allowed, $"no more than {allowed} wait over {ninety - 1} s");

        // The shift matters on the day: all staying would be done at another moment.
        replay.Register(trace, desksStaying + desksGoing);
        Assert.True(replay.Swab(staying + going, 0, result.LastTest - 1).TooLong < Swab(0, 0).TooLong || replay.Swab(staying + going, 0, result.LastTest - 1).Late == 0);
    }

    [Fact]
    public void Finish_SomeGoHome_WhoIsServedIsFinishedAndTheOthersWaitForWhoStays()
    {
        TracedPerson Person(long at) => new(at, 10_000, 60_000, 0, 30_000, 10_000, 0);
        SiteTrace trace = new(0, [Person(0), Person(0), Person(0), Person(0)], []);
        SiteReplay replay = new(200, 10, 25_000, true);
        SwabsBegun begun = new();
        replay.Register(trace, 4, 40_000);
        replay.Begin(begun, 3, 0, long.MaxValue);
        Assert.Equal(3, begun.Count.Tested);

        // Who stays is free at 50 s and swabs the fourth up to 80 s; with two who stay it is the same, with none nobody does.
        Assert.Equal((4, 1), (replay.Finish(begun, 1, 4, 0, 79_999).Tested, replay.Finish(begun, 1, 4, 0, 79_999).Late));
        Assert.Equal(0, replay.Finish(begun, 1, 4, 0, 80_000).Late);
        Assert.Equal(3, replay.Finish(begun, 0, 4, 0, 80_000).Tested);
    }

    [Fact]
    public void Register_DesksGoHome_WhoComesLaterIsRegisteredByThoseThatStay()
    {
        TracedPerson Person(long at) => new(at, 10_000, 60_000, 0, 5_000, 5_000, 0);
        SiteTrace trace = new(0, [Person(0), Person(0), Person(60_000), Person(60_000), Person(60_000)], []);
        SiteReplay replay = new(200, 10, 25_000, true);
        replay.Register(trace, 2, 30_000);
        Assert.Equal((2, 3), (replay.Registered(0), replay.Lost(0)));
        Assert.Equal((5, 0), (replay.Registered(1), replay.Lost(1)));
        SwabsBegun begun = new();
        replay.Begin(begun, 5, 15_000, long.MaxValue);
        Assert.Equal(1, replay.Finish(begun, 5, 1, 15_000, long.MaxValue).TooLong);
        Assert.Equal(0, replay.Finish(begun, 5, 2, 15_000, long.MaxValue).TooLong);
    }

    [Fact]
    public void Register_FullQueue_WhoComesBackIsServedLaterAndWhoDoesNotIsLost()
    {
        TracedPerson Person(long at, int back) => new(at, 10_000, 60_000, 0, 5_000, 5_000, back);
        SiteTrace trace = new(0, [Person(0, 0), Person(1, 0), Person(2, 0), Person(3, 100_000), Person(4, 0)], []);
        SiteReplay replay = new(2, 10, 25_000, true);
        replay.Register(trace, 1);
        Assert.Equal(1, replay.Lost(1));
        SwabCount count = replay.Swab(1, 0, 109_000);
        Assert.Equal((2, 1, 4), (count.TooLong, count.Late, count.Tested));
    }

    [Fact]
    public void Register_Outage_TakesThePaperTimes()
    {
        TracedPerson person = new(1_000, 10_000, 60_000, 0, 5_000, 5_000, 0);
        SiteReplay replay = new(200, 10, 25_000, true);
        replay.Register(new SiteTrace(0, [person], [(0, 5_000)]), 1);
        Assert.Equal(1, replay.Swab(1, 0, 65_000).Late);
        replay.Register(new SiteTrace(0, [person], [(2_000, 5_000)]), 1);
        Assert.Equal(0, replay.Swab(1, 0, 65_000).Late);
    }
}
