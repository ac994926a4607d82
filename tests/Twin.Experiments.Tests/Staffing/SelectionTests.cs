using MathNet.Numerics.Distributions;
using Twin.Experiments.Staffing.Selection;
using Twin.Experiments.Statistics;

namespace Twin.Experiments.Tests.Staffing;

/// <summary>The statistics of the search on cases whose answer is known.</summary>
public sealed class SelectionTests
{
    private const int Experiments = 1000;

    [Theory]
    [InlineData(2, 0.95, 0)]
    [InlineData(5, 0.95, 0)]
    [InlineData(5, 0.90, 0.6)]
    public void Pick_BestByTheIndifference_PicksItAsOftenAsPromised(int systems, double confidence, double shared)
    {
        // Slippage configuration: all others are worse by exactly the indifference, the hardest case of the promise.
        Random random = new(20220410 + systems);
        int right = 0;
        long observations = 0;
        for (int experiment = 0; experiment < Experiments; experiment++)
        {
            double[][] noise = [.. Enumerable.Range(0, 2000).Select(_ => Enumerable.Range(0, systems + 1).Select(_ => Normal.Sample(random, 0, 1)).ToArray())];
            IReadOnlyList<double> Observe(int system, int first, int count) =>
                [.. Enumerable.Range(first, count).Select(n => (system == systems - 1 ? 0 : 0.5) + (Math.Sqrt(shared) * noise[n][systems]) + (Math.Sqrt(1 - shared) * noise[n][system]))];
            Picked picked = KimNelson.Pick(systems, Observe, 0.5, confidence, 10, 1, 2000);
            Assert.True(picked.Decided);
            right += picked.Best == systems - 1 ? 1 : 0;
            observations += picked.Observations.Sum();
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{right} of {Experiments} right, {observations / Experiments} observations on average");

        // Three standard errors below the promise would be chance no more.
        Assert.True(right >= Experiments * (confidence - (3 * Math.Sqrt(confidence * (1 - confidence) / Experiments))), $"{right} of {Experiments}");
    }

    [Fact]
    public void Pick_CommonRandomNumbers_NeedFewerObservations()
    {
        long Needed(double shared)
        {
            Random random = new(7);
            long observations = 0;
            for (int experiment = 0; experiment < 200; experiment++)
            {
                double[][] noise = [.. Enumerable.Range(0, 2000).Select(_ => Enumerable.Range(0, 3).Select(_ => Normal.Sample(random, 0, 1)).ToArray())];
                observations += KimNelson.Pick(
                    2, (system, first, count) => [.. Enumerable.Range(first, count).Select(n => (0.5 * system) + (Math.Sqrt(shared) * noise[n][2]) + (Math.Sqrt(1 - shared) * noise[n][system]))],
                    0.5, 0.95, 10, 1, 2000).Observations.Sum();
            }

            return observations;
        }

        (long alone, long common) = (Needed(0), Needed(0.8));
        Assert.True(common < 0.6 * alone, $"{common} with common random numbers, {alone} without");
    }

    [Fact]
    public void Pick_ObservationsRunOut_SaysUndecided()
    {
        Random random = new(3);
        double[] noise = [.. Enumerable.Range(0, 100).Select(_ => Normal.Sample(random, 0, 1))];
        Picked picked = KimNelson.Pick(2, (system, first, count) => [.. noise.Skip((50 * system) + first).Take(count)], 0.001, 0.95, 10, 10, 40);
        Assert.False(picked.Decided);
        Assert.Equal([40, 40], picked.Observations);
    }

    [Fact]
    public void Pick_SingleSystem_NeedsNoObservation() =>
        Assert.Equal(0, KimNelson.Pick(1, (_, _, _) => throw new InvalidOperationException("observed"), 1, 0.95, 10, 1, 100).Best);

    [Theory]
    [InlineData(240, 240, 0.95, 0.987595)]
    [InlineData(59, 59, 0.95, 0.950492)]
    [InlineData(95, 100, 0.95, 0.897747)]
    [InlineData(0, 10, 0.95, 0)]
    public void AtLeast_KnownCases_AreClopperPearsons(int successes, int trials, double confidence, double bound) =>
        Assert.Equal(bound, ProportionBound.AtLeast(successes, trials, confidence), 5);

    [Theory]
    [InlineData(0.95)]
    [InlineData(0.98)]
    public void AtLeast_ExactCoverage_IsNeverBelowTheConfidence(double probability)
    {
        const int Trials = 200;
        double covered = Enumerable.Range(0, Trials + 1).Where(successes => ProportionBound.AtLeast(successes, Trials, 0.95) <= probability)
            .Sum(successes => Binomial.PMF(probability, Trials, successes));
        Assert.InRange(covered, 0.95, 1);
    }

    [Fact]
    public void MostFailures_AndFewestTrials_AgreeWithTheBound()
    {
        int fewest = ProportionBound.FewestTrials(0.95, 0.975);
        Assert.Equal(72, fewest);
        Assert.Equal((-1, 0), (ProportionBound.MostFailures(fewest - 1, 0.95, 0.975), ProportionBound.MostFailures(fewest, 0.95, 0.975)));
        int most = ProportionBound.MostFailures(240, 0.95, 0.975);
        Assert.True(ProportionBound.AtLeast(240 - most, 240, 0.975) >= 0.95);
        Assert.True(ProportionBound.AtLeast(240 - most - 1, 240, 0.975) < 0.95);
    }
}
