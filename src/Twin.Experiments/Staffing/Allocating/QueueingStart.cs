using MathNet.Numerics.Distributions;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Allocating;

/// <summary>A first staffing from the scenario's figures alone: offered load by minute, a fluid queue at each site, and absence as a binomial.</summary>
/// <remarks>
/// Arrivals follow the slot scheme: those who keep their slot come evenly up to last entry, the others by the off-slot density. A fluid queue
/// that loses and overtakes nobody gives the wait of who comes in each minute; √load is added for chance (Halfin–Whitt's square-root rule).
/// </remarks>
internal sealed class QueueingStart
{
    private const double SpareDeviations = 1.0;

    private readonly MassTestPlan _plan;
    private readonly StaffGoal _goal;
    private readonly double[] _density;

    /// <summary>Prepares.</summary>
    /// <param name="plan">A plan of the scenario.</param>
    /// <param name="goal">What a day is judged by.</param>
    public QueueingStart(MassTestPlan plan, StaffGoal goal)
    {
        (_plan, _goal) = (plan, goal);
        _density = Density();
        People = Expected();
        SamplersNeeded = [.. People.Select(people => Needed(people, plan.MeanCycleSeconds))];
        DesksNeeded = [.. People.Select(people => Needed(people, plan.MeanRegistrationSeconds))];
    }

    /// <summary>Prepares for days of a scenario.</summary>
    /// <param name="days">Compiles them.</param>
    public static QueueingStart Of(StaffDays days)
    {
        int[] one = [.. Enumerable.Repeat(1, days.Sites)];
        return new QueueingStart(days.Compile(new StaffPlan(one, one), 0), days.Goal);
    }

    /// <summary>People expected at each site.</summary>
    public double[] People { get; }

    /// <summary>Samplers needed present at each site.</summary>
    public int[] SamplersNeeded { get; }

    /// <summary>Desks needed present at each site.</summary>
    public int[] DesksNeeded { get; }

    /// <summary>The cheapest staffing with which, as far as absence goes, all sites have whom they need with the goal's confidence.</summary>
    public StaffPlan Plan()
    {
        StaffBudget budget = new(-Math.Log(_goal.Confidence), double.PositiveInfinity);
        double absence = _plan.Scenario.Testing.Staff.Absence;
        SiteOption[][] options = [.. People.Select((_, site) => Options(SamplersNeeded[site], DesksNeeded[site], absence))];
        return (ExactAllocation.Solve(options, budget) ?? new Allocation([.. options.Select(site => site[^1])], 0)).Plan;
    }

    /// <summary>Servers with which the target's share of people wait within the target in the fluid queue.</summary>
    /// <param name="people">People expected.</param>
    /// <param name="serviceSeconds">Mean service time, s.</param>
    private int Needed(double people, double serviceSeconds)
    {
        double load = people * serviceSeconds / 60 * _density.Max();
        int servers = 1;
        while (servers < load + 1 && FluidWait(people, serviceSeconds, servers) > _goal.WaitTargetSeconds / 2)
        {
            servers++;
        }

        return (int)Math.Ceiling(servers + (SpareDeviations * Math.Sqrt(Math.Min(servers, load)) / 2));
    }

    private double FluidWait(double people, double serviceSeconds, int servers)
    {
        double rate = servers * 60 / serviceSeconds;
        double queue = 0;
        List<(double Wait, double Share)> waits = [];
        foreach (double share in _density)
        {
            queue = Math.Max(0, queue + (people * share) - rate);
            waits.Add((queue / rate * 60, share));
        }

        double seen = 0;
        foreach ((double wait, double share) in waits.OrderBy(pair => pair.Wait))
        {
            seen += share;
            if (seen >= _plan.Targets.WaitQuantile)
            {
                return wait;
            }
        }

        return waits.Max(pair => pair.Wait);
    }

    /// <summary>Share of a site's people who come in each minute after opening.</summary>
    private double[] Density()
    {
        SlotParameters slots = _plan.Scenario.Testing.Slots;
        double minutes = Math.Max(1, (_plan.Close - _plan.Open - _plan.Scenario.Testing.Window.LastEntry.Milliseconds) / 60_000.0);
        double even = slots.Enabled ? slots.Compliance : 0;
        double[] density = new double[(int)Math.Ceiling(minutes)];
        for (int minute = 0; minute < density.Length; minute++)
        {
            double falling = slots.OffSlot == OffSlot.FrontLoaded ? 2 * (1 - ((minute + 0.5) / minutes)) / minutes : 1 / minutes;
            density[minute] = Math.Max(0, (even / minutes) + ((1 - even) * falling));
        }

        double sum = density.Sum();
        return [.. density.Select(share => share / sum)];
    }

    private double[] Expected()
    {
        double[] people = new double[_plan.Layout.Count];
        if (_plan.Arrivals is { } arrivals)
        {
            foreach (int site in arrivals.Site)
            {
                people[site]++;
            }

            return people;
        }

        TurnoutParameters turnout = _plan.Scenario.Testing.Turnout;
        double able = _plan.ExpectedOnSite / (double)Math.Max(1, _plan.District.Residents);
        for (int grid = 0; grid < _plan.District.MicroGrids; grid++)
        {
            int first = _plan.District.MicroGridFirstHousehold[grid];
            int beyond = _plan.District.MicroGridFirstHousehold[grid + 1];
            double residents = able * (_plan.District.HouseholdFirstResident[beyond] - _plan.District.HouseholdFirstResident[first]);
            int[] others = [.. _plan.Layout.NearestOthers[grid].Take(turnout.NearestOthers)];
            double away = others.Length == 0 ? 0 : turnout.Elsewhere;
            people[_plan.Layout.HomeSite[grid]] += residents * (1 - away);
            Array.ForEach(others, other => people[other] += residents * away / others.Length);
        }

        return people;
    }

    private SiteOption[] Options(int samplers, int desks, double absence)
    {
        List<SiteOption> options = [];
        for (int more = 0; more <= 40; more++)
        {
            for (int moreDesks = 0; moreDesks <= 20; moreDesks++)
            {
                double come = AtLeast(samplers, samplers + more, absence) * AtLeast(desks, desks + moreDesks, absence);
                double cost = SiteCrew.Whole(samplers + more, desks + moreDesks).Cost(_goal.Costs, (_plan.Close - _plan.Open) / 3_600_000.0);
                options.Add(new SiteOption(SiteCrew.Whole(samplers + more, desks + moreDesks), cost, come <= 0 ? 50 : -Math.Log(Math.Min(1, come)), 0));
            }
        }

        List<SiteOption> kept = [];
        foreach (SiteOption option in options.OrderBy(option => option.Cost).ThenBy(option => option.Weight).ThenBy(option => option.Staffing.Samplers))
        {
            if (kept.Count == 0 || option.Weight < kept[^1].Weight - 1e-9)
            {
                kept.Add(option);
            }
        }

        return [.. kept];
    }

    private static double AtLeast(int needed, int planned, double absence) => 1 - Binomial.CDF(1 - absence, planned, needed - 1);
}
