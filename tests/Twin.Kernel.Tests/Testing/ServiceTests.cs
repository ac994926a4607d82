using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Kernel.Tests.Testing;

/// <summary>The rule "Service", by hand. Columns: person, site, visit, arrived, joined, registration start and end, desk, swab join, start and end, sampler, tube, left, outcome.</summary>
public sealed class ServiceTests
{
    [Fact]
    public void Run_OneDeskOneSampler_ServesInOrderOfArrival() => SmallTest.Plain.Run("""
        time,site,person
        0,1,a
        4.5,1,b
        60,1,c
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,10.000,1,10.000,10.000,30.000,1,1,30.000,tested
        b,S-001,1,4.500,4.500,10.000,20.000,1,20.000,30.000,50.000,1,1,50.000,tested
        c,S-001,1,60.000,60.000,60.000,70.000,1,70.000,70.000,90.000,1,1,90.000,tested
        """);

    [Fact]
    public void Run_SameMoment_ServesInFileOrder() => SmallTest.Plain.Staffed(2, 2).Run("""
        time,site,person,registration
        0,1,z,3
        0,1,a,2
        0,1,m,1
        """).Gives("""
        z,S-001,1,0.000,0.000,0.000,3.000,1,3.000,3.000,23.000,2,1,23.000,tested
        a,S-001,1,0.000,0.000,0.000,2.000,2,2.000,2.000,22.000,1,1,22.000,tested
        m,S-001,1,0.000,0.000,2.000,3.000,2,3.000,22.000,42.000,1,1,42.000,tested
        """);

    [Fact]
    public void Run_TwoDesksEndAtOneMoment_LowestOfAllFreeTakesTheNext() => SmallTest.Plain.Staffed(2, 4).Run("""
        time,site,person,registration
        0,1,a,5
        0,1,b,20
        6,1,c,14
        7,1,d,1
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,5.000,1,5.000,5.000,25.000,1,1,25.000,tested
        b,S-001,1,0.000,0.000,0.000,20.000,2,20.000,20.000,40.000,2,1,40.000,tested
        c,S-001,1,6.000,6.000,6.000,20.000,1,20.000,20.000,40.000,3,1,40.000,tested
        d,S-001,1,7.000,7.000,20.000,21.000,1,21.000,21.000,41.000,4,1,41.000,tested
        """);

    [Fact]
    public void Run_SamplerFreeAsSomebodyJoins_TakesThem() => SmallTest.Plain.Staffed(2, 2).Run("""
        time,site,person,registration,swab
        0,1,a,5,15
        5,1,b,15,9
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,5.000,1,5.000,5.000,20.000,1,1,20.000,tested
        b,S-001,1,5.000,5.000,5.000,20.000,1,20.000,20.000,29.000,1,1,29.000,tested
        """);

    [Fact]
    public void Run_ChangeoverAndTubeChange_KeepTheSamplerBusyAfterThePersonLeft()
    {
        SmallRun run = SmallTest.Plain.Serving(service => service with { Registration = new Constant(1), Changeover = new Constant(5), Pool = 2, TubeChange = new Duration(7000) }).Run("""
            time,site,person
            0,1,a
            0,1,b
            0,1,c
            """);
        run.Gives("""
            a,S-001,1,0.000,0.000,0.000,1.000,1,1.000,1.000,21.000,1,1,21.000,tested
            b,S-001,1,0.000,0.000,1.000,2.000,1,2.000,26.000,46.000,1,1,46.000,tested
            c,S-001,1,0.000,0.000,2.000,3.000,1,3.000,58.000,78.000,1,2,78.000,tested
            """);
        Assert.Equal(3 * 20_000 + 3 * 5000 + 7000, run.Result.Sites[0].SamplerBusy);
        Assert.Equal(3 * 1000, run.Result.Sites[0].DeskBusy);
        Assert.Equal(2, run.Result.Sites[0].Tubes);
    }

    [Fact]
    public void Run_TwoSamplers_EachCountsItsOwnTube() => SmallTest.Plain.Staffed(1, 2)
        .Serving(service => service with { Registration = new Constant(1), Pool = 2, TubeChange = new Duration(7000) }).Run("""
        time,site,person
        0,1,a
        0,1,b
        0,1,c
        0,1,d
        0,1,e
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,1.000,1,1.000,1.000,21.000,1,1,21.000,tested
        b,S-001,1,0.000,0.000,1.000,2.000,1,2.000,2.000,22.000,2,1,22.000,tested
        c,S-001,1,0.000,0.000,2.000,3.000,1,3.000,21.000,41.000,1,1,41.000,tested
        d,S-001,1,0.000,0.000,3.000,4.000,1,4.000,22.000,42.000,2,1,42.000,tested
        e,S-001,1,0.000,0.000,4.000,5.000,1,5.000,48.000,68.000,1,2,68.000,tested
        """);

    [Fact]
    public void Run_Classes_GiveRegistrationAndSwabTimes() => SmallTest.Plain.Staffed(4, 4)
        .Serving(service => service with { SwabAged = 1.4, SwabChild = 1.6 }).Run("""
        time,site,person,class
        0,1,adult,adult
        0,1,child,child
        0,1,aged,aged
        0,1,both,aged+assisted
        """).Gives("""
        adult,S-001,1,0.000,0.000,0.000,10.000,1,10.000,10.000,30.000,1,1,30.000,tested
        child,S-001,1,0.000,0.000,0.000,10.000,2,10.000,10.000,42.000,2,1,42.000,tested
        aged,S-001,1,0.000,0.000,0.000,10.000,3,10.000,10.000,38.000,3,1,38.000,tested
        both,S-001,1,0.000,0.000,0.000,30.000,4,30.000,30.000,58.000,1,1,58.000,tested
        """);

    [Fact]
    public void Run_TimesFromTheFile_AreTakenAsTheyStand() => SmallTest.Plain.Serving(service => service with { SwabAged = 2 }).Run("""
        time,site,person,class,registration,swab,changeover
        0,1,a,aged,1.001,2.002,0.5
        0,1,b,adult,,,0
        0,1,c,adult,1s,250ms,
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,1.001,1,1.001,1.001,3.003,1,1,3.003,tested
        b,S-001,1,0.000,0.000,1.001,11.001,1,11.001,11.001,31.001,1,1,31.001,tested
        c,S-001,1,0.000,0.000,11.001,12.001,1,12.001,31.001,31.251,1,1,31.251,tested
        """);

    [Fact]
    public void Run_InnerWalk_LiesBetweenDeskAndSwabQueue() => SmallTest.Plain.Serving(service => service with { InnerWalk = new Constant(3) }).Run("""
        time,site,person
        0,1,a
        0,1,b
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,10.000,1,13.000,13.000,33.000,1,1,33.000,tested
        b,S-001,1,0.000,0.000,10.000,20.000,1,23.000,33.000,53.000,1,1,53.000,tested
        """);

    [Fact]
    public void Run_RegistrationOutage_WhoStartsInItIsRegisteredOnPaper() => (SmallTest.Plain.Staffed(1, 2) with
    {
        Disruptions = [new Disruption { Type = DisruptionType.RegistrationOutage, At = SmallTest.At("0:00:10"), Length = new Duration(60_000) }],
    }).Run("""
        time,site,person
        0,1,before
        0,1,atStart
        20,1,atEnd
        75,1,after
        """).Gives("""
        before,S-001,1,0.000,0.000,0.000,10.000,1,10.000,10.000,30.000,1,1,30.000,tested
        atStart,S-001,1,0.000,0.000,10.000,70.000,1,70.000,70.000,90.000,1,1,90.000,tested
        atEnd,S-001,1,20.000,20.000,70.000,80.000,1,80.000,80.000,100.000,2,1,100.000,tested
        after,S-001,1,75.000,75.000,80.000,90.000,1,90.000,90.000,110.000,1,1,110.000,tested
        """);

    [Fact]
    public void Run_RegistrationOutage_WhoIsAtADeskKeepsTheDrawnTime() => (SmallTest.Plain.Staffed(2, 2) with
    {
        Disruptions = [new Disruption { Type = DisruptionType.RegistrationOutage, At = SmallTest.At("0:00:05"), Length = new Duration(10_000) }],
    }).Run("""
        time,site,person,class,registration,paper
        0,1,a,assisted,,
        6,1,b,adult,12,40
        """).Gives("""
        a,S-001,1,0.000,0.000,0.000,30.000,1,30.000,30.000,50.000,1,1,50.000,tested
        b,S-001,1,6.000,6.000,6.000,46.000,2,46.000,46.000,66.000,2,1,66.000,tested
        """);

    [Fact]
    public void Run_OutagesThatOverlapAtSomeSites_LastUntilTheLastIsOver() => (SmallTest.Plain.Staffed(9, 9).Sites(2) with
    {
        Disruptions =
        [
            new Disruption { Type = DisruptionType.RegistrationOutage, At = SmallTest.At("0:00:05"), Length = new Duration(10_000), Sites = ["S-001"] },
            new Disruption { Type = DisruptionType.RegistrationOutage, At = SmallTest.At("0:00:10"), Length = new Duration(20_000), Sites = ["S-001"] },
            new Disruption { Type = DisruptionType.RegistrationOutage, At = SmallTest.At("0:00:10"), Length = new Duration(90_000), Sites = ["S-001"], Enabled = false },
        ],
    }).Run("""
        time,site,person
        4.999,1,a
        20,1,b
        20,2,c
        30,1,d
        """).Gives("""
        a,S-001,1,4.999,4.999,4.999,14.999,1,14.999,14.999,34.999,1,1,34.999,tested
        b,S-001,1,20.000,20.000,20.000,80.000,1,80.000,80.000,100.000,1,1,100.000,tested
        c,S-002,1,20.000,20.000,20.000,30.000,1,30.000,30.000,50.000,1,1,50.000,tested
        d,S-001,1,30.000,30.000,30.000,40.000,2,40.000,40.000,60.000,1,1,60.000,tested
        """);
}
