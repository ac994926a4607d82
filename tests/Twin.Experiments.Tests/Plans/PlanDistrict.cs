using System.Globalization;
using Twin.Experiments.Plans;
using Twin.Experiments.Tests.Staffing;
using Twin.Kernel;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Plans;

/// <summary>Plans of the two sites of <see cref="StaffDistrict"/>, as files would have them.</summary>
internal static class PlanDistrict
{
    /// <summary>A plan made by hand.</summary>
    public const string ByHand = """
        {
          "schema": "twin-staff-plan/1", "version": 2, "author": "planner", "note": "fewer desks", "scenarioFile": "s.yaml",
          "sites": [
            { "site": "S-001", "samplers": 14, "desks": 9 },
            { "site": "S-002", "samplers": 16, "desks": 8 }
          ]
        }
        """;

    /// <summary>Reads a plan of the district.</summary>
    public static StaffingPlan Read(string text, string path = "plan.json") => PlanReader.Read(path, _ => text, _ => StaffDistrict.Scenario);

    /// <summary>What is wrong with a plan.</summary>
    public static IReadOnlyList<string> ErrorsOf(string text) =>
        [.. Assert.Throws<ScenarioFormatException>(() => Read(text)).Errors.Select(error => error.ToString())];

    /// <summary>The plan made by hand with the runs that it rests on, as a search writes it.</summary>
    /// <param name="days">Days.</param>
    public static PlanFile Confirmed(int days)
    {
        StaffingPlan plan = Read(ByHand);
        Draws draws = new(plan.Scenario.Seed);
        ulong[] seeds = [.. Enumerable.Range(0, days).Select(i => draws.ReplicationSeed(500_000 + i))];
        UInt128[] digests = [.. seeds.Select(seed => Replications.Of(StaffDistrict.Shelf.PlanOf(plan.Scenario, seed), (_, outcome) => outcome.Digest, TestContext.Current.CancellationToken))];
        return plan.File with
        {
            Scenario = plan.Scenario.Name,
            ScenarioDigest = StaffingPlan.DigestOf(plan.Scenario),
            Key = StaffingPlan.KeyOf(plan.Roster, null),
            Confirmed = true,
            RestsOn = new PlanEvidence
            {
                Days = days,
                FirstReplication = 500_000,
                Seeds = seeds,
                Digests = [.. digests.Select(Hexadecimal)],
                Digest = Hexadecimal(digests.Aggregate((sum, digest) => unchecked(sum + digest))),
            },
        };
    }

    /// <summary>A plan as its file's text.</summary>
    public static string TextOf(PlanFile plan) => PlanJson.Of(plan).ToJsonString();

    /// <summary>The plan made by hand with some text in place of another.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, ByHand, StringComparison.Ordinal);
        return ByHand.Replace(old, replacement, StringComparison.Ordinal);
    }

    private static string Hexadecimal(UInt128 digest) => digest.ToString("x32", CultureInfo.InvariantCulture);
}
