using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class PairedDifferenceTests
{
    [Fact]
    public void Of_KnownPairs_HasStudentsIntervalAndTheSignFlipTest()
    {
        // Differences 1 to 6, symmetric: mean 3.5, s = √3.5, t(0.975, 5) = 2.570582; of 2⁶ sign patterns two reach so far.
        PairedDifference paired = PairedDifference.Of([11, 22, 33, 44, 55, 66], [10, 20, 30, 40, 50, 60]);
        Assert.Equal(3.5, paired.Mean, 12);
        Assert.Equal(2.570582 * Math.Sqrt(3.5 / 6), paired.High!.Value - paired.Mean, 5);
        Assert.Equal(2 / 64.0, paired.Probability!.Value, 12);
        Assert.True(paired.IsSettled);
        Assert.Equal((38.5, 35.0), (paired.First, paired.Second));
        Assert.Equal((423.5 + 350) / 3.5, paired.VarianceSaved!.Value, 9);
    }

    [Fact]
    public void Of_FivePairsAllOneWay_CannotSettleYet()
    {
        // Of five pairs the least p-value is 2 / 2⁵ = 0.0625: a t test would have settled this by assuming normal differences.
        PairedDifference paired = PairedDifference.Of([11, 22, 33, 44, 55], [10, 20, 30, 40, 50]);
        Assert.True(paired.LeavesZeroOut);
        Assert.False(paired.IsSettled);
        Assert.Equal(6, paired.PairsToSettle());
    }

    [Fact]
    public void Of_EqualPairs_IsExactlyZero()
    {
        PairedDifference paired = PairedDifference.Of([0.1, 0.7, 3, 9, 2], [0.1, 0.7, 3, 9, 2]);
        Assert.True(paired.IsExactlyZero);
        Assert.Equal((0.0, null, 1.0), (paired.Mean, paired.Low, paired.Probability!.Value));
        Assert.False(paired.IsSettled);
        Assert.Null(paired.PairsToSettle());
        Assert.Null(paired.VarianceSaved);
    }

    [Fact]
    public void Of_FewerThanFive_HasNoInterval()
    {
        PairedDifference paired = PairedDifference.Of([1, 2, 3, 9], [0, 0, 0, 0]);
        Assert.Null(paired.Low);
        Assert.Null(paired.Probability);
        Assert.False(paired.IsSettled);
    }

    [Fact]
    public void Of_NotPaired_IsRefused() => Assert.Throws<ArgumentException>(() => PairedDifference.Of([1, 2], [1]));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.2)]
    [InlineData(0.1)]
    public void PairsToSettle_OpenCase_SettlesFourOfFiveSuchComparisons(double difference)
    {
        // Normal differences with mean d and s = 1, made exact so that the estimate is that of the true values.
        double[] spread = [-1.2649110640673518, -0.6324555320336759, 0, 0.6324555320336759, 1.2649110640673518];
        int pairs = PairedDifference.Of([.. spread.Select(value => difference + value)], new double[5]).PairsToSettle()!.Value;
        Twin.Model.Randomness.Draws draws = new(11);
        int settled = 0;
        for (int i = 0; i < 400; i++)
        {
            int set = i;
            double[] values = [.. Enumerable.Range(0, pairs).Select(n => MathNet.Numerics.Distributions.Normal.InvCDF(
                difference, 1, draws.Uniform(default, set, n, Twin.Model.Randomness.Purpose.Service)))];
            settled += PairedDifference.Of(values, new double[pairs]).IsSettled ? 1 : 0;
        }

        // 320 expected, standard deviation 8; the interval is a little wider than Student's, for which the number is.
        Assert.InRange(settled, 280, 350);
    }
}
