using System.Globalization;
using System.Text.Json.Nodes;
using Twin.Model.Scenarios;

namespace Twin.Silo.Tests.Keys;

/// <summary>Every key of the schema, by its path; of a list's items with index 0.</summary>
internal static class SchemaKeys
{
    private static readonly JsonObject Root = (JsonObject)JsonNode.Parse(ScenarioSchema.Build())!;

    /// <summary>The keys that take a value: sections aside.</summary>
    public static IReadOnlyList<SchemaKey> All { get; } = [.. Below(Root, "").Where(key => key.Path != "extends")];

    private static IEnumerable<SchemaKey> Below(JsonObject section, string path)
    {
        foreach ((string name, JsonNode? value) in section["properties"]!.AsObject())
        {
            string here = path.Length == 0 ? name : $"{path}.{name}";
            JsonObject key = value!.AsObject();
            JsonObject shape = Resolve(key);
            if (shape["properties"] is not null)
            {
                foreach (SchemaKey below in Below(shape, here))
                {
                    yield return below;
                }

                continue;
            }

            yield return new SchemaKey(here, shape, key["default"], key["anyOf"] is JsonArray { Count: 2 }, Notation(key));
            if (shape["items"] is JsonObject item && Resolve(item) is { } record && record["properties"] is not null)
            {
                foreach (SchemaKey below in Below(record, here + ".0"))
                {
                    yield return below;
                }
            }
        }
    }

    private static JsonObject Resolve(JsonObject key)
    {
        JsonObject shape = key["anyOf"] is JsonArray any && key["type"] is null ? any[0]!.AsObject() : key;
        return (string?)shape["$ref"] is { } reference ? Root["definitions"]![reference.Split('/')[^1]]!.AsObject() : shape;
    }

    private static string Notation(JsonObject key) =>
        (string?)((key["anyOf"] as JsonArray)?[0]?["$ref"]) is { } reference ? reference.Split('/')[^1] : "";
}

/// <summary>A key of the schema.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Shape">What its value is.</param>
/// <param name="Default">Its default; null for none.</param>
/// <param name="IsOptional">Whether it may be none.</param>
/// <param name="Notation">duration, moment, distribution, signedDistribution, or empty.</param>
internal sealed record SchemaKey(string Path, JsonObject Shape, JsonNode? Default, bool IsOptional, string Notation)
{
    /// <summary>Whether there is one word only, so that the key says a rule and changes nothing: any other is refused.</summary>
    public bool HasOneWord => Shape["enum"] is JsonArray { Count: 1 };

    /// <summary>Values to try, as a file writes them, that are not the default.</summary>
    public IReadOnlyList<string> Values
    {
        get
        {
            IEnumerable<string> values = Notation switch
            {
                "distribution" or "signedDistribution" => ["{uniform: {min: 100s, max: 200s}}"],
                "duration" => ["4min", "47min", "3h"],
                "moment" => ["6h30min", "9h"],
                _ when Shape["enum"] is JsonArray words => words.Select(word => word!.ToString()),
                _ => (string?)Shape["type"] switch
                {
                    "boolean" => ["true", "false"],
                    "integer" => Numbers(["2", "3", "7", "40"]),
                    "number" => Numbers(["0.05", "0.4", "3", "700"]),
                    "string" => ["another"],
                    _ => [],
                },
            };
            return [.. values.Where(value => value != Default?.ToString() && value != Default?.ToJsonString())];
        }
    }

    private IEnumerable<string> Numbers(string[] some) => some.Where(text =>
        double.Parse(text, CultureInfo.InvariantCulture) is var number && number >= Bound("minimum", double.MinValue) && number <= Bound("maximum", double.MaxValue));

    private double Bound(string name, double otherwise) => Shape[name] is { } bound ? double.Parse(bound.ToString(), CultureInfo.InvariantCulture) : otherwise;
}
