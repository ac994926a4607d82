using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Helping;
using Twin.Experiments.Staffing.Reports;
using Twin.Experiments.Statistics;
using Twin.Model.Notification;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Staffing;

/// <summary>Whole searches in a small district, with fixed seeds.</summary>
public sealed class StaffingSearchTests
{
    private static readonly StaffEffort Small = new() { ObservedDays = 12, SearchDays = 12, ConfirmDays = 80, LooksAround = false, Parallelism = 2 };

    private static readonly StaffGoal Goal = new() { Shifts = StaffShifts.Default(StaffDistrict.Scenario) };

    private static readonly Lazy<StaffingResult> Found = new(() => Search(StaffDistrict.Scenario, Goal, Small));

    private static StaffingResult Search(Scenario scenario, StaffGoal goal, StaffEffort effort, bool late = false) =>
        new StaffingSearch(scenario, goal, effort, StaffDistrict.Shelf, () => late, null, TestContext.Current.CancellationToken).Run();

    [Fact]
    public void Run_SmallDistrict_ConfirmsAStaffingThatCostsLessThanTheApproximation()
    {
        StaffingResult result = Found.Value;
        Assert.True(result.Confirmed);
        Assert.True(result.Best!.Cost <= result.Start.Cost, $"{result.Best.Cost} against {result.Start.Cost}");
        Assert.True(result.Best.WaitAtLeast(0.975) >= 0.95 && result.Best.InTimeAtLeast(0.975) >= 0.95);
        Assert.Equal(80, result.Best.Days.Count);
    }

    [Fact]
    public void Run_TwoThreads_GivesWhatOneThreadGives()
    {
        StaffingResult one = Search(StaffDistrict.Scenario, Goal, Small with { Parallelism = 1 });
        Assert.Equal((Found.Value.Best!.Plan.Key, Found.Value.Best.Digest), (one.Best!.Plan.Key, one.Best.Digest));
    }

    [Fact]
    public void Run_Days_AreThoseOfTheScenarioWithTheRoster()
    {
        StaffMeasured best = Found.Value.Best!;
        Assert.True(best.Plan.HasShifts);
        Scenario scenario = StaffDistrict.Scenario;
        StaffRoster read = RosterReader.Read("roster.csv", RosterText.Of(best.Plan.Roster, scenario.Start), scenario);
        NoticeParameters notice = scenario.Testing.Notice with { Helpers = Found.Value.Helpers!.PerGroup };
        scenario = scenario with { Testing = scenario.Testing with { Notice = notice, Staff = scenario.Testing.Staff with { Planned = read } } };
        StaffDay day = best.Days[3];
        MassTestPlan plan = StaffDistrict.Shelf.PlanOf(scenario, day.Seed);
        Model.Results.EngineOutcome outcome = new Kernel.KernelEngine(plan).Run(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(day.Digest, outcome.Digest);
        Assert.Equal(day.WorstWait, MassTestResultReader.Read(plan, outcome.Metrics).Sites.Max(site => site.JudgedWait));
    }

    [Fact]
    public void Run_WithoutShifts_CostsMore()
    {
        StaffingResult whole = Search(StaffDistrict.Scenario, new StaffGoal(), Small);
        Assert.False(whole.Best!.Plan.HasShifts);
        Assert.True(Found.Value.Best!.Cost < whole.Best.Cost, $"{Found.Value.Best.Cost} with shifts, {whole.Best.Cost} without");
        Assert.DoesNotContain(StaffingText.Answer(whole, "en"), line => line.StartsWith("Shifts:", StringComparison.Ordinal));
        Assert.Contains(StaffingText.Answer(Found.Value, "en"), line => line.StartsWith("Shifts:", StringComparison.Ordinal) && line.Contains("11:00", StringComparison.Ordinal));
        Assert.Contains(StaffingText.Answer(Found.Value, "zh"), line => line.StartsWith("班次：", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Helpers_AreTheFewestWithWhichTheTimeHolds()
    {
        HelperPlan helpers = Found.Value.Helpers!;
        Assert.Equal((1, 4, 10.0), (helpers.PerGroup, helpers.Given, helpers.Hours));
        Assert.Equal(helpers.Groups * 10.0 * 20, helpers.Cost);
        Assert.Equal(Found.Value.Best!.Cost + helpers.Cost, Found.Value.TotalCost);
        Assert.Equal(0, helpers.Of(0)!.InTime);
        Assert.Equal(helpers.Of(1)!.Days.Count, helpers.Of(1)!.InTime);
        PairedDifference fewer = helpers.Of(0)!.MoreUntestedThan(helpers.Of(1)!);
        Assert.True(fewer.Low > 0, $"{fewer.Mean} more untested with none");
        Assert.NotNull(helpers.Of(2)!.LaterThan(helpers.Of(1)!));
        Assert.Contains(StaffingText.Answer(Found.Value, "en"), line => line.StartsWith("Helpers: 1 in each", StringComparison.Ordinal));
    }

    /// <summary>One missed day of a few is no reason to keep four helpers a group: days are added until they tell.</summary>
    [Fact]
    public void Run_Helpers_AreAddedDaysUntilTheyTell()
    {
        HelperPlan helpers = Found.Value.Helpers!;
        Assert.Equal((SequentialVerdict.Misses, SequentialVerdict.Reaches), (helpers.Of(0)!.Verdict, helpers.Of(1)!.Verdict));
        Assert.True(helpers.Of(1)!.Days.Count > 30, $"{helpers.Of(1)!.Days.Count} days");
        Assert.False(helpers.GaveUp);
    }

    [Fact]
    public void Run_NobodyToTellOrRemind_PlansNoHelpers()
    {
        Scenario scenario = StaffDistrict.Scenario;
        scenario = scenario with
        {
            Testing = scenario.Testing with { Notice = scenario.Testing.Notice with { Enabled = false }, Reminders = scenario.Testing.Reminders with { Enabled = false } },
        };
        Assert.Null(HelperPlan.Paid(scenario));
        Assert.Equal((0L, 10 * 3_600_000L), HelperPlan.Paid(StaffDistrict.Scenario));
    }

    [Fact]
    public void Run_TimeThatNobodyCanKeep_SaysWhatBinds()
    {
        StaffingResult result = Search(StaffDistrict.Scenario, new StaffGoal { ByMilliseconds = 2 * 3_600_000L }, Small with { SearchDays = 6, ObservedDays = 4 });
        Assert.Null(result.Best);
        Assert.Equal(0, result.Most!.InTime);
        Assert.Contains(StaffingText.Answer(result, "en"), line => line.StartsWith("What binds is the time", StringComparison.Ordinal));
        Assert.Contains(StaffingText.Answer(result, "zh"), line => line.StartsWith("起限制作用的是时限", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_LookingAround_ComparesAndRelaxes()
    {
        StaffEffort effort = Small with { LooksAround = true, ConfirmDays = 75, SearchDays = 8, ObservedDays = 8 };
        StaffingResult result = Search(StaffDistrict.Scenario, Goal, effort);
        Assert.NotNull(result.Uniform);
        Assert.True(result.UniformShifted!.Measured.Cost <= result.Uniform.Measured.Cost);
        Assert.True(result.UniformShifted.Measured.Plan.HasShifts);
        Assert.NotNull(result.Greedy);
        Assert.Equal([0.8, 0.9, 0.95, 0.99], result.Frontier.Select(point => point.Level));
        Assert.Equal(result.Frontier.Select(point => point.Measured.Cost).Order(), result.Frontier.Select(point => point.Measured.Cost));
        Assert.Equal(["wait", "time", "slots"], result.Relaxations.Select(relaxation => relaxation.Key));
        Assert.All(result.Relaxations.Take(2), relaxation => Assert.True(relaxation.Measured!.Cost <= relaxation.Reference));
        Assert.Equal(result.Best!.Days.Select(day => day.Seed).Take(75), result.Uniform.Measured.Days.Select(day => day.Seed).Take(75));
    }

    [Fact]
    public void Run_TimeLimitOver_LeavesOutWhatOnlyLooksAroundAndSaysSo()
    {
        StaffingResult result = Search(StaffDistrict.Scenario, Goal, Small with { LooksAround = true }, late: true);
        Assert.Equal(Found.Value.Best!.Plan.Key, result.Best!.Plan.Key);
        Assert.Empty(result.Frontier);
        Assert.Contains("frontier", result.Cut);
        Assert.Contains(StaffingText.Answer(result, "en"), line => line.StartsWith("The time limit cut", StringComparison.Ordinal));
    }
}
