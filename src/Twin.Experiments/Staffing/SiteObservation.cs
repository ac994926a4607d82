using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Twin.Experiments.Staffing.Allocating;
using Twin.Experiments.Staffing.Observing;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>Watches some days once, replays each site with more and fewer staff, and says what each staffing of a site risks.</summary>
internal sealed class SiteObservation
{
    private const int LateDays = 6;
    private const int LateShiftDays = 1;
    private const int BudgetSteps = 7;

    private readonly StaffGoal _goal;
    private readonly SiteOptions[] _options;
    private readonly double[] _spare;

    private SiteObservation(StaffGoal goal, IReadOnlyList<SiteRisks> risks, SiteOptions[] options, double[] spare) =>
        (_goal, Risks, _options, _spare) = (goal, risks, options, spare);

    /// <summary>What each site risks.</summary>
    public IReadOnlyList<SiteRisks> Risks { get; }

    /// <summary>Watches.</summary>
    /// <param name="days">Simulates days.</param>
    /// <param name="start">The queueing approximation: it says which numbers of staff are worth a try.</param>
    /// <param name="plan">Staffing of the days; who comes for the first time does not depend on it.</param>
    /// <param name="first">Number of the first day.</param>
    /// <param name="count">Days.</param>
    public static SiteObservation Of(StaffDays days, QueueingStart start, StaffPlan plan, int first, int count)
    {
        StaffGoal goal = days.Goal;
        MassTestPlan compiled = days.Compile(plan, first);
        SiteNeeds[] needs = [.. start.People.Select((people, site) => new SiteNeeds(
            Range(people, compiled.MeanCycleSeconds, start.SamplersNeeded[site], goal), Range(people, compiled.MeanRegistrationSeconds, start.DesksNeeded[site], goal), goal.Shifts))];
        Dictionary<ulong, CountsLate> late = Enumerable.Range(first, Math.Min(count, LateDays))
            .ToDictionary(days.SeedOf, number => number - first < LateShiftDays ? CountsLate.WithShifts : CountsLate.Whole);
        double[] spare = new double[count];
        days.Observe(plan, first, count, (traces, day) =>
        {
            SiteReplay replay = new(day);
            for (int site = 0; site < traces.Length; site++)
            {
                needs[site].Add(traces[site], replay, (long)(goal.WaitTargetSeconds * 1000), day.Open + goal.ByMilliseconds, late.GetValueOrDefault(day.Seed));
            }

            return traces.Sum(trace => trace.People.Length) - (((day.ExpectedOnSite * 98) + 99) / 100);
        }, (number, left) => spare[number - first] = left);
        return Of(days, needs, spare);
    }

    private static SiteObservation Of(StaffDays days, SiteNeeds[] needs, double[] spare)
    {
        double absence = days.Scenario.Testing.Staff.Absence;
        SiteRisks[] risks = new SiteRisks[needs.Length];
        SiteOptions[] options = new SiteOptions[needs.Length];
        Parallel.For(0, needs.Length, new ParallelOptions { MaxDegreeOfParallelism = days.Parallelism }, site =>
        {
            risks[site] = new SiteRisks(needs[site], absence);
            options[site] = new SiteOptions(risks[site], days.Goal.Costs, days.WindowHours);
        });
        return new SiteObservation(days.Goal, risks, options, spare);
    }

    /// <summary>The same days, judged by something else.</summary>
    /// <param name="goal">With the same wait target, deadline, costs and shifts.</param>
    public SiteObservation With(StaffGoal goal) => new(goal, Risks, _options, _spare);

    /// <summary>What is worth a look at each site.</summary>
    /// <param name="budget">What is limited.</param>
    public SiteOption[][] Options(StaffBudget budget) => [.. _options.Select(site => site.Of(budget))];

    /// <summary>What all sites may risk so that the day fails with a probability.</summary>
    /// <param name="failing">Probability that a site's wait is over the target, and that 98 % are tested too late; above 0, below 1.</param>
    public StaffBudget Budget(double failing)
    {
        double weight = _goal.NeedsWait ? -Math.Log(1 - failing) : double.PositiveInfinity;
        if (!_goal.NeedsTime)
        {
            return new StaffBudget(weight, double.PositiveInfinity);
        }

        // People may be late as long as 98 % are not; chance of arrivals and of absences is taken to be normal.
        double deviations = Normal.InvCDF(0, 1, 1 - Math.Clamp(failing, 1e-6, 0.5));
        double mean = _spare.Mean();
        double variance = _spare.Length > 1 ? _spare.Variance() : 0;
        bool Holds(double late) => Absences(new StaffBudget(weight, late)) is { } absences
            && absences.Late + (deviations * Math.Sqrt(variance + absences.Variance)) <= mean;
        (double low, double high) = (0, mean);
        for (int step = 0; step < BudgetSteps && !Holds(high); step++)
        {
            // The more may be late in the mean, the more the number of late people varies with absences.
            double middle = (low + high) / 2;
            (low, high) = Holds(middle) ? (middle, high) : (low, middle);
        }

        return new StaffBudget(weight, mean < 0 ? mean : Holds(high) ? high : low);
    }

    /// <summary>People late with a staffing that keeps a budget: their mean, and its variance by absences; null if none keeps it.</summary>
    private (double Late, double Variance)? Absences(StaffBudget budget)
    {
        if (GreedyAllocation.Solve(Options(budget), budget) is not { } greedy)
        {
            return null;
        }

        SiteRisk[] risks = [.. greedy.Choices.Select((choice, site) => Risks[site].Of(choice.Staffing))];
        return (risks.Sum(risk => risk.Late), risks.Sum(risk => risk.LateVariance));
    }

    /// <summary>A staffing with all that any site can use.</summary>
    public StaffPlan Most() => new([.. _options.Select(site => site.Most)]);

    /// <summary>From what serves everybody by the deadline without a pause to a third more than the fluid queue needs.</summary>
    private static (int First, int Last) Range(double people, double serviceSeconds, int needed, StaffGoal goal)
    {
        double least = people * serviceSeconds / (goal.ByMilliseconds / 1000.0);
        return (Math.Max(1, (int)(0.75 * Math.Min(least, needed))), (int)Math.Ceiling(1.35 * needed) + 4);
    }
}
