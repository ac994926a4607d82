using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class SignFlipTestTests
{
    [Fact]
    public void Probability_YesAndNo_IsMcNemarsExact()
    {
        // 8 pairs differ, 7 one way and 1 the other: 2 × (1 + 8) / 2⁸ (R: binom.test(7, 8)).
        double[] differences = [1, 1, 1, 1, 1, 1, 1, -1, 0, 0, 0, 0];
        Assert.Equal(2 * 9 / 256.0, SignFlipTest.Probability(differences), 12);
    }

    [Fact]
    public void Probability_AllOneWay_IsTheLeastThatSoManyPairsCanGive()
    {
        Assert.Equal(2 / 64.0, SignFlipTest.Probability([1, 2, 3, 4, 5, 6]), 12);
        Assert.Equal(2 / 64.0, SignFlipTest.Least(6), 12);
        Assert.Equal(1.0 / 10_000, SignFlipTest.Probability([.. Enumerable.Range(1, 200).Select(value => (double)value)]), 12);
    }

    [Fact]
    public void Probability_NoDifference_IsOne() => Assert.Equal(1, SignFlipTest.Probability([0, 0, 0, 0, 0]));

    [Fact]
    public void Probability_Drawn_IsTheCountedOneAndTheSameEachTime()
    {
        double[] thirteen = [5, -3, 8, 2, -1, 7, 4, -6, 3, 2, 9, -2, 1];
        double counted = SignFlipTest.Probability(thirteen);
        double drawn = SignFlipTest.Probability([.. thirteen, 1e-6]);
        Assert.InRange(drawn, counted - 0.015, counted + 0.015);
        Assert.Equal(drawn, SignFlipTest.Probability([.. thirteen, 1e-6]));
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void Probability_EqualsThatRareEventsDecide_AlarmsNoMoreOftenThanPromised(double often)
    {
        // 1,000 comparisons of two equal figures that are 0 on most days and exponential on the others, 30 pairs each.
        Twin.Model.Randomness.Draws draws = new(17);
        int alarms = 0;
        for (int i = 0; i < 1_000; i++)
        {
            double Day(int n, int who)
            {
                double uniform = draws.Uniform(default, (2 * i) + who, n, Twin.Model.Randomness.Purpose.Service);
                return uniform < often ? -Math.Log(uniform / often) : 0;
            }

            alarms += SignFlipTest.Probability([.. Enumerable.Range(0, 30).Select(n => Day(n, 0) - Day(n, 1))]) <= 0.05 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 64);
    }
}
