using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A scenario is kept as it resolves, in the notation of a scenario file, and read as one; with the keys of which is told that they were left out.</summary>
internal sealed class ScenarioConverter : JsonConverter<Scenario>
{
    private const string LeftOut = "leftOut";

    /// <inheritdoc/>
    public override Scenario Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonNode kept = JsonNode.Parse(ref reader) ?? throw new JsonException("The scenario is null.");
        LeftOutKey[] leftOut = kept[LeftOut] is JsonArray keys ? [.. keys.Select(key => new LeftOutKey((string)key!["path"]!, (string)key["because"]!, IsTold: true, Refusal: null))] : [];
        (kept as JsonObject)?.Remove(LeftOut);
        string text = kept.ToJsonString();
        return new ScenarioTemplate("scenario", _ => text).With([], mayIdle: true) with { LeftOut = leftOut };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Scenario value, JsonSerializerOptions options)
    {
        JsonObject json = ScenarioJson.Of(value);
        JsonNode[] told = [.. value.LeftOut.Where(key => key.IsTold && key.Refusal is null).Select(key => new JsonObject { ["path"] = key.Path, ["because"] = key.Because })];
        if (told.Length > 0)
        {
            json[LeftOut] = new JsonArray(told);
        }

        json.WriteTo(writer);
    }
}
