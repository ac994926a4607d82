using Twin.Experiments.Statistics;
using Twin.Model.Randomness;
using Twin.Model.Results;

namespace Twin.Experiments.Tests.Statistics;

public sealed class MeanIntervalTests(ITestOutputHelper output)
{
    private static readonly MeasureRange Above = new(0, double.PositiveInfinity, RareDays.Above);

    [Fact]
    public void Of_SymmetricValues_IsStudents()
    {
        MeanInterval interval = MeanInterval.Of([1, 2, 3, 4, 5], MeasureRange.Unknown);
        double half = 2.776445 * Math.Sqrt(2.5 / 5);
        Assert.Equal((3 - half, 3 + half), (Math.Round(interval.Low!.Value, 5), Math.Round(interval.High!.Value, 5)), new Near(1e-5));
        Assert.Equal(IntervalBasis.Skewed, interval.Basis);
    }

    [Fact]
    public void Of_FiveEqualValues_HasNoIntervalOfNoWidth()
    {
        // "± 0" after five equal days was untrue: another day may come in up to 1 − 0.05^(1/5) = 45 % of them.
        MeanInterval interval = MeanInterval.Of([7, 7, 7, 7, 7], Above);
        Assert.Equal((IntervalBasis.AllEqual, (double?)null, 7.0, 0), (interval.Basis, interval.Low, interval.Usual, interval.Differing));
        Assert.Equal(1 - Math.Pow(0.05, 0.2), interval.DifferingAtMost, 9);
        Assert.Equal(0, interval.DifferingAtLeast);
    }

    [Fact]
    public void Of_TwoDaysThatDiffer_SaysInHowManyAndNotHowBad()
    {
        MeanInterval interval = MeanInterval.Of([.. Enumerable.Repeat(0.0, 28), 90, 40], Above);
        Assert.Equal((IntervalBasis.FewDiffer, (double?)null, 2), (interval.Basis, interval.High, interval.Differing));
        // R: binom.test(2, 30).
        Assert.Equal(0.008178, interval.DifferingAtLeast, 5);
        Assert.Equal(0.220735, interval.DifferingAtMost, 5);
    }

    [Fact]
    public void Of_SkewedValues_ReachesFurtherToTheLongSide()
    {
        MeanInterval interval = MeanInterval.Of([1, 1.5, 2, 2.5, 3, 3.5, 4, 30], Above);
        Assert.True(interval.High - interval.Mean > 2 * (interval.Mean - interval.Low), $"{interval}");
    }

    [Fact]
    public void Of_Shares_StayWithinNoughtAndOne()
    {
        MeanInterval interval = MeanInterval.Of([0.2, 0.99, 0.97, 1, 1, 0.98], new MeasureRange(0, 1, RareDays.Below));
        Assert.InRange(interval.Low!.Value, 0, interval.Mean);
        Assert.InRange(interval.High!.Value, interval.Mean, 1);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_FewerThanFive_HasNone(int count) => Assert.Equal(IntervalBasis.TooFew, MeanInterval.Of(new double[count], Above).Basis);

    [Fact]
    public void Of_NotFinite_IsRefused() => Assert.Throws<ArgumentException>(() => MeanInterval.Of([1, double.NaN], Above));

    [Theory]
    [InlineData("exponential", 20, 0.93, 0.985)]
    [InlineData("exponential", 60, 0.93, 0.985)]
    [InlineData("lognormal", 30, 0.93, 0.985)]
    [InlineData("normal", 30, 0.93, 0.985)]
    public void Of_KnownDistribution_CoversItsMeanAsOftenAsPromised(string distribution, int count, double least, double most)
    {
        const ulong Seed = 23;
        const int Experiments = 2_000;
        Draws draws = new(Seed);
        double truth = distribution switch { "exponential" => 1, "lognormal" => Math.Exp(0.5), _ => 10 };
        int covered = 0;
        for (int i = 0; i < Experiments; i++)
        {
            int set = i;
            double[] values = [.. Enumerable.Range(0, count).Select(n => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, draws.Uniform(default, set, n, Purpose.Service))).Select(
                z => distribution switch { "exponential" => -Math.Log(MathNet.Numerics.Distributions.Normal.CDF(0, 1, z)), "lognormal" => Math.Exp(z), _ => 10 + z })];
            covered += MeanInterval.Of(values, Above).Covers(truth) ? 1 : 0;
        }

        output.WriteLine($"seed {Seed}: {distribution}, n = {count}: {covered} of {Experiments}");
        Assert.InRange(covered / (double)Experiments, least, most);
    }

    private sealed class Near(double within) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < within && Math.Abs(x.Item2 - y.Item2) < within;

        public int GetHashCode((double, double) obj) => 0;
    }
}
