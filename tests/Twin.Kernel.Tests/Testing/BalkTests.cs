using Twin.Model.Distributions;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>The rule "Balk", by hand: who does not join, and what they do then.</summary>
public sealed class BalkTests
{
    private const string Crowd = """
        time,site,person
        0,1,a
        0,1,b
        0,1,c
        0,1,d
        11,1,e
        """;

    private static Scenario Choosing(double comeBack, double nextSite, int tries = 3, int queueSpace = 1) => SmallTest.Plain.Balking(balk => balk with
    {
        QueueSpace = queueSpace,
        ComeBack = comeBack,
        NextSite = nextSite,
        Delay = new Constant(60),
        Tries = tries,
    });

    [Fact]
    public void Run_QueueSpace_CountsWhoWaitsForADeskAndNotWhoIsServed()
    {
        SmallRun run = Choosing(0, 0, queueSpace: 2).Run(Crowd);
        run.Gives("""
            a,S-001,1,0.000,0.000,0.000,10.000,1,10.000,10.000,30.000,1,1,30.000,tested
            b,S-001,1,0.000,0.000,10.000,20.000,1,20.000,30.000,50.000,1,1,50.000,tested
            c,S-001,1,0.000,0.000,20.000,30.000,1,30.000,50.000,70.000,1,1,70.000,tested
            d,S-001,1,0.000,,,,,,,,,,0.000,balked
            e,S-001,1,11.000,11.000,30.000,40.000,1,40.000,70.000,90.000,1,1,90.000,tested
            """);
        Assert.Equal(1, run.Result.Untested[(int)UntestedReason.GaveUp]);
        Assert.Equal(1, run.Result.Balked);
    }

    [Fact]
    public void Run_BeforeOpening_TheDoorCountsToo() => Choosing(0, 0, queueSpace: 2).Open(window => window with { Open = SmallTest.At("0:00:05") }).Run("""
        time,site,person
        0,1,a
        1,1,b
        2,1,c
        5,1,d
        """).Gives("""
        a,S-001,1,0.000,5.000,5.000,15.000,1,15.000,15.000,35.000,1,1,35.000,tested
        b,S-001,1,1.000,5.000,15.000,25.000,1,25.000,35.000,55.000,1,1,55.000,tested
        c,S-001,1,2.000,,,,,,,,,,2.000,balked
        d,S-001,1,5.000,5.000,25.000,35.000,1,35.000,55.000,75.000,1,1,75.000,tested
        """);

    [Fact]
    public void Run_ComeBack_DelayCountsFromLeaving() => Choosing(1, 0).Run(Crowd).Gives("""
        a,S-001,1,0.000,0.000,0.000,10.000,1,10.000,10.000,30.000,1,1,30.000,tested
        b,S-001,1,0.000,0.000,10.000,20.000,1,20.000,30.000,50.000,1,1,50.000,tested
        c,S-001,1,0.000,,,,,,,,,,0.000,balked
        d,S-001,1,0.000,,,,,,,,,,0.000,balked
        e,S-001,1,11.000,11.000,20.000,30.000,1,30.000,50.000,70.000,1,1,70.000,tested
        c,S-001,2,60.000,60.000,60.000,70.000,1,70.000,70.000,90.000,1,1,90.000,tested
        d,S-001,2,60.000,60.000,70.000,80.000,1,80.000,90.000,110.000,1,1,110.000,tested
        """);

    [Fact]
    public void Run_Tries_AreVisitsInAll()
    {
        SmallRun run = Choosing(1, 0, tries: 2).Run("""
            time,site,person,registration
            0,1,a,600
            0,1,b,10
            0,1,c,10
            """);
        run.Gives("""
            a,S-001,1,0.000,0.000,0.000,600.000,1,600.000,600.000,620.000,1,1,620.000,tested
            b,S-001,1,0.000,0.000,600.000,610.000,1,610.000,620.000,640.000,1,1,640.000,tested
            c,S-001,1,0.000,,,,,,,,,,0.000,balked
            c,S-001,2,60.000,,,,,,,,,,60.000,balked
            """);
        Assert.Equal(1, run.Result.Untested[(int)UntestedReason.GaveUp]);
        Assert.Equal(2, run.Result.Balked);
    }

    [Fact]
    public void Run_NextSite_GoesOnInTheOrderOfNearnessFromTheFirst() => Choosing(0, 1, tries: 4).Sites(4)
        .With(test => test with { Arrivals = test.Arrivals with { SiteSpacingMetres = 110 }, Walk = test.Walk with { Detour = 1 } }).Run("""
        time,site,person,registration
        0,2,a,3000
        0,2,b,10
        0,1,c,3000
        0,1,d,10
        0,3,e,3000
        0,3,f,10
        1,2,g,10
        """).Gives("""
        c,S-001,1,0.000,0.000,0.000,3000.000,1,3000.000,3000.000,3020.000,1,1,3020.000,tested
        d,S-001,1,0.000,0.000,3000.000,3010.000,1,3010.000,3020.000,3040.000,1,1,3040.000,tested
        a,S-002,1,0.000,0.000,0.000,3000.000,1,3000.000,3000.000,3020.000,1,1,3020.000,tested
        b,S-002,1,0.000,0.000,3000.000,3010.000,1,3010.000,3020.000,3040.000,1,1,3040.000,tested
        e,S-003,1,0.000,0.000,0.000,3000.000,1,3000.000,3000.000,3020.000,1,1,3020.000,tested
        f,S-003,1,0.000,0.000,3000.000,3010.000,1,3010.000,3020.000,3040.000,1,1,3040.000,tested
        g,S-002,1,1.000,,,,,,,,,,1.000,balked
        g,S-001,2,101.000,,,,,,,,,,101.000,balked
        g,S-003,3,301.000,,,,,,,,,,301.000,balked
        g,S-004,4,401.000,401.000,401.000,411.000,1,411.000,411.000,431.000,1,1,431.000,tested
        """);

    [Fact]
    public void Run_NextSiteWithoutAnother_GivesUp() =>
        Assert.Equal(3, Choosing(0, 1).Run(Crowd).Result.Untested[(int)UntestedReason.GaveUp] + 1);

    [Fact]
    public void Run_BackAfterClosing_IsLate()
    {
        SmallRun run = Choosing(1, 0).Run("""
            time,site,person
            3570,1,a
            3570,1,b
            3570,1,c
            """);
        Assert.Equal("c,c,S-001,2,3630.000,,,,,,,,,,3630.000,late", run.Lines[^1]);
        Assert.Equal(1, run.Result.Untested[(int)UntestedReason.Late]);
        Assert.Equal(0, run.Result.Untested[(int)UntestedReason.GaveUp]);
    }

    [Fact]
    public void Run_BackAfterTheRun_IsInTransit() =>
        Assert.Equal(1, Choosing(1, 0).Balking(balk => balk with { Delay = new Constant(4 * 3600) }).Run("""
            time,site,person
            0,1,a
            0,1,b
            0,1,c
            """).Result.Untested[(int)UntestedReason.InTransit]);
}
