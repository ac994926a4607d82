using Twin.Experiments.Staffing;
using Twin.Experiments.Staffing.Allocating;
using Twin.Experiments.Staffing.Observing;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Staffing;

/// <summary>What sites risk with shifts, against what all staying risk and against replaying every number of staff.</summary>
public sealed class SiteRisksTests
{
    private const long Target = 1_800_000;

    private static readonly StaffShift Shift = StaffShifts.Of(StaffDistrict.Scenario, [4])[0];

    private static readonly (int First, int Last) Samplers = (6, 14);

    private static readonly (int First, int Last) Desks = (2, 6);

    private static readonly Lazy<(SiteNeeds Needs, SiteTrace[] Traces, MassTestPlan Plan)> Watched = new(Watch);

    private static (SiteNeeds Needs, SiteTrace[] Traces, MassTestPlan Plan) Watch()
    {
        SiteNeeds needs = new(Samplers, Desks, [Shift]);
        List<SiteTrace> seen = [];
        MassTestPlan? plan = null;
        StaffDistrict.Days(new StaffGoal()).Observe(new StaffPlan([17, 17], [9, 9]), 0, 4, (traces, day) => (traces, day), (_, read) =>
        {
            plan = read.day;
            needs.Add(read.traces[0], new SiteReplay(read.day), Target, Deadline(read.day), CountsLate.WithShifts);
            seen.Add(read.traces[0]);
        });
        return (needs, [.. seen], plan!);
    }

    private static long Deadline(MassTestPlan plan) => plan.Open + (5 * 3_600_000L);

    [Fact]
    public void Add_Shifts_GivesWhatReplayingEveryNumberGives()
    {
        (SiteNeeds needs, SiteTrace[] traces, MassTestPlan plan) = Watched.Value;
        SiteReplay replay = new(plan);
        SwabsBegun begun = new();
        (int cells, int other) = (0, 0);
        for (int desks = Desks.First; desks <= Desks.Last; desks++)
        {
            for (int samplers = Samplers.First; samplers <= Samplers.Last; samplers++)
            {
                for (int desksStaying = 1; desksStaying <= desks; desksStaying++)
                {
                    for (int staying = 1; staying <= samplers; staying++)
                    {
                        int fails = traces.Count(trace => Fails(replay, begun, trace, (samplers, staying, desks, desksStaying), Deadline(plan)));
                        cells++;
                        other += Math.Abs(needs.Shifts[0].TooLong(needs.Shifts[0].At(samplers, staying, desks, desksStaying)) - (fails / (double)traces.Length)) < 1e-9 ? 0 : 1;
                    }
                }
            }
        }

        // Waits are taken to fall with every desk and sampler more; now and then they do not.
        Assert.True(other <= cells / 50, $"{other} of {cells} numbers of staff differ");
    }

    private static bool Fails(SiteReplay replay, SwabsBegun begun, SiteTrace trace, (int Samplers, int Staying, int Desks, int DesksStaying) staff, long deadline)
    {
        replay.Register(trace, staff.Desks, Shift.End);
        replay.Begin(begun, staff.Samplers, Target, deadline);
        SwabCount count = replay.Finish(begun, staff.Staying, staff.DesksStaying, Target, deadline);
        return !SiteDay.Holds(count.TooLong, count.Tested, TestTargets.Usual);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void Of_AllStay_IsWhatTheyRiskWithoutAShift(double absence)
    {
        SiteRisks risks = new(Watched.Value.Needs, absence);
        ShiftRisks shift = risks.Shifts[0];
        for (int samplers = shift.Samplers.First; samplers <= shift.Samplers.Last; samplers++)
        {
            SiteRisk whole = risks.Whole(samplers, shift.Desks.Last);
            SiteRisk shifted = shift.Of(samplers, samplers, shift.Desks.Last, shift.Desks.Last);
            Assert.Equal(whole.TooLong, shifted.TooLong, 0.02);
            Assert.Equal(whole.Late, shifted.Late, 1 + (0.1 * whole.Late));
        }
    }

    [Fact]
    public void Of_FewerStay_RisksMore()
    {
        ShiftRisks shift = new SiteRisks(Watched.Value.Needs, 0.1).Shifts[0];
        double[] risks = [.. Enumerable.Range(1, shift.Samplers.Last).Select(staying => shift.Of(shift.Samplers.Last, staying, shift.Desks.Last, shift.Desks.Last).TooLong)];
        Assert.All(risks.Zip(risks.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1e-8, $"{pair.Second} after {pair.First}"));

        // One alone is absent with one in ten: on days on which somebody comes after the shift nobody then tests them.
        double needed = Watched.Value.Traces.Count(trace => trace.People.Any(person => person.Arrived >= Shift.End)) / (double)Watched.Value.Traces.Length;
        Assert.InRange(risks[0], 0.1 * needed, 1);
        Assert.True(risks[^1] < risks[0]);
    }

    [Fact]
    public void Options_WithAShift_NoneIsBeatenAndSomeHaveIt()
    {
        SiteOptions options = new(new SiteRisks(Watched.Value.Needs, 0.1), new StaffGoal().Costs, 5);
        SiteOption[] all = options.Of(new StaffBudget(0.05, 100));
        Assert.Contains(all, option => option.Staffing.Shift == Shift);
        Assert.Equal(all.Select(option => option.Cost).Order(), all.Select(option => option.Cost));
        Assert.DoesNotContain(all, option => all.Any(better => better.Cost < option.Cost && better.Weight < option.Weight - 1e-6 && better.Late < option.Late - 1e-3));
        Assert.All(all, option => Assert.Equal(option.Cost, option.Staffing.Cost(new StaffGoal().Costs, 5), 6));
    }

    [Fact]
    public void Cost_Crew_CountsPaidHours()
    {
        SiteCrew crew = new(10, 4, 5, 2, Shift);
        Assert.Equal((4 * 60 * 5) + (6 * 60 * 4) + (2 * 40 * 5) + (3 * 40 * 4), crew.Cost(new StaffCosts(60, 40), 5), 9);
        StaffPlan plan = new([crew, SiteCrew.Whole(3, 2)]);
        Assert.Equal((13, 7), (plan.TotalSamplers, plan.TotalDesks));
        Assert.Equal([(0, 4, 2, null), (0, 6, 3, (long?)Shift.End), (1, 3, 2, null)], plan.Roster.Rows.Select(row => (row.Site, row.Samplers, row.Desks, row.To)));
        Assert.NotEqual(new StaffPlan([10, 3], [5, 2]).Key, plan.Key);
    }

    [Fact]
    public void DefaultShifts_EndAtTheLastEntryUnlessThatIsTooSoon()
    {
        Scenario scenario = StaffDistrict.Scenario;
        Scenario Ending(int minutes) => scenario with { Testing = scenario.Testing with { Window = scenario.Testing.Window with { LastEntry = Duration.Minutes(minutes) } } };
        Assert.Equal([new StaffShift(9 * 3_600_000L, 4)], StaffShifts.Default(scenario));
        Assert.Equal([3.0], StaffShifts.Default(Ending(120)).Select(shift => shift.Hours));
        Assert.Empty(StaffShifts.Default(Ending(121)));
        Assert.Empty(StaffShifts.Default(Ending(0)));
    }
}
