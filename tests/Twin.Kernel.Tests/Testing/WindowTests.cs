using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests.Testing;

/// <summary>Opening and closing, by hand: early comers, who waits at closing, who is late, a window that is extended.</summary>
public sealed class WindowTests
{
    private const string EarlyComers = """
        time,site,person
        10,1,a
        40,1,b
        61,1,c
        """;

    private const string AtClosing = """
        time,site,person
        3590,1,a
        3591,1,b
        3592,1,c
        3599.999,1,d
        3600,1,e
        3650,1,f
        """;

    private static readonly Scenario OpensAfterAMinute = SmallTest.Plain.Open(window => window with { Open = SmallTest.At("0:01:00") });

    [Fact]
    public void Run_EarlyAtTheDoor_WaitCountsFromTheOpening()
    {
        SmallRun run = OpensAfterAMinute.Run(EarlyComers);
        run.Gives("""
            a,S-001,1,10.000,60.000,60.000,70.000,1,70.000,70.000,90.000,1,1,90.000,tested
            b,S-001,1,40.000,60.000,70.000,80.000,1,80.000,90.000,110.000,1,1,110.000,tested
            c,S-001,1,61.000,61.000,80.000,90.000,1,90.000,110.000,130.000,1,1,130.000,tested
            """);
        Assert.Equal(0 + 10_000 + 19_000, run.Result.RegistrationWait.SumMilliseconds);
        Assert.Equal(0 + 10_000 + 20_000, run.Result.SwabWait.SumMilliseconds);
        Assert.Equal(39_000, run.Result.TotalWait.MaximumMilliseconds);
    }

    [Fact]
    public void Run_EarlyInTheQueue_WaitCountsFromArrival()
    {
        SmallRun run = OpensAfterAMinute.Open(window => window with { Early = EarlyWait.Queue }).Run(EarlyComers);
        run.Gives("""
            a,S-001,1,10.000,10.000,60.000,70.000,1,70.000,70.000,90.000,1,1,90.000,tested
            b,S-001,1,40.000,40.000,70.000,80.000,1,80.000,90.000,110.000,1,1,110.000,tested
            c,S-001,1,61.000,61.000,80.000,90.000,1,90.000,110.000,130.000,1,1,130.000,tested
            """);
        Assert.Equal(50_000 + 30_000 + 19_000, run.Result.RegistrationWait.SumMilliseconds);
    }

    [Fact]
    public void Run_ArrivalAsTheSiteOpens_JoinsBehindTheDoor() => OpensAfterAMinute.Run("""
        time,site,person
        60,1,now
        59.999,1,early
        """).Gives("""
        early,S-001,1,59.999,60.000,60.000,70.000,1,70.000,70.000,90.000,1,1,90.000,tested
        now,S-001,1,60.000,60.000,70.000,80.000,1,80.000,90.000,110.000,1,1,110.000,tested
        """);

    [Fact]
    public void Run_ServeQueue_WhoWaitsAtClosingIsServedAndLaterOnesAreLate()
    {
        SmallRun run = SmallTest.Plain.Run(AtClosing);
        run.Gives("""
            a,S-001,1,3590.000,3590.000,3590.000,3600.000,1,3600.000,3600.000,3620.000,1,1,3620.000,tested
            b,S-001,1,3591.000,3591.000,3600.000,3610.000,1,3610.000,3620.000,3640.000,1,1,3640.000,tested
            c,S-001,1,3592.000,3592.000,3610.000,3620.000,1,3620.000,3640.000,3660.000,1,1,3660.000,tested
            d,S-001,1,3599.999,3599.999,3620.000,3630.000,1,3630.000,3660.000,3680.000,1,1,3680.000,tested
            e,S-001,1,3600.000,,,,,,,,,,3600.000,late
            f,S-001,1,3650.000,,,,,,,,,,3650.000,late
            """);
        Assert.Equal(2, run.Result.Untested[(int)UntestedReason.Late]);
        Assert.Equal(4, run.Result.Tested);
        Assert.Equal(3680_000, run.Result.Sites[0].SamplerDuty);
        Assert.Equal(3680_000, run.Result.LastTest);
    }

    [Fact]
    public void Run_SendHome_NoServiceBeginsAtOrAfterClosing()
    {
        SmallRun run = SmallTest.Plain.Staffed(2, 1).Open(window => window with { AtClose = AtClose.SendHome }).Run("""
            time,site,person
            3578,1,a
            3579,1,b
            3591,1,c
            3592,1,d
            3593,1,e
            3600,1,f
            """);
        run.Gives("""
            a,S-001,1,3578.000,3578.000,3578.000,3588.000,1,3588.000,3588.000,3608.000,1,1,3608.000,tested
            b,S-001,1,3579.000,3579.000,3579.000,3589.000,2,3589.000,,,,,3600.000,sentHome
            c,S-001,1,3591.000,3591.000,3591.000,3601.000,1,3601.000,,,,,3601.000,sentHome
            d,S-001,1,3592.000,3592.000,3592.000,3602.000,2,3602.000,,,,,3602.000,sentHome
            e,S-001,1,3593.000,3593.000,,,,,,,,,3600.000,sentHome
            f,S-001,1,3600.000,,,,,,,,,,3600.000,late
            """);
        Assert.Equal(4, run.Result.Untested[(int)UntestedReason.SentHome]);
        Assert.Equal(4, run.Result.SentHomeWait.Count);
        Assert.Equal(11_000 + 0 + 0 + 7000, run.Result.SentHomeWait.SumMilliseconds);
        Assert.Equal(1, run.Result.TotalWait.Count);
    }

    [Theory]
    [InlineData("0:00:00")]
    [InlineData("0:59:00")]
    public void Run_WindowExtendedInTime_TakesPeopleUntilTheNewClose(string at) => (SmallTest.Plain with
    {
        Interventions = [new Intervention { Type = InterventionType.ExtendWindow, At = SmallTest.At(at), To = SmallTest.At("1:00:30") }],
    }).Run("""
        time,site,person
        3629.999,1,a
        3630,1,b
        """).Gives("""
        a,S-001,1,3629.999,3629.999,3629.999,3639.999,1,3639.999,3639.999,3659.999,1,1,3659.999,tested
        b,S-001,1,3630.000,,,,,,,,,,3630.000,late
        """);

    [Fact]
    public void Run_WindowExtendedAfterClosing_OpensAgain() => (SmallTest.Plain with
    {
        Interventions = [new Intervention { Type = InterventionType.ExtendWindow, At = SmallTest.At("1:10:00"), To = SmallTest.At("1:20:00") }],
    }).Run("""
        time,site,person
        4199.999,1,a
        4200,1,b
        4800,1,c
        """).Gives("""
        a,S-001,1,4199.999,,,,,,,,,,4199.999,late
        b,S-001,1,4200.000,4200.000,4200.000,4210.000,1,4210.000,4210.000,4230.000,1,1,4230.000,tested
        c,S-001,1,4800.000,,,,,,,,,,4800.000,late
        """);

    [Fact]
    public void Run_WindowShortened_ClosesEarlier() => (SmallTest.Plain with
    {
        Interventions = [new Intervention { Type = InterventionType.ExtendWindow, At = SmallTest.At("0:01:00"), To = SmallTest.At("0:02:00") }],
    }).Run("""
        time,site,person
        119.999,1,a
        120,1,b
        """).Gives("""
        a,S-001,1,119.999,119.999,119.999,129.999,1,129.999,129.999,149.999,1,1,149.999,tested
        b,S-001,1,120.000,,,,,,,,,,120.000,late
        """);
}
