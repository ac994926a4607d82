using System.Text.Json.Nodes;
using Twin.Model.Scenarios.Acting;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Reading;

namespace Twin.Model.Scenarios;

/// <summary>The JSON Schema of a scenario file, for editors: made of the same descriptions by which the reader reads.</summary>
public static class ScenarioSchema
{
    /// <summary>The schema (JSON Schema draft-07) as text.</summary>
    public static string Build()
    {
        JsonObject definitions = KeyedSchema.DefinitionsOfNotation();
        JsonObject root = KeyedSchema.Record(RecordShape.Of(typeof(Scenario)), definitions);
        ((JsonObject)root["properties"]!).Insert(0, ScenarioFiles.Extends, new JsonObject
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["description"] = "Another scenario file, relative to this one, whose keys this file changes: mappings merge, everything else is replaced.",
        });
        JsonNode required = root["required"]!.DeepClone();
        root.Remove("required");
        JsonObject schema = KeyedSchema.Titled("A Twin scenario", root);
        schema["anyOf"] = new JsonArray(new JsonObject { ["required"] = new JsonArray(ScenarioFiles.Extends) }, new JsonObject { ["required"] = required });
        ActingSchema.AddFromRoot(RecordShape.Of(typeof(Scenario)), schema);
        schema["definitions"] = definitions;
        return KeyedSchema.ToText(schema);
    }
}
