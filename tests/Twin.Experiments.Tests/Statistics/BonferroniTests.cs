using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class BonferroniTests
{
    [Theory]
    [InlineData(1, 0.95)]
    [InlineData(5, 0.99)]
    public void Each_Comparisons_SharesTheRest(int comparisons, double expected) => Assert.Equal(expected, Bonferroni.Each(0.95, comparisons), 12);

    [Fact]
    public void Adjust_ManyComparisons_IsAtMostOne() => Assert.Equal((0.1, 1.0), (Bonferroni.Adjust(0.02, 5), Bonferroni.Adjust(0.4, 5)));

    [Fact]
    public void Each_FiveVariantsAlike_AllIntervalsHoldZeroAsOftenAsPromised()
    {
        // 1,000 experiments, five normal variants of the same mean against a sixth, 10 pairs each: at least 95 % of them should find nothing anywhere.
        Twin.Model.Randomness.Draws draws = new(5);
        int clean = 0;
        for (int i = 0; i < 1_000; i++)
        {
            double[][] values = [.. Enumerable.Range(0, 6).Select(variant => (double[])[.. Enumerable.Range(0, 10).Select(n => MathNet.Numerics.Distributions.Normal.InvCDF(
                0, 1, draws.Uniform(default, (i * 6) + variant, n, Twin.Model.Randomness.Purpose.Service)))])];
            clean += values.Skip(1).All(value => !PairedDifference.Of(values[0], value, Bonferroni.Each(0.95, 5)).IsSettled) ? 1 : 0;
        }

        Assert.InRange(clean, 936, 985);
    }
}
