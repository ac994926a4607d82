using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Observing;
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
        (_, int late, int tested) = replay.Swab(present, 0, site.LastTest);
        Assert.Equal((site.Tested, 0), (tested, late));
        Assert.True(replay.Swab(present, 0, site.LastTest - 1).Late > 0);

        // The 90 % wait is the least whole second that so many do not exceed.
        int allowed = tested - (int)(((90L * tested) + 99) / 100);
        Assert.True(Longer(site.WaitP90) <= allowed, $"more than {allowed} wait over {site.WaitP90} s");
        Assert.True(site.WaitP90 == 0 || Longer(site.WaitP90 - 1) > allowed, $"no more than {allowed} wait over {site.WaitP90 - 1} s");
    }

    [Fact]
    public void Register_FullQueue_WhoComesBackIsServedLaterAndWhoDoesNotIsLost()
    {
        TracedPerson Person(long at, int back) => new(at, 10_000, 60_000, 0, 5_000, 5_000, back);
        SiteTrace trace = new(0, [Person(0, 0), Person(1, 0), Person(2, 0), Person(3, 100_000), Person(4, 0)], []);
        SiteReplay replay = new(2, 10, 25_000, true);
        replay.Register(trace, 1);
        Assert.Equal(1, replay.Lost);
        (int tooLong, int late, int tested) = replay.Swab(1, 0, 109_000);
        Assert.Equal((2, 1, 4), (tooLong, late, tested));
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
