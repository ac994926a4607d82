using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Statistics;

public sealed class SequentialProportionTests
{
    [Theory]
    [InlineData(5, 6, SequentialVerdict.Open)]
    [InlineData(6, 6, SequentialVerdict.Open)]
    [InlineData(37, 37, SequentialVerdict.Reaches)]
    [InlineData(60, 61, SequentialVerdict.Reaches)]
    [InlineData(0, 6, SequentialVerdict.Misses)]
    [InlineData(40, 44, SequentialVerdict.Open)]
    public void Decide_OneMissedDayOfSix_IsOpen(int successes, int trials, SequentialVerdict expected) =>
        Assert.Equal(expected, SequentialProportion.Decide(successes, trials, 0.95, 0.05));

    /// <summary>Over 2,000 sequences of up to 600 days, in looks of six: a day that fails half as often as allowed, and one that fails twice as often.</summary>
    [Theory]
    [InlineData(0.975, SequentialVerdict.Misses)]
    [InlineData(0.90, SequentialVerdict.Reaches)]
    public void Decide_ManySequences_WrongVerdictsAreAsRareAsSaid(double probability, SequentialVerdict wrong)
    {
        Random random = new(20261);
        int mistakes = 0;
        for (int sequence = 0; sequence < 2_000; sequence++)
        {
            (int successes, int trials) = (0, 0);
            SequentialVerdict verdict = SequentialVerdict.Open;
            while (verdict == SequentialVerdict.Open && trials < 600)
            {
                successes += Enumerable.Range(0, 6).Count(_ => random.NextDouble() < probability);
                trials += 6;
                verdict = SequentialProportion.Decide(successes, trials, 0.95, 0.05);
            }

            mistakes += verdict == wrong ? 1 : 0;
        }

        // 5 % of 2,000 and three standard errors.
        Assert.InRange(mistakes, 0, 130);
    }
}
