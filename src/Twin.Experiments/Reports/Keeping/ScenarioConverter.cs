using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A scenario is kept as it resolves, in the notation of a scenario file, and read as one.</summary>
internal sealed class ScenarioConverter : JsonConverter<Scenario>
{
    /// <inheritdoc/>
    public override Scenario Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = JsonNode.Parse(ref reader)?.ToJsonString() ?? throw new JsonException("The scenario is null.");
        return ScenarioReader.Read("scenario", _ => text, []);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Scenario value, JsonSerializerOptions options) => ScenarioJson.Of(value).WriteTo(writer);
}
