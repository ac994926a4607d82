using Twin.Experiments.Sweeps.Designs;

namespace Twin.Experiments.Tests.Sweeps;

public sealed class DesignTests
{
    [Fact]
    public void Points_FullFactorial_LastFactorVariesFastest() => Assert.Equal(
        ["0,0,0", "0,0,1", "0,1,0", "0,1,1", "0,2,0", "0,2,1"],
        FullFactorial.Points([1, 3, 2]).Select(point => string.Join(',', point)));

    /// <summary>The first points of the published sequence (Joe and Kuo's example programme, new-joe-kuo-6).</summary>
    [Fact]
    public void Points_Sobol_AreThePublishedOnes()
    {
        double[][] expected =
        [
            [0, 0, 0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75], [0.375, 0.375, 0.625],
            [0.875, 0.875, 0.125], [0.625, 0.125, 0.875], [0.125, 0.625, 0.375], [0.1875, 0.3125, 0.9375], [0.6875, 0.8125, 0.4375],
        ];
        Assert.Equal(expected, SobolSequence.Points(3, 10));
    }

    /// <summary>The property that defines the sequence: of the first 2^k points each dimension has one in each of 2^k equal intervals.</summary>
    [Fact]
    public void Points_SobolEveryDimension_OneInEachInterval()
    {
        IReadOnlyList<double[]> points = SobolSequence.Points(SobolSequence.MostDimensions, 1024);
        for (int d = 0; d < SobolSequence.MostDimensions; d++)
        {
            Assert.Equal(Enumerable.Range(0, 1024), points.Select(point => (int)(point[d] * 1024)).Order());
        }

        Assert.Equal(SobolSequence.MostDimensions, Enumerable.Range(0, SobolSequence.MostDimensions).Select(d => string.Join(' ', points.Select(point => point[d]))).Distinct().Count());
    }

    /// <summary>Integrates ∏(1 + (x − ½)) over the cube, whose integral is 1: better than the 0.024 that independent points miss it by (one standard error).</summary>
    [Fact]
    public void Points_Sobol_IntegrateASmoothFunction()
    {
        double mean = SobolSequence.Points(15, 4096).Average(point => point.Aggregate(1.0, (product, x) => product * (0.5 + x)));
        Assert.InRange(mean, 0.99, 1.01);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 10)]
    [InlineData(21, 97)]
    public void Points_LatinHypercube_OneInEachStratum(int dimensions, int count)
    {
        IReadOnlyList<double[]> points = LatinHypercube.Points(dimensions, count, 42);
        for (int d = 0; d < dimensions; d++)
        {
            Assert.Equal(Enumerable.Range(0, count), points.Select(point => (int)Math.Floor(point[d] * count)).Order());
        }
    }

    [Fact]
    public void Points_LatinHypercubeOfAnotherSeed_AreOthers()
    {
        Assert.Equal(LatinHypercube.Points(2, 20, 1), LatinHypercube.Points(2, 20, 1));
        Assert.NotEqual(LatinHypercube.Points(2, 20, 1), LatinHypercube.Points(2, 20, 2));
    }
}
