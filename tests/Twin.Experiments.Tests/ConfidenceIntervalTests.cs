namespace Twin.Experiments.Tests;

public sealed class ConfidenceIntervalTests
{
    [Fact]
    public void Of_FourValues_IsStudents()
    {
        // s = √(5/3), t(0.975, 3) = 3.182446.
        ConfidenceInterval interval = ConfidenceInterval.Of([1, 2, 3, 4]);
        Assert.Equal(2.5, interval.Mean, 12);
        Assert.Equal(1.290994, interval.StandardDeviation, 6);
        Assert.Equal(3.182446 * 1.290994 / 2, interval.HalfWidth, 5);
        Assert.Equal((4, 0.95), (interval.Count, interval.Confidence));
        Assert.True(interval.Covers(interval.Low) && interval.Covers(interval.High) && !interval.Covers(interval.High + 1e-9));
    }

    [Theory]
    [InlineData(0.9, 6.313752)]
    [InlineData(0.99, 63.656741)]
    public void Of_AnotherConfidence_TakesItsQuantile(double confidence, double t) =>
        Assert.Equal(t, ConfidenceInterval.Of([0, 2], confidence).HalfWidth, 4);

    [Fact]
    public void Of_EqualValues_HasNoWidth() => Assert.Equal(0, ConfidenceInterval.Of([7, 7, 7]).HalfWidth);

    [Fact]
    public void Of_OneValue_IsInfinitelyWide()
    {
        ConfidenceInterval interval = ConfidenceInterval.Of([7]);
        Assert.Equal((1, 7.0, double.PositiveInfinity), (interval.Count, interval.Mean, interval.HalfWidth));
    }

    [Fact]
    public void Of_NormalValues_CoversTheMeanAsOftenAsItSays()
    {
        // 2,000 intervals of 10 normal values each, by inversion of Philox draws: 1,900 expected, standard deviation 9.7.
        Twin.Model.Randomness.Draws draws = new(7);
        int covered = 0;
        for (int i = 0; i < 2_000; i++)
        {
            int set = i;
            covered += ConfidenceInterval.Of([.. Enumerable.Range(0, 10).Select(n => MathNet.Numerics.Distributions.Normal.InvCDF(
                3, 2, draws.Uniform(default, set, n, Twin.Model.Randomness.Purpose.Service)))]).Covers(3) ? 1 : 0;
        }

        Assert.InRange(covered, 1_860, 1_940);
    }

    [Fact]
    public void Of_NothingOrNotFinite_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => ConfidenceInterval.Of([]));
        Assert.Throws<ArgumentException>(() => ConfidenceInterval.Of([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfidenceInterval.Of([1, 2], 1));
    }
}
