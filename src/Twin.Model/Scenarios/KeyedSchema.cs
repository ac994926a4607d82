using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twin.Model.Scenarios.Acting;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Scenarios.Reading;

namespace Twin.Model.Scenarios;

/// <summary>The JSON Schema of a file that is read by descriptions of its keys (<see cref="ParameterAttribute"/>).</summary>
public static class KeyedSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema (JSON Schema draft-07) of a file, as text.</summary>
    /// <param name="type">The record that the file is read into.</param>
    /// <param name="title">The schema's title.</param>
    public static string Build(Type type, string title)
    {
        JsonObject definitions = DefinitionsOfNotation();
        JsonObject root = Record(RecordShape.Of(type), definitions);
        string[] names = [.. definitions.Select(definition => definition.Key)];
        JsonObject schema = Titled(title, root);
        for (int before = -1; before != definitions.Count;)
        {
            before = definitions.Count;
            foreach (string name in names.Where(name => !IsUsed(name, root, definitions)))
            {
                definitions.Remove(name);
            }
        }

        schema["definitions"] = definitions;
        return ToText(schema);
    }

    /// <summary>A schema that begins with its title.</summary>
    internal static JsonObject Titled(string title, JsonObject root)
    {
        JsonObject schema = new() { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        foreach ((string key, JsonNode? value) in root)
        {
            schema[key] = value?.DeepClone();
        }

        return schema;
    }

    /// <summary>A schema as the text of a file.</summary>
    internal static string ToText(JsonObject schema) => schema.ToJsonString(Layout) + "\n";

    private static bool IsUsed(string name, JsonObject root, JsonObject definitions)
    {
        string reference = $"\"#/definitions/{name}\"";
        return root.ToJsonString(Layout).Contains(reference, StringComparison.Ordinal)
            || definitions.Any(other => other.Key != name && other.Value!.ToJsonString(Layout).Contains(reference, StringComparison.Ordinal));
    }

    /// <summary>The schema of a mapping; records within it go to the definitions.</summary>
    internal static JsonObject Record(RecordShape shape, JsonObject definitions)
    {
        JsonObject properties = [];
        JsonArray required = [];
        object defaults = shape.CreateDefault();
        foreach (KeyShape key in shape.Keys)
        {
            properties[key.Name] = Key(key, defaults, definitions);
            if (key.Parameter.Required)
            {
                required.Add(key.Name);
            }
        }

        JsonObject schema = new() { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        if (required.Count > 0)
        {
            schema["required"] = required;
        }

        ActingSchema.AddBeside(shape, schema);
        return schema;
    }

    private static JsonObject Key(KeyShape key, object defaults, JsonObject definitions)
    {
        JsonObject value = Value(key.Parameter, key.Value, definitions);
        JsonObject schema = new() { ["description"] = Description(key) };
        bool stands = !key.IsOptional && !value.ContainsKey("$ref");
        if (stands)
        {
            foreach ((string name, JsonNode? part) in value)
            {
                schema[name] = part?.DeepClone();
            }
        }
        else
        {
            // Beside a $ref, draft-07 ignores a description: the reference stands in a list of its own.
            schema["anyOf"] = key.IsOptional ? new JsonArray(value, new JsonObject { ["enum"] = new JsonArray(KeyedBinder.None) }) : new JsonArray(value);
        }

        if (!key.Parameter.Required && key.Value.Kind is not (ValueKind.Record or ValueKind.Moment) && Default(key, defaults) is { } usual)
        {
            schema["default"] = usual;
        }

        return schema;
    }

    private static JsonNode? Default(KeyShape key, object defaults) =>
        key.Property.GetValue(defaults) is "" ? null : ScenarioJson.Value(key.Value, key.Property.GetValue(defaults), default);

    private static string Description(KeyShape key)
    {
        string grade = key.Parameter.Grade switch
        {
            "S" => " [grade S: stated by the article]",
            "P" => " [grade P: published]",
            "E" => " [grade E: estimate]",
            _ => "",
        };
        return $"{key.Parameter.Text}{key.OnlyWith()} Allowed: {Allowed.Of(key)}.{grade}";
    }

    private static JsonObject Value(ParameterAttribute parameter, ValueShape shape, JsonObject definitions) => shape.Kind switch
    {
        ValueKind.Text => parameter.Pattern.Length == 0
            ? new JsonObject { ["type"] = "string" }
            : new JsonObject { ["type"] = "string", ["pattern"] = $"^(?:{parameter.Pattern})$" },
        ValueKind.Flag => new JsonObject { ["type"] = "boolean" },
        ValueKind.Whole => Whole(parameter, shape.Type),
        ValueKind.Number => Number(parameter),
        ValueKind.Word => new JsonObject { ["enum"] = new JsonArray([.. Allowed.Words(shape.Type).Select(word => JsonValue.Create(word))]) },
        ValueKind.Duration => Reference("duration"),
        ValueKind.Moment => Reference("moment"),
        ValueKind.Timestamp => new JsonObject { ["type"] = "string", ["pattern"] = MomentText.TimestampPattern },
        ValueKind.Distribution => Reference(parameter.MayBeNegative ? "signedDistribution" : "distribution"),
        ValueKind.Written => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean", "object", "array") },
        ValueKind.Record => Definition(shape, definitions),
        ValueKind.List => new JsonObject { ["type"] = "array", ["items"] = Value(parameter, shape.Item!, definitions) },
        ValueKind.Table => new JsonObject { ["type"] = "object", ["additionalProperties"] = Value(parameter, shape.Item!, definitions) },
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape.Kind, "No such kind."),
    };

    private static JsonObject Definition(ValueShape shape, JsonObject definitions)
    {
        string name = KeyShape.CamelCase(shape.Type.Name);
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject();
            definitions[name] = Record(RecordShape.Of(shape.Type), definitions);
        }

        return Reference(name);
    }

    private static JsonObject Whole(ParameterAttribute parameter, Type type)
    {
        (Int128 least, Int128 greatest) = Allowed.WholeBounds(parameter, type);
        JsonObject schema = new() { ["type"] = "integer", ["minimum"] = (long)least };
        schema["maximum"] = greatest > long.MaxValue ? JsonValue.Create((ulong)greatest) : JsonValue.Create((long)greatest);
        return schema;
    }

    private static JsonObject Number(ParameterAttribute parameter)
    {
        JsonObject schema = new() { ["type"] = "number" };
        if (double.IsFinite(parameter.Minimum))
        {
            schema[parameter.ExclusiveMinimum ? "exclusiveMinimum" : "minimum"] = parameter.Minimum;
        }

        if (double.IsFinite(parameter.Maximum))
        {
            schema["maximum"] = parameter.Maximum;
        }

        return schema;
    }

    /// <summary>The definitions of durations, moments and distributions.</summary>
    internal static JsonObject DefinitionsOfNotation() => new()
    {
        ["duration"] = new JsonObject { ["description"] = "As " + DurationText.Notation["a ".Length..] + ".", ["type"] = "string", ["pattern"] = Unsigned(DurationText.Pattern) },
        ["signedDuration"] = new JsonObject { ["description"] = "A duration that may be negative: -3min.", ["type"] = "string", ["pattern"] = DurationText.Pattern },
        ["moment"] = new JsonObject
        {
            ["description"] = MomentText.Notation + ".",
            ["anyOf"] = new JsonArray(
                new JsonObject { ["type"] = "string", ["pattern"] = MomentText.ClockPattern },
                new JsonObject { ["type"] = "string", ["pattern"] = MomentText.TimestampPattern },
                Reference("duration")),
        },
        ["distribution"] = DistributionSchema.Of("duration", "distribution", mayBeNegative: false),
        ["signedDistribution"] = DistributionSchema.Of("signedDuration", "signedDistribution", mayBeNegative: true),
    };

    private static string Unsigned(string pattern) => pattern.Replace("^-?", "^", StringComparison.Ordinal);

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };
}
