using Twin.Model.Distributions;
using Twin.Model.Districts;
using Twin.Model.Notification;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>Who comes, when and how, by hand: hand-made households, slots that everybody keeps to the second.</summary>
public sealed class PeopleTests
{
    /// <summary>Opens 10 min after the start; household slots of 5 min kept exactly; 110 m are 100 s at 1.1 m/s and 137.5 s at 0.8 m/s.</summary>
    private static readonly Scenario Punctual = SmallTest.Plain.Staffed(9, 9)
        .Open(window => window with { Open = SmallTest.At("0:10:00") })
        .With(test => test with
        {
            Turnout = new TurnoutParameters { Together = 1, Home = 1, Elsewhere = 0, AfterReminder = 0 },
            Slots = new SlotParameters { By = SlotUnit.Household, Aim = SlotAim.Start, Compliance = 1, Lateness = new Constant(0), Length = Duration.Minutes(5) },
            Walk = new WalkParameters { Detour = 1 },
            Reminders = new ReminderParameters { Enabled = false },
        });

    private static SmallRun Run(Scenario scenario, District district, params double[] sites) =>
        SmallTest.Run(new MassTestPlan(scenario, district, TinyDistrict.Sites(district, sites), scenario.Seed, null, recordsVisits: true));

    private static string[] Arrivals(SmallRun run) => [.. run.Lines.Select(line => line.Split(',')).Select(field => $"{field[0][^6..]} {field[2]} {field[3]} {field[4]} {field[^1]}")];

    [Fact]
    public void Run_Together_MembersArriveAtTheirSlotAsOneAndJoinInMemberOrder() => Run(Punctual.Staffed(1, 9), TinyDistrict.Of([new Home(110, 40, 40), new Home(0, 40)]), 0).Gives("""
        CC-01-01-001-H001-1,S-001,1,600.000,600.000,600.000,610.000,1,610.000,610.000,630.000,1,1,630.000,tested
        CC-01-01-001-H001-2,S-001,1,600.000,600.000,610.000,620.000,1,620.000,620.000,640.000,2,1,640.000,tested
        CC-01-01-001-H002-1,S-001,1,910.000,910.000,910.000,920.000,1,920.000,920.000,940.000,1,1,940.000,tested
        """);

    [Fact]
    public void Run_SlowWalk_ArrivesLaterByWhatTheWalkTakesOverTheDryOne() => Assert.Equal(
        ["H001-1 S-001 1 650.000 tested"],
        Arrivals(Run(Punctual.With(test => test with { Walk = test.Walk with { Slowdown = 1.5 } }), TinyDistrict.Of([new Home(110, 40)]), 0)));

    [Fact]
    public void Run_NotifiedAfterTheTimeToLeave_LeavesAtOnceAndWalksAsTheSlowest() => Assert.Equal(
        ["H001-1 S-001 1 100.000 tested", "H002-1 S-001 1 137.500 tested", "H002-2 S-001 1 137.500 tested"],
        Arrivals(Run(
            Punctual.Open(window => window with { Open = new Moment(0) }).With(test => test with { Slots = test.Slots with { Length = Duration.Minutes(60) } }),
            TinyDistrict.Of([new Home(110, 40), new Home(110, 30, 70)]), 0)));

    [Fact]
    public void Run_Alone_EachWalksAtTheirOwnPace() => Assert.Equal(
        ["H001-1 S-001 1 100.000 tested", "H001-2 S-001 1 137.500 tested"],
        Arrivals(Run(
            Punctual.Open(window => window with { Open = new Moment(0) }).With(test => test with { Turnout = test.Turnout with { Together = 0 } }),
            TinyDistrict.Of([new Home(110, 30, 70)]), 0)));

    [Fact]
    public void Run_NextDoor_ArrivesAtLeastTheLookaheadAfterLeaving() => Assert.Equal(
        ["H001-1 S-001 1 10.000 tested"],
        Arrivals(Run(Punctual.Open(window => window with { Open = new Moment(0) }), TinyDistrict.Of([new Home(1, 40)]), 0)));

    [Fact]
    public void Run_NextDoorWithASlot_ArrivesLookaheadAfterLeavingForTheAim() => Assert.Equal(
        ["H001-1 S-001 1 609.000 tested"],
        Arrivals(Run(Punctual, TinyDistrict.Of([new Home(1.1, 40)]), 0)));

    [Fact]
    public void Run_EarlyAtOneMoment_JoinInOrderOfCodeAndMember() => Run(
        Punctual.Staffed(1, 9).With(test => test with { Slots = test.Slots with { Lateness = new Constant(-60), Length = Duration.Minutes(50) } }),
        TinyDistrict.Of([new Home(220, 40, 40), new Home(110, 40)]), 0).Gives("""
        CC-01-01-001-H001-1,S-001,1,540.000,600.000,600.000,610.000,1,610.000,610.000,630.000,1,1,630.000,tested
        CC-01-01-001-H001-2,S-001,1,540.000,600.000,610.000,620.000,1,620.000,620.000,640.000,2,1,640.000,tested
        CC-01-01-001-H002-1,S-001,1,540.000,600.000,620.000,630.000,1,630.000,630.000,650.000,1,1,650.000,tested
        """);

    [Fact]
    public void Run_BalkPersonByPerson_TheLastMemberComesBackAlone()
    {
        Scenario scenario = Punctual.Staffed(1, 9).Balking(balk => balk with { QueueSpace = 1, ComeBack = 1, NextSite = 0, Delay = new Constant(90) });
        Run(scenario, TinyDistrict.Of([new Home(110, 40, 40, 40)]), 0).Gives("""
            CC-01-01-001-H001-1,S-001,1,600.000,600.000,600.000,610.000,1,610.000,610.000,630.000,1,1,630.000,tested
            CC-01-01-001-H001-2,S-001,1,600.000,600.000,610.000,620.000,1,620.000,620.000,640.000,2,1,640.000,tested
            CC-01-01-001-H001-3,S-001,1,600.000,,,,,,,,,,600.000,balked
            CC-01-01-001-H001-3,S-001,2,690.000,690.000,690.000,700.000,1,700.000,700.000,720.000,1,1,720.000,tested
            """);
    }

    /// <summary>Once, the news of the member who was tested was sent into the past when the other was turned out later.</summary>
    [Fact]
    public void Run_MemberTurnedOutLongAfterAnotherWasTested_BothAreHeardOf()
    {
        Scenario scenario = Punctual.Staffed(1, 9) with { Disruptions = [new Disruption { Type = DisruptionType.SiteClosed, At = SmallTest.At("0:10:15"), Sites = ["S-001"] }] };
        SmallRun run = Run(
            scenario.Serving(service => service with { Swab = new Constant(1), Assisted = new Constant(60) }),
            TinyDistrict.Of([new Home(110, 40, 40) { NoPhone = 2 }]), 0, 1100);
        Assert.Equal(
            ["H001-1 S-001 1 600.000 tested", "H001-2 S-001 1 600.000 redirected", "H001-2 S-002 2 1670.000 tested"],
            Arrivals(run));
    }

    [Fact]
    public void Run_Reminder_BringsWhoWaitedForItAndNotWhoNeverComes()
    {
        Scenario scenario = Punctual.With(test => test with
        {
            Turnout = test.Turnout with { Home = 0, AfterReminder = 1 },
            Reminders = new ReminderParameters { Enabled = true, At = [SmallTest.At("0:20:00")] },
            Notice = test.Notice with { ReminderRead = 0, Helpers = 1, Knock = new Constant(240), MessageTime = Duration.Minutes(10) },
        });
        District district = TinyDistrict.Of([new Home(110, 40, 40), new Home(110, 40) { Housebound = 1 }, new Home(110, 30)]);

        // The group asks at 1200 s and knows at 1220 s; unread for 600 s; each door takes 240 s, then 100 s of walk.
        Assert.Equal(
            ["H001-1 S-001 1 2160.000 tested", "H001-2 S-001 1 2160.000 tested", "H003-1 S-001 1 2400.000 tested"],
            Arrivals(Run(scenario, district, 0)));
        MassTestResult none = Run(scenario.With(test => test with { Turnout = test.Turnout with { AfterReminder = 0 } }), district, 0).Result;
        Assert.Equal(3, none.Untested[(int)UntestedReason.DidNotCome]);
        Assert.Equal(1, none.Untested[(int)UntestedReason.Housebound]);
        Assert.Equal(0, none.ExpectedOnSite);
        MassTestResult silent = Run(scenario.With(test => test with { Reminders = test.Reminders with { Enabled = false } }), district, 0).Result;
        Assert.Equal(3, silent.Untested[(int)UntestedReason.DidNotCome]);
        Assert.Equal(3, silent.ExpectedOnSite);
    }

    [Fact]
    public void Run_ReserveHomeSite_TakesItsPeopleFromItsOpeningOn()
    {
        Scenario scenario = Punctual.With(test => test with { Sites = test.Sites with { Reserve = ["S-001"] } }) with
        {
            Interventions = [new Intervention { Type = InterventionType.OpenSite, At = SmallTest.At("0:15:00"), Sites = ["S-001"] }],
        };
        Assert.Equal(
            ["H001-1 S-002 1 600.000 tested", "H002-1 S-001 1 900.000 tested"],
            Arrivals(Run(scenario, TinyDistrict.Of([new Home(0, 40), new Home(110, 40)]), 0, 330)));
    }

    [Fact]
    public void Run_FurtherSiteOpened_RelievesTheHomeSiteOfThoseToWhomItIsNearer()
    {
        Scenario scenario = Punctual.With(test => test with { Sites = test.Sites with { Reserve = ["S-002"] } }) with
        {
            Interventions = [new Intervention { Type = InterventionType.OpenSite, At = SmallTest.At("0:15:00"), Sites = ["S-002"] }],
        };
        District district = TinyDistrict.Of([new Home(0, 40)], [new Home(440, 40), new Home(440, 40)], [new Home(110, 40)]);
        SiteLayout layout = TinyDistrict.Sites(district, 0, 550) with { HomeSite = [0, 0, 0], NearestOthers = [[1], [1], [1]] };
        Assert.Equal(
            ["H001-1 S-001 1 610.000 tested", "H001-1 S-002 1 900.000 tested", "H002-1 S-002 1 1200.000 tested", "H001-1 S-001 1 1500.000 tested"],
            Arrivals(SmallTest.Run(new MassTestPlan(scenario, district, layout, 1, null, recordsVisits: true))));
    }

    [Fact]
    public void Run_Elsewhere_GoesToAnotherSite()
    {
        Scenario scenario = Punctual.With(test => test with { Turnout = test.Turnout with { Home = 0, Elsewhere = 1 } });
        Assert.Equal(["H001-1 S-002 1 600.000 tested"], Arrivals(Run(scenario, TinyDistrict.Of([new Home(0, 40)]), 0, 110)));
        Assert.Equal(["H001-1 S-001 1 610.000 tested"], Arrivals(Run(scenario, TinyDistrict.Of([new Home(0, 40)]), 0)));
    }
}
