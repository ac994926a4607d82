using System.Text.Json.Nodes;

namespace Twin.Experiments.Plans;

/// <summary>Writes a plan as <see cref="PlanReader"/> reads it: what is not known is left out.</summary>
public static class PlanJson
{
    /// <summary>A plan as JSON.</summary>
    /// <param name="plan">The plan.</param>
    public static JsonObject Of(PlanFile plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        JsonObject json = new() { ["schema"] = plan.Schema, ["version"] = plan.Version, ["author"] = plan.Author };
        Add(json, "note", plan.Note);
        Add(json, "software", plan.Software);
        Add(json, "command", plan.Command);
        Add(json, "scenario", plan.Scenario);
        Add(json, "scenarioFile", plan.ScenarioFile);
        json["set"] = new JsonArray([.. plan.Set.Select(set => (JsonNode)set)]);
        Add(json, "seed", plan.Seed);
        Add(json, "scale", plan.Scale);
        Add(json, "start", plan.Start is { } start ? new ScenarioClock(start).Iso(0) : null);
        Add(json, "scenarioDigest", plan.ScenarioDigest);
        Add(json, "goal", plan.Goal is { } goal ? Goal(goal) : null);
        json["confirmed"] = plan.Confirmed;
        Add(json, "restsOn", plan.RestsOn is { } runs ? Evidence(runs) : null);
        Add(json, "cost", plan.Cost);
        Add(json, "key", plan.Key);
        Add(json, "helpers", plan.Helpers);
        ScenarioClock? clock = plan.Start is { } begin ? new ScenarioClock(begin) : null;
        json["sites"] = new JsonArray([.. plan.Sites.Select(entry => (JsonNode)Entry(entry, clock))]);
        return json;
    }

    private static JsonObject Entry(PlanEntry entry, ScenarioClock? clock)
    {
        JsonObject json = new() { ["site"] = entry.Site };
        Add(json, "from", entry.From is { } from ? Moment(from, clock) : null);
        Add(json, "to", entry.To is { } to ? Moment(to, clock) : null);
        json["samplers"] = entry.Samplers;
        json["desks"] = entry.Desks;
        return json;
    }

    private static string Moment(Model.Scenarios.Moment moment, ScenarioClock? clock) =>
        (clock ?? throw new ArgumentException("An entry has times, but the plan has no start.")).Iso(moment.SinceStart);

    private static JsonObject Goal(PlanGoal goal) => new()
    {
        ["confidence"] = goal.Confidence,
        ["assurance"] = goal.Assurance,
        ["boundConfidence"] = goal.BoundConfidence,
        ["waitTargetSeconds"] = goal.WaitTargetSeconds,
        ["bySeconds"] = goal.BySeconds,
        ["costSampler"] = goal.CostSampler,
        ["costDesk"] = goal.CostDesk,
        ["costHelper"] = goal.CostHelper,
        ["shiftHours"] = new JsonArray([.. goal.ShiftHours.Select(hours => (JsonNode)hours)]),
        ["windowHours"] = goal.WindowHours,
    };

    private static JsonObject Evidence(PlanEvidence runs) => new()
    {
        ["days"] = runs.Days,
        ["firstReplication"] = runs.FirstReplication,
        ["waitHeld"] = runs.WaitHeld,
        ["inTime"] = runs.InTime,
        ["digest"] = runs.Digest,
        ["digests"] = new JsonArray([.. runs.Digests.Select(digest => (JsonNode)digest)]),
        ["seeds"] = new JsonArray([.. runs.Seeds.Select(seed => (JsonNode)seed)]),
    };

    private static void Add(JsonObject json, string key, JsonNode? value)
    {
        if (value is not null && !(value is JsonValue text && text.TryGetValue(out string? written) && written.Length == 0))
        {
            json[key] = value;
        }
    }
}
