using Twin.Experiments.Replicating;
using Twin.Experiments.Stressing.Factors;
using Twin.Experiments.Stressing.Fixing;
using Twin.Experiments.Stressing.Searching;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Stressing;

/// <summary>Finds how far a scenario is from breaking: one factor at a time, two at a time, site by site.</summary>
/// <remarks>
/// Every day has its own limit of every factor, found by bisection on that day alone with common random numbers. All decisions depend on the days
/// alone, so that the result is the same on any number of threads.
/// </remarks>
public sealed class StressTest
{
    private const int DonorsOfASite = 3;

    private readonly Scenario _scenario;
    private readonly StressGoal _goal;
    private readonly StressEffort _effort;
    private readonly StressFactors _factors;
    private readonly StressDays _days;

    /// <summary>Prepares.</summary>
    /// <param name="scenario">The scenario as resolved, with its roster read if it names one.</param>
    /// <param name="goal">When a day counts as broken.</param>
    /// <param name="effort">How much is simulated for what.</param>
    /// <param name="groups">Groups of factors, of <see cref="StressFactors.All"/>.</param>
    /// <param name="shelf">Makes district and sites.</param>
    /// <param name="progress">Told the number of days simulated; may be null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ScenarioInputException">The scenario asks for what its district cannot give.</exception>
    public StressTest(
        Scenario scenario, StressGoal goal, StressEffort effort, IReadOnlyList<string> groups, PlanShelf shelf, Action<int>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(effort);
        ArgumentNullException.ThrowIfNull(shelf);
        (_scenario, _goal, _effort) = (scenario, goal, effort);
        _days = new StressDays(scenario, goal, shelf, effort.Parallelism, cancellation) { Progress = progress };
        _factors = StressFactors.Make(scenario, _days.Layout, groups);
        _ = _days.Compile(0);
    }

    /// <summary>The factors.</summary>
    public StressFactors Factors => _factors;

    /// <summary>How many days it will simulate.</summary>
    public StressRuns Runs => StressRuns.Of(_factors.Of, _effort, _days.Layout.Count);

    /// <summary>Simulates one day without stress, for its time.</summary>
    public void RunOne() => _days.Run([new OneDay("the scenario", _scenario, 0)]);

    /// <summary>Finds the limits.</summary>
    /// <exception cref="Comparing.ReplicationFailedException">An entity failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public StressResult Run()
    {
        OneDay[] start = [.. Enumerable.Range(0, _effort.Days).Select(day => new OneDay("the scenario", _scenario, day))];
        _days.Run(start);
        StressDay[] own = [.. start.Select(day => day.Result)];
        LimitSearch[][] searches = Limits(own);
        FactorLimits[] limits = [.. searches.Select(Collect)];
        FactorLimits[] ordered = [.. limits.OrderBy(NeverBreaks).ThenBy(Nearness).ThenBy(factor => Nearness(factor, _goal.Share))];
        PairLimits[] pairs = Pairs(own, searches, limits);
        StaffChanges staff = new(_days.Compile(0));
        IReadOnlyList<StressCase> cases = FragileSites.Cases(searches);
        FragileSite[] sites = new FixConfirmations(_days, _scenario, _goal).Of(Fixes(cases, limits, staff), searches, limits, staff);
        return new StressResult
        {
            Scenario = _scenario,
            Goal = _goal,
            Effort = _effort,
            Seeds = [.. Enumerable.Range(0, _effort.Days).Select(_days.SeedOf)],
            HeldWithoutStress = [.. Enum.GetValues<StressCriterion>().Select(criterion => own.Count(day => day.Holds(criterion)))],
            Limits = ordered,
            LeftOut = _factors.LeftOut,
            Pairs = pairs,
            Sites = sites,
            Cases = cases.Count,
            WithFixes = WithFixes(ordered, sites, staff),
            DaysSimulated = _days.Simulated,
        };
    }

    /// <summary>The first day that holds without stress is searched first: its limits are hints for all the others.</summary>
    private LimitSearch[][] Limits(StressDay[] own, Func<StressFactor, bool>? wanted = null, Scenario? scenario = null)
    {
        Scenario from = scenario ?? _scenario;
        StressFactor[] factors = [.. _factors.Of.Where(factor => wanted is null || wanted(factor))];
        int pilot = Math.Max(0, Array.FindIndex(own, day => day.Holds(StressCriterion.Either)));
        LimitSearch Search(StressFactor factor, int day, LimitSearch? hint) =>
            new(factor, from, day, _days.SeedOf(day), own[day], hint, scenario is null && day < _effort.ProbeDays);
        LimitSearch[] pilots = [.. factors.Select(factor => Search(factor, pilot, null))];
        _days.Run(pilots);
        LimitSearch[][] all = [.. factors.Select((factor, i) => (LimitSearch[])[.. Enumerable.Range(0, own.Length).Select(day => day == pilot ? pilots[i] : Search(factor, day, pilots[i]))])];
        _days.Run([.. all.SelectMany(searches => searches).Except(pilots)]);
        return all;
    }

    private static FactorLimits Collect(LimitSearch[] searches)
    {
        StressCriterion[] criteria = Enum.GetValues<StressCriterion>();
        return new FactorLimits(
            searches[0].Factor,
            [.. criteria.Select(criterion => (int[])[.. searches.Select(search => search.Limit(criterion))])],
            [.. criteria.Select(criterion => (bool[])[.. searches.Select(search => search.Monotone(criterion))])],
            searches.Sum(search => search.Probed));
    }

    /// <summary>Whether it does not break half of the days up to the far end.</summary>
    private static bool NeverBreaks(FactorLimits limits) => limits.Estimate(StressCriterion.Either, 0.5).Step == limits.Factor.Steps;

    /// <summary>How near to breaking: the part of the plausible range that holds on half of the days.</summary>
    private static double Nearness(FactorLimits limits) => Nearness(limits, 0.5);

    private static double Nearness(FactorLimits limits, double share) => limits.Factor.PlausibleShare(limits.Estimate(StressCriterion.Either, share).Step);

    /// <summary>Pairs of the factors that break half of the days within reach, the nearest of each group.</summary>
    private PairLimits[] Pairs(StressDay[] own, LimitSearch[][] searches, FactorLimits[] limits)
    {
        if (!_effort.Pairs)
        {
            return [];
        }

        int[] days = [.. Enumerable.Range(0, own.Length).Where(day => own[day].Holds(StressCriterion.Either)).Take(_effort.PairDays)];
        int[] chosen =
        [
            .. Enumerable.Range(0, limits.Length).GroupBy(i => limits[i].Factor.Group).Select(group => group.OrderBy(i => NeverBreaks(limits[i])).ThenBy(i => Nearness(limits[i])).First())
                .Where(i => !NeverBreaks(limits[i])),
        ];
        (int First, int Second)[] pairs = [.. chosen.SelectMany((first, place) => chosen.Skip(place + 1).Select(second => (first, second)))];
        PairSearch[][] found =
        [
            .. pairs.Select(pair => (PairSearch[])
            [
                .. days.Where(day => PairSearch.Divides(searches[pair.First][day]) && PairSearch.Divides(searches[pair.Second][day]))
                    .Select(day => new PairSearch(searches[pair.First][day], searches[pair.Second][day], _scenario, _days.SeedOf(day))),
            ]),
        ];
        _days.Run([.. found.SelectMany(search => search)]);
        return
        [
            .. pairs.Select((pair, i) => new PairLimits(
                limits[pair.First].Factor, limits[pair.Second].Factor,
                [.. found[i].Select(search => new PairFraction(search.Day, search.Held, search.Broken, search.Fraction))]))
                .Where(pair => pair.Fractions.Count > 0).OrderBy(pair => pair.Middle),
        ];
    }

    private FragileSite[] Fixes(IReadOnlyList<StressCase> cases, FactorLimits[] limits, StaffChanges staff)
    {
        IReadOnlyList<(FragileSite Site, IReadOnlyList<StressCase> Cases)> found = FragileSites.Find(cases, _days.Layout, staff, _effort.Sites);
        HashSet<int> taken = [.. found.Select(one => one.Site.Site)];
        int HalfStep(StressCase one) => Array.Find(limits, factor => factor.Factor.Key == one.Search.Factor.Key)!.Estimate(StressCriterion.Wait, 0.5).Step;
        FixSearch[] searches =
        [
            .. found.Select(one =>
            {
                // No site gives to two, so that all fixes can be made together.
                int[] donors = [.. _days.Layout.NearestTo[one.Site.Site].Where(site => !taken.Contains(site)).Take(DonorsOfASite)];
                taken.UnionWith(donors);
                return new FixSearch(
                    one.Site.Site, one.Cases.Take(_effort.Cases).Select(some => (some, HalfStep(some))), _scenario, staff, _goal, donors, _days.SeedOf);
            }),
        ];
        _days.Run(searches);
        return [.. found.Select((one, i) => one.Site with { Fix = searches[i].Fix })];
    }

    /// <summary>The limits once more with all fixes: of the nearest factor of the group that most fixes are for.</summary>
    private FactorLimits? WithFixes(FactorLimits[] ordered, FragileSite[] sites, StaffChanges staff)
    {
        FragileSite[] mendable = [.. sites.Where(site => site.Fix?.Change is not null)];
        string? group = mendable.GroupBy(site => site.Groups[0].Group).OrderByDescending(found => found.Count()).FirstOrDefault()?.Key;
        if ((Array.Find(ordered, limits => limits.Factor.Group == group) ?? ordered.FirstOrDefault()) is not { } nearest || mendable.Length == 0)
        {
            return null;
        }

        Scenario mended = staff.Into(_scenario, mendable.Select(site => (site.Site, site.Fix!.Change!)));
        OneDay[] start = [.. Enumerable.Range(0, _effort.Days).Select(day => new OneDay("the scenario with all fixes", mended, day))];
        _days.Run(start);
        return Collect(Limits([.. start.Select(day => day.Result)], factor => factor.Key == nearest.Factor.Key, mended)[0]);
    }
}
