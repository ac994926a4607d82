using Twin.Experiments.Reports;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Reports;

/// <summary>The cheapest thing to do about a jammed site, on a pair of sites whose figures are set.</summary>
public sealed class SiteMeasureTests
{
    private static readonly MassTestResult Synthetic = SyntheticRun.Record(sites: 2, communities: 8).MassTest!;

    /// <summary>1,000 tests of 90 s by 8 samplers, and of 30 s by 4 desks, in a window of 5 h.</summary>
    private static readonly SiteResult Calm = Synthetic.Sites[0] with
    {
        Code = "S-001",
        X = 0,
        Y = 0,
        Opened = Synthetic.Open,
        Samplers = 8,
        SamplersAbsent = 0,
        Desks = 4,
        DesksAbsent = 0,
        Tested = 1_000,
        SentHome = 0,
        StillThere = 0,
        SamplerBusy = 90_000_000,
        DeskBusy = 30_000_000,
        SamplerDuty = 144_000_000,
        DeskDuty = 72_000_000,
        AmberMinutes = 0,
        RedMinutes = 0,
        QueueMax = 5,
        ExpectedWaitByMinute = [],
    };

    private static readonly SiteResult Jammed = Calm with { Code = "S-002", X = 100_000, RedMinutes = 30, QueueMax = 100, ExpectedWaitByMinute = [3_000] };

    [Fact]
    public void Of_NeighbourWithRoomInReach_SendsAsManyAsBringThePeakUnderAmber()
    {
        SiteMeasure measure = One(Calm, Jammed);
        Assert.Equal((SiteMeasureKind.Send, 50L, "S-001", 1_000.0), (measure.Kind, measure.People, measure.Neighbour!.Code, measure.Metres));
    }

    [Fact]
    public void Of_NeighbourTooFar_AddsToThoseWhoAreBusier()
    {
        SiteMeasure measure = One(Calm, Jammed with { X = 200_000 });
        Assert.Equal((SiteMeasureKind.Add, 1L, 0L), (measure.Kind, measure.Samplers, measure.Desks));
    }

    [Fact]
    public void Of_AbsentStaffWouldDo_AsksForThemAlone()
    {
        SiteMeasure measure = One(Calm, Jammed with { X = 200_000, SamplersAbsent = 3 });
        Assert.Equal((SiteMeasureKind.StandIn, 1L, 0L), (measure.Kind, measure.Samplers, measure.Desks));
    }

    [Fact]
    public void Of_TooFewForTheDay_AsksForSoManyThatTheyAreBusyAtMostTheShare()
    {
        // 3,000 × 90 s ÷ (0.85 × 18,000 s) = 17.6 samplers; 3,000 × 30 s give 5.9 desks.
        SiteMeasure measure = One(Calm, Jammed with { X = 200_000, Tested = 3_000, SamplerBusy = 270_000_000, DeskBusy = 90_000_000 });
        Assert.Equal((SiteMeasureKind.Add, 10L, 2L), (measure.Kind, measure.Samplers, measure.Desks));
    }

    [Fact]
    public void Of_NeverOpenedOrLate_OpensFirst()
    {
        Assert.Equal(SiteMeasureKind.Open, One(Calm, Jammed with { Opened = -1 }).Kind);
        Assert.Equal(SiteMeasureKind.OpenInTime, One(Calm, Jammed with { Opened = Synthetic.Open + 600_000 }).Kind);
    }

    [Fact]
    public void Of_NothingJams_AsksForNothing() => Assert.Empty(SiteMeasure.Of(Synthetic with { Sites = [Calm] }, new SiteParameters(), 7));

    private static SiteMeasure One(params SiteResult[] sites) => Assert.Single(SiteMeasure.Of(Synthetic with { Sites = sites }, new SiteParameters(), 7));
}
