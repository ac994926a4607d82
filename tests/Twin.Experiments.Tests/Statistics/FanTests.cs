using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class FanTests
{
    [Fact]
    public void Of_HundredAndOneCurves_BandsArePointwiseQuantiles()
    {
        Fan fan = Fan.Of([.. Enumerable.Range(0, 101).Select(i => (double[])[i, 100 - i])]);
        Assert.Equal([50, 50], fan.Median);
        Assert.Equal((10.0, 90.0), (fan.Inner!.Low[0], fan.Inner.High[1]));
        Assert.Equal((5.0, 95.0), (fan.Outer.Low[1], fan.Outer.High[0]));
        Assert.True(fan.HasTails);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(5, true)]
    public void Of_Few_OuterIsAllAndInnerNeedsFive(int count, bool inner)
    {
        Fan fan = Fan.Of([.. Enumerable.Range(0, count).Select(i => (double[])[i])]);
        Assert.Equal((0.0, count - 1.0), (fan.Outer.Low[0], fan.Outer.High[0]));
        Assert.Equal(inner, fan.Inner is not null);
        Assert.False(fan.HasTails);
    }
}
