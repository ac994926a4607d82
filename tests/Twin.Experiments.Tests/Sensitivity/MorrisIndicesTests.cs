using Twin.Experiments.Sensitivity;

namespace Twin.Experiments.Tests.Sensitivity;

public sealed class MorrisIndicesTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_Linear_AreExact()
    {
        IReadOnlyList<MorrisIndices> indices = TestFunctions.Morris(place => (3 * place[0]) - (2 * place[1]), 3, 4, 8, 1);
        Assert.Equal([3, 2, 0], indices.Select(index => Math.Round(index.MuStar.Estimate, 12)));
        Assert.Equal([3, -2, 0], indices.Select(index => Math.Round(index.Mu.Estimate, 12)));
        Assert.All(indices, index => Assert.Equal(new SensitivityIndex(0, 0, 0), index.Sigma));
        Assert.All(indices, index => Assert.True(index.MuStar.High - index.MuStar.Low < 1e-9));
    }

    /// <summary>x₂ has no direction and a strong effect; x₁ and x₃ interact, x₃ by itself does nothing on average.</summary>
    [Fact]
    public void Of_Ishigami_RankAndSpreadAreThoseOfTheFunction()
    {
        IReadOnlyList<MorrisIndices> indices = TestFunctions.Morris(TestFunctions.Ishigami, 3, 4, 200, 2);
        double[][] effects = AllEffects(4);
        for (int i = 0; i < 3; i++)
        {
            double muStar = effects[i].Average(Math.Abs);
            output.WriteLine($"x{i + 1}: mu* {indices[i].MuStar.Estimate:0.000} ({indices[i].MuStar.Low:0.000} to {indices[i].MuStar.High:0.000}), of the whole grid {muStar:0.000}");
            double fourErrors = (indices[i].MuStar.High!.Value - indices[i].MuStar.Low!.Value) + 1e-9;
            Assert.InRange(indices[i].MuStar.Estimate, muStar - fourErrors, muStar + fourErrors);
        }

        int[] rank = [.. Enumerable.Range(0, 3).OrderByDescending(i => indices[i].MuStar.Estimate)];
        Assert.Equal(Enumerable.Range(0, 3).OrderByDescending(i => effects[i].Average(Math.Abs)), rank);
        Assert.True(indices[0].Sigma.Estimate > 0.5 * indices[0].MuStar.Estimate, "x1 interacts with x3");
        Assert.True(Math.Abs(indices[2].Mu.Estimate) < 0.2 * indices[2].MuStar.Estimate, "x3 has no direction");
    }

    /// <summary>How often Student-t intervals of μ* and jackknife intervals of σ hold what the whole grid gives, over 1,000 seeds.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void Of_SkewedFunctionOverManySeeds_IntervalsHoldTheTruth(int trajectories)
    {
        const int Seeds = 1_000;
        double[][] effects = AllEffects(6, Curved);
        double[] muStars = [.. effects.Select(own => own.Average(Math.Abs))];
        double[] sigmas = [.. effects.Select(own => Math.Sqrt(own.Average(effect => Math.Pow(effect - own.Average(), 2))))];
        int[] held = new int[6];
        for (int seed = 0; seed < Seeds; seed++)
        {
            IReadOnlyList<MorrisIndices> indices = TestFunctions.Morris(Curved, 3, 6, trajectories, (ulong)(2000 + seed));
            for (int i = 0; i < 3; i++)
            {
                held[i] += indices[i].MuStar.Low <= muStars[i] && muStars[i] <= indices[i].MuStar.High ? 1 : 0;
                held[3 + i] += indices[i].Sigma.Low <= sigmas[i] && sigmas[i] <= indices[i].Sigma.High ? 1 : 0;
            }
        }

        output.WriteLine($"{trajectories} trajectories: coverage of mu* and sigma of three factors: {string.Join(", ", held.Select(count => $"{(double)count / Seeds:0.000}"))}");
        Assert.All(held.Take(3), count => Assert.InRange((double)count / Seeds, 0.90, 0.98));
        Assert.All(held.Skip(3), count => Assert.InRange((double)count / Seeds, 0.85, 1.0));
    }

    [Fact]
    public void Of_FewerThanFive_HaveNoInterval() =>
        Assert.All(TestFunctions.Morris(TestFunctions.Ishigami, 3, 4, 4, 3), index => Assert.Equal((null, null, null), (index.MuStar.Low, index.Mu.High, index.Sigma.Low)));

    [Fact]
    public void Of_ChanceOfEachEffect_IsTheirMeanVariance() => Assert.Equal(3, MorrisIndices.Of([1, 2], [8, 10]).Chance);

    private static double Curved(double[] place) => Math.Exp(2 * place[0]) + (4 * place[0] * place[1]) + (place[2] * place[2]);

    /// <summary>Every effect that the grid has, each as likely as in a trajectory.</summary>
    private static double[][] AllEffects(int levels, Func<double[], double>? function = null)
    {
        function ??= TestFunctions.Ishigami;
        List<double>[] effects = [[], [], []];
        for (int cell = 0; cell < levels * levels * levels; cell++)
        {
            int[] at = [cell % levels, cell / levels % levels, cell / levels / levels];
            for (int d = 0; d < 3; d++)
            {
                double[] from = [.. at.Select(index => (double)index / (levels - 1))], to = [.. from];
                double step = (at[d] < levels / 2 ? levels / 2 : -levels / 2) / (double)(levels - 1);
                to[d] += step;
                effects[d].Add((function(to) - function(from)) / step);
            }
        }

        return [.. effects.Select(own => own.ToArray())];
    }
}
