using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class QuantileIntervalTests
{
    [Fact]
    public void Of_MedianOfTwenty_IsTheSixthToTheFifteenth()
    {
        // The textbook case: P(6 ≤ Bin(20, ½) ≤ 14) = 0.9586.
        QuantileInterval interval = QuantileInterval.Of([.. Enumerable.Range(1, 20).Reverse().Select(value => (double)value)], 0.5)!;
        Assert.Equal((10.0, 6.0, 15.0), (interval.Estimate, interval.Low, interval.High));
        Assert.Equal(0.9586, interval.Coverage, 4);
    }

    [Fact]
    public void Of_HighQuantileOfFew_HasNoUpperEnd()
    {
        QuantileInterval interval = QuantileInterval.Of([.. Enumerable.Range(1, 20).Select(value => (double)value)], 0.9)!;
        Assert.Equal(18, interval.Estimate);
        Assert.NotNull(interval.Low);
        Assert.Null(interval.High);
        Assert.True(interval.Coverage >= 0.95);
    }

    [Fact]
    public void Of_FewerThanFive_HasNoInterval() => Assert.Null(QuantileInterval.Of([1, 2, 3, 4], 0.5));

    [Fact]
    public void Of_SkewedValues_CoversTheQuantileAsOftenAsItSays()
    {
        // 1,000 intervals for the 70 % quantile of 40 exponential values each: distribution-free, and conservative by the steps of the binomial.
        Twin.Model.Randomness.Draws draws = new(3);
        double truth = -Math.Log(0.3);
        int covered = 0;
        double promised = 0;
        for (int i = 0; i < 1_000; i++)
        {
            int set = i;
            QuantileInterval interval = QuantileInterval.Of([.. Enumerable.Range(0, 40).Select(n => -Math.Log(draws.Uniform(default, set, n, Twin.Model.Randomness.Purpose.Service)))], 0.7)!;
            covered += (interval.Low is null || interval.Low <= truth) && (interval.High is null || interval.High >= truth) ? 1 : 0;
            promised = interval.Coverage;
        }

        Assert.InRange(promised, 0.95, 0.99);
        Assert.InRange(covered / 1_000.0, promised - 0.02, promised + 0.02);
    }
}
