using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class MserTests
{
    [Fact]
    public void Truncation_RampThenLevel_IsTheEndOfTheRamp() =>
        Assert.Equal(40, Mser.Truncation([.. Enumerable.Range(0, 200).Select(i => Math.Min(i, 40) + (i % 5 / 10.0))]));

    [Fact]
    public void Truncation_Level_IsNone() => Assert.Equal(0, Mser.Truncation([.. Enumerable.Range(0, 100).Select(i => (double)(i / 5 % 2))]));

    [Fact]
    public void Truncation_RisingToTheEnd_IsTooShortToTell() => Assert.Null(Mser.Truncation([.. Enumerable.Range(0, 100).Select(i => (double)i)]));

    [Fact]
    public void Truncation_ConstantSeries_IsNone() => Assert.Equal(0, Mser.Truncation([.. Enumerable.Repeat(0.1, 50)]));
}
