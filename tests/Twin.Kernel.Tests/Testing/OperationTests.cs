using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>Disruptions and interventions at sites, by hand: sites that close or open, staff that rests, comes, goes or moves.</summary>
public sealed class OperationTests
{
    /// <summary>Walk of 100 s between neighbouring sites.</summary>
    private static readonly Scenario Walkable = SmallTest.Plain.With(test => test with
    {
        Arrivals = test.Arrivals with { SiteSpacingMetres = 110 },
        Walk = test.Walk with { Detour = 1 },
    });

    [Fact]
    public void Run_SiteClosed_RedirectsWhoComesAndWhoWaitsAndFinishesWhoIsServed()
    {
        SmallRun run = (Walkable.Sites(3) with
        {
            Disruptions = [new Disruption { Type = DisruptionType.SiteClosed, At = SmallTest.At("0:00:25"), Sites = ["S-002"] }],
        }).Run("""
            time,site,person,registration,swab
            0,2,swabbed,5,30
            0,2,inSwabQueue,5,20
            0,2,atDesk,20,20
            0,2,inQueue,10,20
            30,2,comes,10,20
            """);
        run.Gives("""
            swabbed,S-002,1,0.000,0.000,0.000,5.000,1,5.000,5.000,35.000,1,1,35.000,tested
            inSwabQueue,S-002,1,0.000,0.000,5.000,10.000,1,10.000,,,,,25.000,redirected
            atDesk,S-002,1,0.000,0.000,10.000,30.000,1,30.000,,,,,30.000,redirected
            inQueue,S-002,1,0.000,0.000,,,,,,,,,25.000,redirected
            comes,S-002,1,30.000,,,,,,,,,,30.000,redirected
            inSwabQueue,S-001,2,125.000,125.000,125.000,130.000,1,130.000,130.000,150.000,1,1,150.000,tested
            inQueue,S-001,2,125.000,125.000,130.000,140.000,1,140.000,150.000,170.000,1,1,170.000,tested
            atDesk,S-001,2,130.000,130.000,140.000,160.000,1,160.000,170.000,190.000,1,1,190.000,tested
            comes,S-001,2,130.000,130.000,160.000,170.000,1,170.000,190.000,210.000,1,1,210.000,tested
            """);
        Assert.Equal(0, run.Result.Sites[1].StillThere);
    }

    [Fact]
    public void Run_EverySiteClosed_PeopleGiveUp() => Assert.Equal(2, (Walkable.Sites(2) with
    {
        Disruptions = [new Disruption { Type = DisruptionType.SiteClosed, At = SmallTest.At("0:00:00") }],
    }).Run("""
        time,site,person
        0,1,a
        5,2,b
        """).Result.Untested[(int)UntestedReason.GaveUp]);

    [Fact]
    public void Run_ReserveSite_TakesPeopleOnceItIsOpened()
    {
        SmallRun run = (Walkable.Sites(3).With(test => test with { Sites = test.Sites with { Reserve = ["S-002"] } }) with
        {
            Interventions = [new Intervention { Type = InterventionType.OpenSite, At = SmallTest.At("0:10:00"), Sites = ["S-002"] }],
        }).Run("""
            time,site,person
            0,2,a
            600,2,b
            """);
        run.Gives("""
            a,S-002,1,0.000,,,,,,,,,,0.000,redirected
            a,S-001,2,100.000,100.000,100.000,110.000,1,110.000,110.000,130.000,1,1,130.000,tested
            b,S-002,1,600.000,600.000,600.000,610.000,1,610.000,610.000,630.000,1,1,630.000,tested
            """);
        Assert.Equal(3_000_000, run.Result.Sites[1].SamplerDuty);
        Assert.Equal(600_000, run.Result.Sites[1].Opened);
    }

    [Fact]
    public void Run_Break_BeginsWhenThePersonAtHandIsFinished()
    {
        SmallRun run = SmallTest.Plain.Staffed(2, 2).With(test => test with
        {
            Staff = test.Staff with
            {
                Breaks = [new BreakParameters { Role = StaffRole.Samplers, From = SmallTest.At("0:00:15"), To = SmallTest.At("0:01:00"), First = 1, Every = 2 }],
            },
        }).Run("""
            time,site,person
            0,1,a
            0,1,b
            5,1,c
            30,1,d
            50,1,e
            """);
        run.Gives("""
            a,S-001,1,0.000,0.000,0.000,10.000,1,10.000,10.000,30.000,1,1,30.000,tested
            b,S-001,1,0.000,0.000,0.000,10.000,2,10.000,10.000,30.000,2,1,30.000,tested
            c,S-001,1,5.000,5.000,10.000,20.000,1,20.000,30.000,50.000,2,1,50.000,tested
            d,S-001,1,30.000,30.000,30.000,40.000,1,40.000,50.000,70.000,2,1,70.000,tested
            e,S-001,1,50.000,50.000,50.000,60.000,1,60.000,60.000,80.000,1,1,80.000,tested
            """);
        Assert.Equal((2 * 3_600_000) - 30_000, run.Result.Sites[0].SamplerDuty);
    }

    [Fact]
    public void Run_BreakThatBeganBeforeOpening_HoldsFromTheFirstPersonOn() => SmallTest.Plain.Open(window => window with { Open = SmallTest.At("0:01:00") })
        .With(test => test with
        {
            Staff = test.Staff with { Breaks = [new BreakParameters { Role = StaffRole.Desks, From = SmallTest.At("0:00:30"), To = SmallTest.At("0:02:00") }] },
        }).Run("""
        time,site,person
        60,1,a
        """).Gives("""
        a,S-001,1,60.000,60.000,120.000,130.000,1,130.000,130.000,150.000,1,1,150.000,tested
        """);

    [Fact]
    public void Run_StaffAdded_WorkAtOnceAndTakeTheBreaksOfTheirNumbers() => (SmallTest.Plain.Staffed(1, 9).With(test => test with
    {
        Staff = test.Staff with { Breaks = [new BreakParameters { Role = StaffRole.Desks, From = SmallTest.At("0:00:01"), To = SmallTest.At("0:00:15"), First = 3 }] },
    }) with
    {
        Interventions = [new Intervention { Type = InterventionType.AddStaff, At = SmallTest.At("0:00:05"), Desks = 2 }],
    }).Run("""
        time,site,person,registration
        0,1,a,100
        0,1,b,100
        0,1,c,100
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,100.000,1,100.000,100.000,120.000,1,1,120.000,tested
        b,S-001,1,0.000,0.000,5.000,105.000,2,105.000,105.000,125.000,2,1,125.000,tested
        c,S-001,1,0.000,0.000,15.000,115.000,3,115.000,115.000,135.000,3,1,135.000,tested
        """);

    [Fact]
    public void Run_StaffRemoved_HighestNumbersGoAndFinishThePersonAtHand()
    {
        SmallRun run = (SmallTest.Plain.Staffed(2, 9) with
        {
            Interventions = [new Intervention { Type = InterventionType.RemoveStaff, At = SmallTest.At("0:00:10"), Desks = 1 }],
        }).Run("""
            time,site,person,registration
            0,1,a,30
            0,1,b,20
            0,1,c,5
            """);
        run.Gives("""
            a,S-001,1,0.000,0.000,0.000,30.000,1,30.000,30.000,50.000,2,1,50.000,tested
            b,S-001,1,0.000,0.000,0.000,20.000,2,20.000,20.000,40.000,1,1,40.000,tested
            c,S-001,1,0.000,0.000,30.000,35.000,1,35.000,35.000,55.000,3,1,55.000,tested
            """);
        Assert.Equal(3_600_000 + 20_000, run.Result.Sites[0].DeskDuty);
    }

    [Fact]
    public void Run_StaffRemovedAsAPersonFinishes_TakeNobodyElse() => (SmallTest.Plain.Staffed(2, 9) with
    {
        Interventions = [new Intervention { Type = InterventionType.RemoveStaff, At = SmallTest.At("0:00:20"), Desks = 1 }],
    }).Run("""
        time,site,person,registration
        0,1,a,30
        0,1,b,20
        0,1,c,5
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,30.000,1,30.000,30.000,50.000,2,1,50.000,tested
        b,S-001,1,0.000,0.000,0.000,20.000,2,20.000,20.000,40.000,1,1,40.000,tested
        c,S-001,1,0.000,0.000,30.000,35.000,1,35.000,35.000,55.000,3,1,55.000,tested
        """);

    [Fact]
    public void Run_StaffMoved_WorkAtTheOtherSiteAfterTheWalk() => (Walkable.Sites(2).Staffed(1, 1) with
    {
        Interventions = [new Intervention { Type = InterventionType.MoveStaff, At = SmallTest.At("0:00:20"), From = "S-001", Sites = ["S-002"], Samplers = 1 }],
    }).Run("""
        time,site,person,swab
        0,2,a,200
        0,2,b,20
        30,1,c,20
        """).Gives("""
        a,S-002,1,0.000,0.000,0.000,10.000,1,10.000,10.000,210.000,1,1,210.000,tested
        b,S-002,1,0.000,0.000,10.000,20.000,1,20.000,120.000,140.000,2,1,140.000,tested
        c,S-001,1,30.000,30.000,30.000,40.000,1,40.000,,,,,,stillThere
        """);

    [Fact]
    public void Run_SiteWithoutSamplers_PeopleAreStillThereAtTheEnd()
    {
        SmallRun run = SmallTest.Plain.Staffed(1, 0).Run("""
            time,site,person
            0,1,a
            """);
        run.Gives("a,S-001,1,0.000,0.000,0.000,10.000,1,10.000,,,,,,stillThere");
        Assert.Equal(1, run.Result.Untested[(int)UntestedReason.AtSite]);
        Assert.Equal(1, run.Result.Sites[0].QueueByMinute[239]);
    }

    [Fact]
    public void Run_EverybodyAbsent_IsCountedAndServesNobody()
    {
        SiteResult site = SmallTest.Plain.Staffed(3, 2).With(test => test with { Staff = test.Staff with { Absence = 1 } }).Run("""
            time,site,person
            0,1,a
            """).Result.Sites[0];
        Assert.Equal((3L, 2L, 0L, 1L), (site.DesksAbsent, site.SamplersAbsent, site.Tested, site.StillThere));
    }
}
