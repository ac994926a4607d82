using System.Text.Json.Nodes;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Comparing;

/// <summary>Whether scenarios can be paired: replication by replication the same people live in the same homes and draw the same luck.</summary>
public static class PairingCheck
{
    private static readonly string[] Same = ["start", "seed", "scale"];

    /// <summary>What keeps scenarios from being paired, a line each: where, found, allowed. Empty if nothing does.</summary>
    /// <param name="variants">At least one.</param>
    public static IReadOnlyList<string> Faults(IReadOnlyList<ComparedVariant> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        List<string> faults = [];
        foreach (ComparedVariant variant in variants)
        {
            Scenario scenario = variant.Scenario;
            if (scenario.Activity != Activity.MassTesting)
            {
                faults.Add($"{variant.Name}: activity: found queue; allowed: massTesting, whose replications have measures that can be compared");
            }
            else if (scenario.Testing.Arrivals.File.Length > 0)
            {
                faults.Add($"{variant.Name}: testing.arrivals.file: found \"{scenario.Testing.Arrivals.File}\"; allowed: a scenario with a generated population");
            }
        }

        return faults.Count > 0 ? faults : [.. variants.Skip(1).SelectMany(variant => Differences(variants[0], variant))];
    }

    private static IEnumerable<string> Differences(ComparedVariant first, ComparedVariant variant)
    {
        JsonObject expected = ScenarioJson.Of(first.Scenario);
        JsonObject found = ScenarioJson.Of(variant.Scenario);
        foreach (string key in Same.Where(key => Said(expected, key) != Said(found, key)))
        {
            yield return Fault(first, variant, key, expected[key], found[key]);
        }

        JsonObject own = expected["district"]!.AsObject();
        JsonObject other = found["district"]!.AsObject();
        foreach (string key in own.Select(entry => entry.Key).Union(other.Select(entry => entry.Key), StringComparer.Ordinal))
        {
            if (Said(own, key) != Said(other, key))
            {
                yield return Fault(first, variant, $"district.{key}", own[key], other[key]);
            }
        }
    }

    private static string? Said(JsonObject record, string key) => record[key]?.ToJsonString();

    private static string Fault(ComparedVariant first, ComparedVariant variant, string path, JsonNode? expected, JsonNode? found) =>
        $"{variant.Name}: {path}: found {found?.ToJsonString() ?? "nothing"}; allowed: {expected?.ToJsonString() ?? "nothing"} as in {first.Name}, "
        + "for pairs are of the same people at the same time";
}
