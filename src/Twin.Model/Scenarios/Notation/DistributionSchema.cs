using System.Text.Json.Nodes;

namespace Twin.Model.Scenarios.Notation;

/// <summary>The JSON Schema of a distribution.</summary>
internal static class DistributionSchema
{
    /// <summary>The schema of a distribution.</summary>
    /// <param name="duration">Name of the definition of a duration.</param>
    /// <param name="own">Name of the definition that this schema gets: a mixture is made of such.</param>
    /// <param name="mayBeNegative">Whether negative durations have a meaning.</param>
    public static JsonObject Of(string duration, string own, bool mayBeNegative)
    {
        JsonArray alternatives = [Reference(duration), Alone(DistributionForm.Constant, Reference(duration))];
        foreach (DistributionForm form in DistributionForm.All.Where(form => mayBeNegative || form.Name != "normal"))
        {
            alternatives.Add(Alone(form.Name, Arguments(form, duration)));
        }

        alternatives.Add(Alone(DistributionForm.Empirical, Empirical(duration)));
        alternatives.Add(Alone(DistributionForm.Mixture, Mixture(own)));
        return new JsonObject { ["description"] = DistributionText.Words + ".", ["anyOf"] = alternatives };
    }

    private static JsonObject Arguments(DistributionForm form, string duration)
    {
        JsonObject properties = [];
        foreach (DistributionArgument argument in form.Arguments)
        {
            // The mean before a truncation may be negative although no value is.
            string kind = form.Name == "truncatedNormal" && argument.Name == "mean" ? "signedDuration" : argument.Minimum == 0 ? "duration" : duration;
            JsonObject number = new() { ["type"] = argument.Kind == ArgumentKind.Count ? "integer" : "number", ["minimum"] = argument.Minimum, ["maximum"] = argument.Maximum };
            properties[argument.Name] = argument.Kind == ArgumentKind.Duration ? Reference(kind) : number;
        }

        JsonObject schema = Closed(properties, [.. form.Arguments.Select(argument => argument.Name)]);
        schema["description"] = form.Text;
        return schema;
    }

    private static JsonObject Empirical(string duration) => Closed(
        new JsonObject
        {
            ["values"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference(duration) },
            ["weights"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["type"] = "number", ["minimum"] = 0 } },
        },
        ["values"]);

    private static JsonObject Mixture(string own) => new()
    {
        ["type"] = "array",
        ["minItems"] = 1,
        ["items"] = Closed(new JsonObject { ["weight"] = new JsonObject { ["type"] = "number", ["minimum"] = 0 }, ["of"] = Reference(own) }, ["weight", "of"]),
    };

    private static JsonObject Alone(string name, JsonObject value) => Closed(new JsonObject { [name] = value }, [name]);

    private static JsonObject Closed(JsonObject properties, IReadOnlyList<string> required) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
    };

    private static JsonObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };
}
