using System.Text.Json.Nodes;
using Twin.Experiments.Tables;

namespace Twin.Experiments.Plans;

/// <summary>What came of checking a plan, for programs.</summary>
public static class PlanCheckJson
{
    /// <summary>The check as JSON.</summary>
    /// <param name="check">The check.</param>
    public static JsonObject Of(PlanCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return new JsonObject
        {
            ["schema"] = "twin-plan-check/1",
            ["plan"] = check.Plan.Path,
            ["holds"] = check.Holds,
            ["findings"] = new JsonArray([.. check.Findings.Select(finding => (JsonNode)new JsonObject
            {
                ["key"] = finding.Key, ["state"] = UntestedReasons.Camel(finding.State), ["said"] = finding.Said, ["found"] = finding.Found,
            })]),
            ["days"] = new JsonArray([.. check.Days.Select(day => (JsonNode)new JsonObject
            {
                ["replication"] = day.Number, ["seed"] = day.Seed, ["recorded"] = day.Recorded, ["found"] = day.Found,
            })]),
        };
    }
}
