using System.Globalization;
using Twin.Experiments.Replicating;
using Twin.Experiments.Staffing;
using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Plans;

/// <summary>Whether a plan fits its scenario, and whether the runs that it rests on come out again.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Findings">What was looked at, in a fixed order.</param>
/// <param name="Days">The days that were run again, in the order of their numbers.</param>
public sealed record PlanCheck(StaffingPlan Plan, IReadOnlyList<PlanFinding> Findings, IReadOnlyList<PlanDay> Days)
{
    /// <summary>Whether nothing that the plan says is wrong; what it does not say cannot be.</summary>
    public bool Holds => Findings.All(finding => finding.State != PlanFindingState.Wrong);

    /// <summary>Checks a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="shelf">Compiles plans.</param>
    /// <param name="days">How many of the days that it rests on are run again, the first ones.</param>
    /// <param name="threads">Most days at a time; at least 1. Changes no result.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ScenarioInputException">Its entries do not fit the scenario's sites.</exception>
    /// <exception cref="SimulationException">An entity failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    public static PlanCheck Run(StaffingPlan plan, PlanShelf shelf, int days, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(shelf);
        int sites = shelf.PlanOf(plan.Scenario, plan.Scenario.Seed).Layout.Count;
        IReadOnlyList<PlanDay> again = plan.File.RestsOn is { } runs && days > 0 ? Again(plan, runs, shelf, Math.Min(days, runs.Days), threads, cancellation) : [];
        return new PlanCheck(plan, [.. Look(plan, sites, again), .. new PlanConclusions(plan, sites, again).Look()], again);
    }

    private static IReadOnlyList<PlanDay> Again(StaffingPlan plan, PlanEvidence runs, PlanShelf shelf, int days, int threads, CancellationToken cancellation) => Replications.Run(
        days,
        i => shelf.PlanOf(plan.Scenario, runs.Seeds[i]),
        (i, compiled, outcome) =>
        {
            StaffDay day = StaffDays.Judge((MassTestPlan)compiled, runs.FirstReplication + i, outcome, PlanConclusions.GoalOf(plan.File.Goal ?? new PlanGoal()));
            return new PlanDay(day.Number, runs.Seeds[i], runs.Digests[i], Hexadecimal(outcome.Digest)) { WaitHolds = day.WaitHolds, InTime = day.InTime };
        },
        threads,
        cancellation);

    private static IEnumerable<PlanFinding> Look(StaffingPlan plan, int sites, IReadOnlyList<PlanDay> again)
    {
        PlanFile file = plan.File;
        yield return new PlanFinding("sites", PlanFindingState.Holds, Count(sites), Count(sites));
        yield return Compared("scenario", file.Scenario, plan.Scenario.Name);
        yield return Compared("scenarioDigest", file.ScenarioDigest, StaffingPlan.DigestOf(plan.Scenario));
        yield return Compared("key", file.Key, StaffingPlan.KeyOf(plan.Roster, file.Helpers));
        if (file.RestsOn is not { } runs)
        {
            yield return new PlanFinding("runs", PlanFindingState.NotSaid, "", "");
            yield break;
        }

        Draws draws = new(plan.Scenario.Seed);
        int other = Enumerable.Range(0, runs.Days).FirstOrDefault(i => runs.Seeds[i] != draws.ReplicationSeed(runs.FirstReplication + i), -1);
        yield return other < 0
            ? new PlanFinding("seeds", PlanFindingState.Holds, Count(runs.Days), Count(runs.Days))
            : Compared("seeds", runs.Seeds[other].ToString(CultureInfo.InvariantCulture), draws.ReplicationSeed(runs.FirstReplication + other).ToString(CultureInfo.InvariantCulture));
        yield return Compared("sum", runs.Digest, Hexadecimal(runs.Digests.Aggregate(UInt128.Zero, (sum, digest) => unchecked(sum + UInt128.Parse(digest, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))));
        if (again.Count > 0)
        {
            yield return again.FirstOrDefault(day => day.Recorded != day.Found) is { } wrong
                ? Compared("runs", wrong.Recorded, wrong.Found)
                : new PlanFinding("runs", PlanFindingState.Holds, Count(again.Count), Count(runs.Days));
        }
    }

    private static PlanFinding Compared(string key, string said, string found) =>
        new(key, said.Length == 0 ? PlanFindingState.NotSaid : said == found ? PlanFindingState.Holds : PlanFindingState.Wrong, said, found);

    private static string Hexadecimal(UInt128 digest) => digest.ToString("x32", CultureInfo.InvariantCulture);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Key">sites, scenario, scenarioDigest, key, runs, seeds or sum; else the path of a key of the plan.</param>
/// <param name="State">What came of it.</param>
/// <param name="Said">What the plan says; of runs that hold, how many were run again.</param>
/// <param name="Found">What was found; of runs that hold, how many the plan rests on.</param>
public sealed record PlanFinding(string Key, PlanFindingState State, string Said, string Found);

/// <summary>What came of looking at something.</summary>
public enum PlanFindingState
{
    /// <summary>What the plan says is so.</summary>
    Holds,

    /// <summary>What the plan says is not so.</summary>
    Wrong,

    /// <summary>The plan does not say it, as one made by hand need not.</summary>
    NotSaid,

    /// <summary>The plan says it, and nothing derives it: it is believed, or not.</summary>
    Unchecked,
}

/// <summary>A day that a plan rests on, run again.</summary>
/// <param name="Number">Number of the replication.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Recorded">Its trace digest as the plan has it.</param>
/// <param name="Found">Its trace digest now.</param>
public sealed record PlanDay(int Number, ulong Seed, string Recorded, string Found)
{
    /// <summary>Whether every site's wait was within the plan's target.</summary>
    public bool WaitHolds { get; init; }

    /// <summary>Whether it was done in the plan's time.</summary>
    public bool InTime { get; init; }
}
