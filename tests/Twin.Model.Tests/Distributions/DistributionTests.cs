using Twin.Model.Distributions;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace Twin.Model.Tests.Distributions;

public sealed class DistributionTests
{
    private static readonly Dictionary<string, Distribution> Known = new(StringComparer.Ordinal)
    {
        ["constant"] = new Constant(20),
        ["uniform"] = new UniformDuration(10, 30),
        ["triangular"] = new Triangular(10, 12, 30),
        ["triangular left"] = new Triangular(10, 10, 30),
        ["triangular right"] = new Triangular(10, 30, 30),
        ["exponential"] = new ExponentialDuration(40),
        ["erlang 1"] = new ErlangDuration(1, 40),
        ["erlang 5"] = new ErlangDuration(5, 40),
        ["gamma steep"] = new GammaDuration(40, 60),
        ["gamma flat"] = new GammaDuration(40, 5),
        ["weibull 0.8"] = new WeibullDuration(0.8, 40),
        ["weibull 3"] = new WeibullDuration(3, 40),
        ["lognormal"] = new LogNormal(14, 7),
        ["lognormal by median"] = LogNormal.ByMedian(240, 0.6),
        ["normal"] = new NormalDuration(180, 480),
        ["truncated normal"] = new TruncatedNormal(20, 10, 5, 60),
        ["truncated normal, upper tail"] = new TruncatedNormal(20, 10, 50, 60),
        ["truncated normal, lower tail"] = new TruncatedNormal(20, 10, -30, -10),
        ["empirical"] = new Empirical([30, 10, 20], [1, 0, 3]),
        ["mixture"] = new Mixture([(0.7, new LogNormal(14, 7)), (0.3, new UniformDuration(60, 90))]),
        ["mixture with a constant"] = new Mixture([(1, new Constant(20)), (3, new ExponentialDuration(10))]),
    };

    public static TheoryData<string> Names => [.. Known.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantile_Integrated_GivesMeanAndStandardDeviation(string name)
    {
        Distribution distribution = Known[name];
        double mean = Integral(distribution.Quantile);
        double second = Integral(u => (distribution.Quantile(u) - distribution.Mean) * (distribution.Quantile(u) - distribution.Mean));
        double scale = Math.Max(distribution.StandardDeviation, Math.Abs(distribution.Mean));
        Assert.Equal(distribution.Mean, mean, 2e-4 * scale);
        Assert.Equal(distribution.StandardDeviation, Math.Sqrt(second), 2e-3 * scale);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void SampleSigned_ManyDraws_HaveTheMoments(string name)
    {
        const int Count = 40_000;
        Distribution distribution = Known[name];
        Draws draws = new(12345);
        double[] samples = [.. Enumerable.Range(0, Count).Select(n => distribution.SampleSigned(draws.Uniform(EntityId.Of(EntityKind.Site, 1), 0, n, Purpose.Service)) / 1000.0)];
        double mean = samples.Average();
        double sd = Math.Sqrt(samples.Sum(sample => (sample - mean) * (sample - mean)) / (Count - 1));
        double error = distribution.StandardDeviation / Math.Sqrt(Count);
        Assert.Equal(distribution.Mean, mean, (4.5 * error) + 0.0006);
        Assert.Equal(distribution.StandardDeviation, sd, (0.06 * distribution.StandardDeviation) + 0.001);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Quantile_NeverFalls(string name)
    {
        double before = double.NegativeInfinity;
        foreach (double u in Grid())
        {
            double now = Known[name].Quantile(u);
            Assert.True(now >= before, $"The quantile falls from {before} to {now} at {u}.");
            before = now;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cumulative_OfAQuantile_IsAtLeastTheProbabilityAndBelowItLess(string name)
    {
        Distribution distribution = Known[name];
        foreach (double u in Grid().Where(u => u is > 1e-6 and < 1 - 1e-6))
        {
            double quantile = distribution.Quantile(u);
            double step = 1e-7 * Math.Max(1, Math.Abs(quantile));
            Assert.True(distribution.Cumulative(quantile + step) >= u - 1e-9, $"F(Q({u}) + ε) = {distribution.Cumulative(quantile + step)}");
            Assert.True(distribution.Cumulative(quantile - step) <= u + 1e-9, $"F(Q({u}) − ε) = {distribution.Cumulative(quantile - step)}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Least_IsBelowEveryQuantile(string name) => Assert.True(Known[name].Least <= Known[name].Quantile(1e-12));

    [Fact]
    public void InverseNormal_AgreesWithMathNet()
    {
        for (int exponent = -300; exponent <= -17; exponent++)
        {
            Agree(Math.Pow(10, exponent));
        }

        for (int i = 1; i < 200_000; i++)
        {
            Agree(i / 200_000.0);
        }

        static void Agree(double u)
        {
            double expected = Normal.InvCDF(0, 1, u);
            Assert.Equal(expected, InverseNormal.At(u), 1e-12 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(-0.1, double.NaN)]
    [InlineData(1.1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(0.5, 0)]
    public void InverseNormal_AtTheEnds(double u, double expected) => Assert.Equal(expected, InverseNormal.At(u));

    [Theory]
    [InlineData(0.0024, 2)]
    [InlineData(0.0025, 2)]
    [InlineData(0.0035, 4)]
    [InlineData(0.0004, 1)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(20, 20_000)]
    [InlineData(double.PositiveInfinity, 3_155_760_000_000)]
    public void Sample_IsRoundedHalfToEvenAndAtLeastOneMillisecond(double seconds, long milliseconds) =>
        Assert.Equal(milliseconds, new Constant(seconds).Sample(0.5));

    [Theory]
    [InlineData(-0.0025, -2)]
    [InlineData(-0.0035, -4)]
    [InlineData(0.0004, 0)]
    [InlineData(-180, -180_000)]
    public void SampleSigned_KeepsTheSign(double seconds, long milliseconds) => Assert.Equal(milliseconds, new Constant(seconds).SampleSigned(0.5));

    [Fact]
    public void Sample_Factor_MultipliesBeforeRounding() => Assert.Equal(4, new Constant(0.0024).Sample(0.5, 1.6));

    [Fact]
    public void TruncatedNormal_IsConditionalAndNotClamped()
    {
        TruncatedNormal distribution = new(10, 10, 0, 100);
        Assert.True(distribution.Quantile(0.05) > 0.5);
        Assert.Equal(0, distribution.Cumulative(0), 1e-12);
    }

    [Fact]
    public void Empirical_ImpossibleWeights_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new Empirical([], []));
        Assert.Throws<ArgumentException>(() => new Empirical([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new Empirical([1, 2], [0, 0]));
        Assert.Throws<ArgumentException>(() => new Empirical([1, 2], [2, -1]));
        Assert.Throws<ArgumentException>(() => new Mixture([]));
        Assert.Throws<ArgumentException>(() => new Mixture([(0, new Constant(1))]));
    }

    /// <summary>The mean of a function over (0, 1): Gauss–Legendre on pieces that grow finer towards both ends, where quantiles run away.</summary>
    private static double Integral(Func<double, double> function)
    {
        double sum = 0;
        for (double end = 0.5; end > 1e-13; end /= 2)
        {
            const int Pieces = 40;
            for (int i = 0; i < Pieces; i++)
            {
                (double from, double to) = ((end / 2) + (end / 2 * i / Pieces), (end / 2) + (end / 2 * (i + 1) / Pieces));
                sum += MathNet.Numerics.Integration.GaussLegendreRule.Integrate(function, from, to, 5);
                sum += MathNet.Numerics.Integration.GaussLegendreRule.Integrate(function, 1 - to, 1 - from, 5);
            }
        }

        return sum;
    }

    private static IEnumerable<double> Grid()
    {
        yield return 1e-15;
        yield return 1e-9;
        for (int i = 1; i < 1000; i++)
        {
            yield return i / 1000.0;
        }

        yield return 1 - 1e-9;
        yield return 1 - 1e-15;
    }
}
