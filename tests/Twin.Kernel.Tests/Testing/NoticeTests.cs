using Twin.Model.Distributions;
using Twin.Model.Districts;
using Twin.Model.Notification;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>The chain of the notice, by hand: each leader acknowledges in the same time, and one helper calls.</summary>
public sealed class NoticeTests
{
    private static readonly string[] Chain = ["district", "street", "community", "compound", "baseGrid", "partyGroup"];

    private static readonly Scenario Told = SmallTest.Plain.Open(window => window with { Open = SmallTest.At("0:10:00") }).With(test => test with
    {
        Notice = new NoticeParameters { Acknowledge = new Constant(60), MessageRead = 0, CallAnswered = 1, Helpers = 1, Knock = new Constant(240) },
        Turnout = new TurnoutParameters { Together = 1, Home = 1, Elsewhere = 0, AfterReminder = 0 },
        Sites = test.Sites with { Readiness = new Constant(1000) },
        Slots = new SlotParameters { By = SlotUnit.Household, Aim = SlotAim.Start, Compliance = 1, Lateness = new Constant(0), Length = Duration.Minutes(50) },
        Walk = new WalkParameters { Detour = 1 },
        Reminders = new ReminderParameters { Enabled = false },
    });

    private static SmallRun Run(Scenario scenario, District district) =>
        SmallTest.Run(new MassTestPlan(scenario, district, TinyDistrict.Sites(district, 0), scenario.Seed, null, recordsVisits: true));

    private static long[] Last(SmallRun run, IEnumerable<string> levels) =>
        [.. levels.Select(level => run.Result.Notification.Single(row => row.Level == level).LastMilliseconds / 1000)];

    [Fact]
    public void Run_OrderGoesDownTheChain_LevelByLevel()
    {
        SmallRun run = Run(Told, TinyDistrict.Of([new Home(110, 40), new Home(110, 40)]));

        // Each level: 60 s to acknowledge, 30 s to pass on. Then 600 s for the message, and 75 s a call.
        Assert.Equal([60, 150, 240, 330, 420, 510], Last(run, Chain));
        Assert.Equal([1260], Last(run, ["household"]));
        Assert.Equal(1185_000 + 1260_000, run.Result.Notification.Single(row => row.Level == "household").SumMilliseconds);
        Assert.Equal([0, 2, 0], run.Result.NotifiedByChannel);
        Assert.Equal(570_000, run.Result.RolesAssigned);
    }

    [Fact]
    public void Run_SiteReadyAfterTheOpening_OpensThenAndWaitsCountFromThen()
    {
        SmallRun run = Run(Told, TinyDistrict.Of([new Home(0, 40)]));

        // The community acknowledges at 240 s, its order takes 30 s and the set-up 1000 s. The household knows at 1185 s.
        Assert.Equal(1270_000, run.Result.Sites[0].Ready);
        run.Gives("CC-01-01-001-H001-1,S-001,1,1195.000,1270.000,1270.000,1280.000,1,1280.000,1280.000,1300.000,1,1,1300.000,tested");
        Assert.Equal((3600 - 600) * 1000, run.Result.Sites[0].SamplerDuty);
    }

    [Fact]
    public void Run_SiteNeverReady_SendsHomeAtClosing()
    {
        SmallRun run = Run(Told.With(test => test with { Sites = test.Sites with { Readiness = new Constant(4000) } }), TinyDistrict.Of([new Home(0, 40)]));
        run.Gives("CC-01-01-001-H001-1,S-001,1,1195.000,,,,,,,,,,3600.000,sentHome");
    }

    [Fact]
    public void Run_NobodyAcknowledges_LevelAboveTakesOver()
    {
        SmallRun run = Run(Told.With(test => test with { Notice = test.Notice with { Acknowledge = new Constant(100_000) } }) with
        {
            Horizon = Duration.Minutes(60 * 48),
        }, TinyDistrict.Of([new Home(110, 40)]));

        // Only the district has no level above: it takes 100,000 s. Every order below is taken over 30 + 600 + 30 s after it was sent.
        Assert.Equal([100_000, 100_660, 101_320, 101_980, 102_640, 103_300], Last(run, Chain));
        Assert.All(Chain[1..], level => Assert.Equal((1, 1), Escalations(run, level)));
        Assert.Equal((0, 0), Escalations(run, "district"));
    }

    [Fact]
    public void Run_LeaderSlow_DeputyAcknowledgesOnlyIfFaster()
    {
        // The leader would take 500 s; the deputy gets the order 360 s after it was sent and would take 500 s more.
        SmallRun run = Run(Told.With(test => test with { Notice = test.Notice with { Acknowledge = new Constant(500) } }), TinyDistrict.Of([new Home(110, 40)]));
        Assert.Equal([500, 1030, 1560, 2090, 2620, 3150], Last(run, Chain));
        Assert.All(Chain[1..], level => Assert.Equal((1, 0), Escalations(run, level)));
    }

    [Fact]
    public void Run_CallsNotAnswered_HelperKnocks()
    {
        SmallRun run = Run(Told.With(test => test with { Notice = test.Notice with { CallAnswered = 0, CallTries = 2 } }),
            TinyDistrict.Of([new Home(110, 40), new Home(110, 80) { NoPhone = 1 }]));

        // From 1110 s: two calls of 75 s to the one with a phone, then the doors, 240 s each.
        Assert.Equal([0, 0, 2], run.Result.NotifiedByChannel);
        Assert.Equal(1500_000 + 1740_000, run.Result.Notification.Single(row => row.Level == "household").SumMilliseconds);
    }

    [Fact]
    public void Run_NoHelpers_WhoReadsNothingIsNotNotified()
    {
        SmallRun run = Run(Told.With(test => test with { Notice = test.Notice with { Helpers = 0 } }), TinyDistrict.Of([new Home(110, 40, 40), new Home(110, 9)]));
        Assert.Equal(3, run.Result.Untested[(int)UntestedReason.NotNotified]);
        Assert.Equal(3, run.Result.ExpectedOnSite);
        Assert.Equal(-1, run.Result.LastTest);
        Assert.Equal(-1, run.Result.T98);
    }

    private static (long Deputy, long Above) Escalations(SmallRun run, string level)
    {
        NotificationLevel row = run.Result.Notification.Single(candidate => candidate.Level == level);
        return (row.ToDeputy, row.ToLevelAbove);
    }
}
