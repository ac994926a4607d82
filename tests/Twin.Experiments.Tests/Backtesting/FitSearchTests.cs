using Twin.Experiments.Backtesting.Counting;
using Twin.Experiments.Backtesting.Fitting;
using Twin.Experiments.Tests.Staffing;
using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Backtesting;

/// <summary>The search for parameters, on counts made by a formula in place of the model: what is known can be checked often.</summary>
public sealed class FitSearchTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<FitParameter> Parameters =
        [.. FitParameter.Of(StaffDistrict.Scenario).Where(parameter => parameter.Key is "absence" or "compliance")];

    private static readonly FitParameter Absence = Parameters[0], Compliance = Parameters[1];

    private static SiteCounts Counts(CountSample day) => new(
        "c.csv", day.Tested.Select((tested, cell) => new CountCell(cell / 6, 300 + (30 * (cell % 6)), 330 + (30 * (cell % 6)), tested, day.Waiting[cell])), hasWaiting: true);

    /// <summary>Two sites, six intervals: absence lowers what is tested and raises who waits, compliance moves people from early to late.</summary>
    private static CountSample Day(Scenario scenario, ulong number)
    {
        double absence = scenario.Testing.Staff.Absence;
        double compliance = scenario.Testing.Slots.Compliance;
        Random random = new((int)number);
        double luck = MathNet.Numerics.Distributions.Normal.Sample(random, 0, 0.04);
        int[] tested = new int[12];
        int[] waiting = new int[12];
        for (int cell = 0; cell < 12; cell++)
        {
            double time = (cell % 6 / 5.0) - 0.5;
            tested[cell] = MathNet.Numerics.Distributions.Poisson.Sample(random, 300 * (1 - (0.8 * absence)) * Math.Exp(luck) * (1 - ((1 - compliance) * time)));
            waiting[cell] = MathNet.Numerics.Distributions.Poisson.Sample(random, 5 + (400 * absence * absence * Math.Exp(3 * luck)));
        }

        return new CountSample(tested, waiting);
    }

    private static ParameterFit Fit(SiteCounts counts, int points = 64, IReadOnlyList<FitParameter>? parameters = null) => new FitSearch(
        counts, StaffDistrict.Scenario, parameters ?? Parameters, points, tasks => [.. tasks.Select(task => Day(task.Scenario, (ulong)task.Number))], 2).Run();

    private static Scenario Hidden(double absence, double compliance) => Compliance.Into(Absence.Into(StaffDistrict.Scenario, absence), compliance);

    [Fact]
    public void Run_HiddenParameters_IntervalsHoldThemAboutAsOftenAsTheyPromise()
    {
        const int Rounds = 60;
        int[] covered = new int[2];
        for (int round = 0; round < Rounds; round++)
        {
            (double absence, double compliance) = (0.05 + (0.35 * (round % 8) / 7.0), 0.4 + (0.5 * (round % 5) / 4.0));
            ParameterFit fit = Fit(Counts(Day(Hidden(absence, compliance), (ulong)(50_000 + round))));
            covered[0] += absence >= fit.Parameters[0].Low && absence <= fit.Parameters[0].High ? 1 : 0;
            covered[1] += compliance >= fit.Parameters[1].Low && compliance <= fit.Parameters[1].High ? 1 : 0;
        }

        output.WriteLine($"of {Rounds} hidden values the 95 % intervals hold {covered[0]} and {covered[1]}");
        Assert.All(covered, count => Assert.InRange(count, 53, Rounds));
    }

    [Fact]
    public void Run_SameCounts_GiveTheSameOnOneThreadAndTwo()
    {
        SiteCounts counts = Counts(Day(Hidden(0.2, 0.6), 9));
        IReadOnlyList<CountSample> Simulate(IReadOnlyList<(Scenario Scenario, int Number)> tasks) => [.. tasks.Select(task => Day(task.Scenario, (ulong)task.Number))];
        ParameterFit one = new FitSearch(counts, StaffDistrict.Scenario, Parameters, 64, Simulate, 1).Run();
        ParameterFit two = new FitSearch(counts, StaffDistrict.Scenario, Parameters, 64, Simulate, 2).Run();
        Assert.Equal(one.Parameters.Select(parameter => (parameter.Fitted, parameter.Low, parameter.High)), two.Parameters.Select(parameter => (parameter.Fitted, parameter.Low, parameter.High)));
        Assert.Equal(one.Misfit, two.Misfit);
    }

    [Fact]
    public void Run_CountsThatNothingInTheRangesExplains_AreCalledUnexplained()
    {
        CountSample day = Day(Hidden(0.1, 0.85), 4);
        ParameterFit fit = Fit(Counts(day with { Tested = [.. day.Tested.Select((tested, cell) => cell % 2 == 0 ? tested * 2 : tested / 2)] }));
        Assert.True(fit.IsUnexplained, $"{fit.Misfit} {fit.MisfitProbability}");
        Assert.True(fit.Misfit > 5);
    }

    /// <summary>A site of four that never opened tells nothing of how many people come: it leaves, and the others speak for what is.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    public void Run_SiteThatNeverOpenedOrHardlyTested_LeavesTheFit(double factor)
    {
        static CountSample Twice(Scenario scenario, ulong number)
        {
            (CountSample first, CountSample second) = (Day(scenario, 2 * number), Day(scenario, (2 * number) + 1));
            return new CountSample([.. first.Tested, .. second.Tested], [.. first.Waiting, .. second.Waiting]);
        }

        CountSample day = Twice(Hidden(0.15, 0.6), 40_007);
        SiteCounts counts = Counts(day with { Tested = [.. day.Tested.Select((tested, cell) => cell / 6 == 2 ? (int)(factor * tested) : tested)] });
        ParameterFit fit = new FitSearch(counts, StaffDistrict.Scenario, Parameters, 64, tasks => [.. tasks.Select(task => Twice(task.Scenario, (ulong)task.Number))], 2).Run();
        Assert.Equal([2], fit.LeftOut);
        Assert.InRange(fit.Misfit, 0, 3);
        Assert.InRange(0.15, fit.Parameters[0].Low, fit.Parameters[0].High);
        Assert.InRange(0.6, fit.Parameters[1].Low, fit.Parameters[1].High);
    }

    /// <summary>What is otherwise at all sites is told by the parameters, or by the misfit: no site leaves for it.</summary>
    [Fact]
    public void Run_EverySiteAlike_NoneLeaves() => Assert.Empty(Fit(Counts(Day(Hidden(0.4, 0.4), 21))).LeftOut);

    [Fact]
    public void Verdict_UnexplainedOrAtTheEndOfItsRange_IsNotReliable()
    {
        FittedParameter told = new(Absence, "E", 0.1, 0, 0.5, 0.3, 0.2, 0.4, 0.1, null);
        Assert.Equal(FitVerdict.SpeakAgainst, told.Verdict);
        Assert.Equal(FitVerdict.NotReliable, (told with { IsExplained = false }).Verdict);
        Assert.Equal(FitVerdict.NotReliable, (told with { Fitted = 0.5, High = 0.5 }).Verdict);
    }

    [Fact]
    public void Run_ParameterThatTheCountsDoNotDependOn_CannotBeTold()
    {
        IReadOnlyList<FitParameter> three = [.. Parameters, FitParameter.Of(StaffDistrict.Scenario).Single(parameter => parameter.Key == "registering")];
        FittedParameter registering = Fit(Counts(Day(Hidden(0.2, 0.6), 11)), 96, three).Parameters[2];
        Assert.Equal(FitVerdict.CannotTell, registering.Verdict);
        Assert.True(registering.ShareLeft > 0.5, $"{registering.Low} to {registering.High}");
    }

    [Fact]
    public void SetsOf_EveryParameter_IsWhatAScenarioFileTakes()
    {
        Scenario scenario = StaffDistrict.Scenario;
        foreach (FitParameter parameter in FitParameter.Of(scenario))
        {
            double value = parameter.RangeIn(scenario).Low;
            string[] sets = [.. parameter.SetsOf(scenario, value)];
            Scenario read = ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", "mass-testing-490k.yaml"), File.ReadAllText, sets);
            if (!parameter.IsFactor)
            {
                Assert.Equal(value, parameter.AssumedIn(read), 6);
            }

            Assert.Equal(parameter.Paths, sets.Select(set => set.Split('=')[0]));
            Assert.Equal("E", parameter.GradeIn(scenario));
        }
    }

    [Fact]
    public void Times_EveryForm_ScalesMeanAndDeviation()
    {
        Distribution[] forms =
        [
            new Constant(5), new LogNormal(20, 8), LogNormal.ByMedian(20, 0.5), new Triangular(1, 2, 6), new UniformDuration(2, 4), new ExponentialDuration(7), new ErlangDuration(3, 9),
            new GammaDuration(9, 3), new WeibullDuration(1.5, 10), new NormalDuration(5, 2), new TruncatedNormal(5, 2, 1, 9), new Empirical([1, 2, 5], [1, 1, 2]),
            new Mixture([(1, new Constant(4)), (2, new ExponentialDuration(3))]),
        ];
        Assert.All(forms, form =>
        {
            Distribution scaled = DistributionScale.Times(form, 1.5);
            Assert.Equal(form.GetType(), scaled.GetType());
            Assert.Equal(1.5 * form.Mean, scaled.Mean, 6);
            Assert.Equal(1.5 * form.StandardDeviation, scaled.StandardDeviation, 6);
        });
    }
}
