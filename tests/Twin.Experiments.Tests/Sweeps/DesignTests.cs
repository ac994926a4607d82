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

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(4, 4, 10)]
    [InlineData(12, 6, 7)]
    public void Points_Morris_EachTrajectoryMovesEveryDimensionOnceByHalfTheGrid(int dimensions, int levels, int trajectories)
    {
        IReadOnlyList<int[]> points = MorrisDesign.Points(dimensions, levels, trajectories, 42);
        Assert.Equal(trajectories * (dimensions + 1), points.Count);
        Assert.All(points.SelectMany(point => point), level => Assert.InRange(level, 0, levels - 1));
        foreach (int[][] trajectory in points.Chunk(dimensions + 1))
        {
            int[][] moves = [.. trajectory.Zip(trajectory.Skip(1), (from, to) => Enumerable.Range(0, dimensions).Where(d => from[d] != to[d]).ToArray())];
            Assert.All(moves, moved => Assert.Single(moved));
            Assert.Equal(Enumerable.Range(0, dimensions), moves.Select(moved => moved[0]).Order());
            Assert.All(trajectory.Zip(trajectory.Skip(1)), pair => Assert.Equal(levels / 2, pair.First.Zip(pair.Second, (from, to) => Math.Abs(to - from)).Sum()));
        }
    }

    /// <summary>Of 4,000 trajectories each level has a quarter of the beginnings, within four standard errors of 27; each dimension is as often moved first.</summary>
    [Fact]
    public void Points_Morris_LevelsAndOrderAreEquallyLikely()
    {
        int[][][] trajectories = [.. MorrisDesign.Points(3, 4, 4_000, 7).Chunk(4)];
        Assert.All(trajectories.GroupBy(trajectory => trajectory[0][1]), level => Assert.InRange(level.Count(), 890, 1_110));
        Assert.All(Enumerable.Range(0, 3), d => Assert.InRange(trajectories.Count(trajectory => trajectory[0][d] != trajectory[1][d]), 1_213, 1_453));
    }

    [Fact]
    public void Points_Saltelli_MixEachBasePointDimensionByDimension()
    {
        IReadOnlyList<double[]> points = SaltelliDesign.Points(3, 50, 42);
        Assert.Equal(250, points.Count);
        foreach (double[][] block in points.Chunk(5))
        {
            (double[] a, double[] b) = (block[0], block[1]);
            Assert.Equal([b[0], a[1], a[2]], block[2]);
            Assert.Equal([a[0], b[1], a[2]], block[3]);
            Assert.Equal([a[0], a[1], b[2]], block[4]);
        }

        Assert.Equal(300, points.Chunk(5).SelectMany(block => block[0].Concat(block[1])).Distinct().Count());
        Assert.Equal(points, SaltelliDesign.Points(3, 50, 42));
        Assert.NotEqual(points, SaltelliDesign.Points(3, 50, 43));
    }
}
