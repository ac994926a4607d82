using MathNet.Numerics.Distributions;
using Twin.Experiments.Backtesting.Predicting;

namespace Twin.Experiments.Tests.Backtesting;

/// <summary>The statistics of bands, on counts whose distribution is known.</summary>
public sealed class PredictingTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(119, 0.90, 6, 0.90)]
    [InlineData(119, 0.95, 3, 0.95)]
    [InlineData(39, 0.95, 1, 0.95)]
    [InlineData(100, 0.90, 5, 0.9009900990)]
    public void Band_OfValues_HasTheRanksThatGiveItsLevel(int count, double level, int rank, double exact)
    {
        PredictionBand band = PredictionBand.Of([.. Enumerable.Range(1, count).Select(i => (double)i).Reverse()], level)!;
        Assert.Equal((rank, (double)rank, (double)(count + 1 - rank)), (band.Rank, band.Low, band.High));
        Assert.Equal(exact, band.Level, 9);
    }

    [Fact]
    public void Band_OfTooFewValues_IsNone() => Assert.Null(PredictionBand.Of([.. Enumerable.Range(1, 38).Select(i => (double)i)], 0.95));

    [Fact]
    public void Figure_CountBeyondEveryDay_HasTheLeastProbability()
    {
        PredictedFigure figure = PredictedFigure.Of(200, [.. Enumerable.Range(1, 119).Select(i => (double)i)]);
        Assert.Equal(2.0 / 120, figure.Probability, 12);
        Assert.True(figure.IsOff);
        Assert.Equal((140, 200 - 117.0, 200 - 3.0), (figure.Bias, figure.BiasLow!.Value, figure.BiasHigh!.Value));
    }

    /// <summary>Counts of the model itself: small ones, with ties, and a luck that all counts of a day share.</summary>
    [Fact]
    public void Coverage_CountsOfTheModel_IsNominalOnAverageAndRarelyUnusual()
    {
        const int Rounds = 400, Days = 39, Cells = 30;
        Random random = new(20_221);
        (double sum, int unusual, int outside) = (0, 0, 0);
        for (int round = 0; round < Rounds; round++)
        {
            int[][] all = [.. Enumerable.Range(0, Days + 1).Select(_ => Day(random, Cells, 1))];
            BandCoverage coverage = BandCoverage.Of(0.90, all[^1], all[..^1], [.. Enumerable.Range(0, Cells).Select(cell => cell / 5)])!;
            sum += coverage.Share;
            unusual += coverage.Verdict == CoverageVerdict.AsExpected ? 0 : 1;
            outside += coverage.Share < coverage.ExpectedLow || coverage.Share > coverage.ExpectedHigh ? 1 : 0;
        }

        output.WriteLine($"mean share {sum / Rounds:0.0000} of nominal 0.9; unusual {unusual}, outside the expected range {outside} of {Rounds} (seed 20221)");
        Assert.InRange(sum / Rounds, 0.89, 0.91);
        Assert.InRange(unusual, 0, Rounds * 8 / 100);
        Assert.InRange(outside, 0, Rounds * 8 / 100);
    }

    [Fact]
    public void Overall_SeveralFiguresOfTheModel_IsUnusualOnOneDayInTwenty()
    {
        Random random = new(99);
        int unusual = 0;
        for (int round = 0; round < 1000; round++)
        {
            double[][] figures = [.. Enumerable.Range(0, 4).Select(figure => Enumerable.Range(0, 40).Select(_ => Normal.Sample(random, figure, 1 + figure)).ToArray())];
            unusual += OverallCheck.Probability(figures) <= 0.05 ? 1 : 0;
        }

        output.WriteLine($"{unusual} of 1,000 (seed 99)");
        Assert.InRange(unusual, 30, 70);
    }

    [Fact]
    public void Overall_OneFigureFarOut_HasTheLeastProbability() =>
        Assert.Equal(1.0 / 40, OverallCheck.Probability([[.. Enumerable.Range(0, 39).Select(i => (double)(i % 5)), 50], [.. Enumerable.Range(0, 40).Select(i => (double)(i % 3))]]));

    [Fact]
    public void Coverage_CountsOfAnotherModel_AreTooFewWithin()
    {
        Random random = new(7);
        int[][] days = [.. Enumerable.Range(0, 119).Select(_ => Day(random, 40, 1))];
        BandCoverage coverage = BandCoverage.Of(0.90, Day(random, 40, 2.5), days, [.. Enumerable.Range(0, 40).Select(cell => cell / 5)])!;
        Assert.Equal(CoverageVerdict.TooFew, coverage.Verdict);
        Assert.True(coverage.High < 0.9, $"{coverage}");
        Assert.True(coverage.Share < coverage.ExpectedLow);
    }

    [Fact]
    public void Coverage_CountsThatNeverVary_TellNothing() =>
        Assert.Null(BandCoverage.Of(0.9, [0, 0], [.. Enumerable.Range(0, 39).Select(_ => new[] { 0, 0 })], [0, 1]));

    [Fact]
    public void Coverage_FewerThanFiveSites_HasNoIntervalOverSites()
    {
        Random random = new(5);
        BandCoverage coverage = BandCoverage.Of(0.9, Day(random, 8, 1), [.. Enumerable.Range(0, 39).Select(_ => Day(random, 8, 1))], [0, 0, 1, 1, 2, 2, 3, 3])!;
        Assert.Null(coverage.Low);
        Assert.NotNull(coverage.ExpectedLow);
    }

    private static int[] Day(Random random, int cells, double factor)
    {
        double luck = Normal.Sample(random, 0, 0.15);
        return [.. Enumerable.Range(0, cells).Select(cell => Poisson.Sample(random, factor * Math.Exp(luck) * (1 + (cell % 10))))];
    }
}
