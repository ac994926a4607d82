using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class HolmTests
{
    [Fact]
    public void Adjust_KnownCase_IsAsInR() =>
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm").
        Assert.Equal([0.03, 0.06, 0.06, 0.02], Holm.Adjust([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Adjust_Large_IsAtMostOne() => Assert.Equal([1.0, 1.0], Holm.Adjust([0.8, 0.9]));
}
