using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Tests.Stressing;

public sealed class FactorLimitsTests
{
    private const int Steps = 20;

    private static FactorLimits Of(params int[] wait)
    {
        StressFactor factor = new("swab", "swab", StressUnit.Seconds, "E") { Own = 20, Plausible = 30, Furthest = 40, Steps = Steps, Apply = (scenario, _, _) => scenario };
        int[] time = [.. wait.Select(limit => Math.Min(Steps, limit + 5))];
        return new FactorLimits(factor, [wait, time, wait], [[.. wait.Select(_ => true)], [.. wait.Select(_ => true)], [.. wait.Select((_, day) => day != 0)]], 7);
    }

    [Fact]
    public void Estimate_TenDays_TakesTheOrderStatisticsAndSaysWhichEndIsOpen()
    {
        FactorLimits limits = Of(12, 3, 7, 9, 5, 11, 6, 8, 10, 4);
        LimitEstimate half = limits.Estimate(StressCriterion.Wait, 0.5);

        // Of 3 to 12, 8 holds on five of ten days; P(2 ≤ Bin(10, ½) ≤ 8) is 97.9 %: the second to the ninth.
        Assert.Equal((8, 4, 11), (half.Step, half.Low, half.High));
        LimitEstimate most = limits.Estimate(StressCriterion.Wait, 0.9);
        Assert.Equal((4, (int?)null, 6), (most.Step, most.Low, most.High));
        Assert.True(most.HasInterval);
    }

    [Fact]
    public void Estimate_AnyLimits_IsTheLastStepThatHoldsOnTheShareOfDays()
    {
        Random random = new(5);
        for (int trial = 0; trial < 200; trial++)
        {
            int[] days = [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => random.Next(-1, Steps + 1))];
            foreach (double share in new[] { 0.5, 0.8, 0.9, 0.95 })
            {
                LimitEstimate estimate = Of(days).Estimate(StressCriterion.Wait, share);
                int holding = days.Count(limit => limit >= estimate.Step);
                Assert.True(holding >= share * days.Length - 1e-9, $"seed 5, trial {trial}: {holding} of {days.Length} days hold step {estimate.Step}, {share} asked for");
                Assert.True(estimate.Step == Steps || days.Count(limit => limit > estimate.Step) < share * days.Length - 1e-9, $"seed 5, trial {trial}: step {estimate.Step + 1} holds as well");
                Assert.Equal(days.Length >= 5, estimate.HasInterval);
            }
        }
    }

    [Fact]
    public void Counts_BrokenNeverAndPlausible_AreThoseOfTheDays()
    {
        FactorLimits limits = Of(-1, 20, 20, 10, 9);
        Assert.Equal((1, 2, 3), (limits.BrokenAtOwn(StressCriterion.Wait), limits.NeverBroken(StressCriterion.Wait), limits.HoldAtPlausible(StressCriterion.Wait)));
        Assert.Equal((0, 1), (limits.NotMonotone(StressCriterion.Wait), limits.NotMonotone(StressCriterion.Either)));
        Assert.Equal(0, limits.BrokenAtOwn(StressCriterion.Time));
    }

    [Theory]
    [InlineData(0.3, PairInteraction.Amplifying)]
    [InlineData(0.5, PairInteraction.Additive)]
    [InlineData(0.8, PairInteraction.Partial)]
    [InlineData(0.9375, PairInteraction.None)]
    public void Interaction_MiddleFraction_IsNamed(double fraction, PairInteraction expected)
    {
        StressFactor factor = Of(1).Factor;
        PairLimits pair = new(factor, factor, [.. Enumerable.Range(0, 6).Select(day => new PairFraction(day, fraction, fraction, fraction))]);
        Assert.Equal(expected, pair.Interaction);
        Assert.Equal((fraction, fraction), (pair.Median!.Low, pair.Median.High));
        Assert.Null(new PairLimits(factor, factor, []).Median);
        Assert.Equal(PairInteraction.Unknown, new PairLimits(factor, factor, []).Interaction);
    }

    /// <summary>An interval from 0.56 to 0.94 says nothing of where the pair breaks, and three days have none.</summary>
    [Theory]
    [InlineData(6, 0.56, 0.94)]
    [InlineData(3, 0.56, 0.56)]
    public void Point_WideIntervalOrNone_IsNotSaid(int days, double first, double others)
    {
        StressFactor factor = Of(1).Factor;
        PairLimits pair = new(factor, factor, [.. Enumerable.Range(0, days).Select(day => new PairFraction(day, 0, 1, day < days / 2 ? first : others))]);
        Assert.Null(pair.Point);
        Assert.Equal(PairInteraction.Open, pair.Interaction);
    }

    [Theory]
    [InlineData(6, 0, true)]
    [InlineData(5, 0, false)]
    [InlineData(0, 0, false)]
    [InlineData(9, 5, false)]
    [InlineData(30, 10, true)]
    public void PairedGain_IsTold_WhenTheIntervalOfItsShareLiesAboveAHalf(int gained, int lost, bool told)
    {
        int[] before = [.. Enumerable.Repeat(0, gained), .. Enumerable.Repeat(1, lost), 1, 0];
        int[] after = [.. Enumerable.Repeat(1, gained), .. Enumerable.Repeat(0, lost), 1, 0];
        Twin.Experiments.Statistics.PairedGain gain = Twin.Experiments.Statistics.PairedGain.Of(before, after);
        Assert.Equal((gained, lost, told), (gain.Gained, gain.Lost, gain.IsTold));
    }
}
