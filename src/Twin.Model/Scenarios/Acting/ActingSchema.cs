using System.Text.Json.Nodes;
using Twin.Model.Scenarios.Keys;

namespace Twin.Model.Scenarios.Acting;

/// <summary>Says in a JSON Schema which keys cannot act beside which others, as far as one file tells.</summary>
/// <remarks>A value that the file leaves out is not judged: a file that it extends may give it.</remarks>
internal static class ActingSchema
{
    private static readonly string[] Nothing = [ActingTerm.None, ""];

    /// <summary>Adds the conditions of a record's keys that look beside them.</summary>
    /// <param name="shape">The record.</param>
    /// <param name="schema">Its schema.</param>
    public static void AddBeside(RecordShape shape, JsonObject schema) => Add(
        schema, shape.Keys.SelectMany(key => key.Rules.Where(rule => !rule.HasExceptions && LooksBeside(rule, shape)).Select(rule => (If: Broken(rule, ""), Then: Refused([key.Name])))));

    /// <summary>Adds, for the whole file, the conditions that look from the root.</summary>
    /// <param name="root">The file's record.</param>
    /// <param name="schema">The file's schema.</param>
    public static void AddFromRoot(RecordShape root, JsonObject schema) => Add(schema, FromRoot(root, []));

    private static IEnumerable<(JsonObject If, JsonObject Then)> FromRoot(RecordShape shape, string[] path)
    {
        foreach (KeyShape key in shape.Keys)
        {
            string[] here = [.. path, key.Name];
            foreach (ActingRule rule in key.Rules.Where(rule => rule.HasExceptions || !LooksBeside(rule, shape)))
            {
                JsonObject broken = Broken(rule, path.Length == 0 ? "" : BesideOf(rule, shape, path));
                string[][] refused = !rule.HasExceptions ? [here] : [.. RecordShape.Of(key.Value.Type).Keys.Where(below => !rule.Excepts(below.Name)).Select(below => (string[])[.. here, below.Name])];
                foreach (string[] one in refused)
                {
                    yield return ((JsonObject)broken.DeepClone(), Refused(one));
                }
            }

            if (key.Value.Kind == ValueKind.Record)
            {
                foreach ((JsonObject If, JsonObject Then) below in FromRoot(RecordShape.Of(key.Value.Type), here))
                {
                    yield return below;
                }
            }
        }
    }

    private static bool LooksBeside(ActingRule rule, RecordShape shape) => rule.Clauses.All(clause => clause.All(term => shape.Find(term.Key) is not null));

    private static string BesideOf(ActingRule rule, RecordShape shape, string[] path) =>
        rule.Clauses.Any(clause => clause.Any(term => shape.Find(term.Key) is not null)) ? string.Join('.', path) : "";

    /// <summary>One condition for all that the same values refuse.</summary>
    private static void Add(JsonObject schema, IEnumerable<(JsonObject If, JsonObject Then)> conditions)
    {
        JsonArray all = schema["allOf"] as JsonArray ?? [];
        foreach (IGrouping<string, (JsonObject If, JsonObject Then)> same in conditions.GroupBy(condition => condition.If.ToJsonString(), StringComparer.Ordinal))
        {
            JsonObject then = [];
            foreach ((_, JsonObject refused) in same)
            {
                Merge(then, refused);
            }

            all.Add(new JsonObject { ["if"] = same.First().If, ["then"] = then });
        }

        if (all.Count > 0)
        {
            schema["allOf"] = all;
        }
    }

    private static void Merge(JsonObject into, JsonObject more)
    {
        foreach ((string name, JsonNode? value) in more)
        {
            if (into[name] is JsonObject known && value is JsonObject further)
            {
                Merge(known, further);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }

    /// <summary>The file gives, in every clause of the condition, a value that breaks it.</summary>
    private static JsonObject Broken(ActingRule rule, string beside)
    {
        JsonArray clauses = [.. rule.Clauses.Select(clause => Any([.. clause.Select(term => At(PathOf(term, beside), Other(term)))]))];
        return clauses.Count == 1 ? (JsonObject)clauses[0]!.DeepClone() : new JsonObject { ["allOf"] = clauses };
    }

    private static string[] PathOf(ActingTerm term, string beside) => term.Key.Contains('.', StringComparison.Ordinal) || beside.Length == 0 ? term.Key.Split('.') : [.. beside.Split('.'), term.Key];

    private static JsonObject Any(IReadOnlyList<JsonObject> some) => some.Count == 1 ? some[0] : new JsonObject { ["anyOf"] = new JsonArray([.. some]) };

    private static JsonObject Other(ActingTerm term)
    {
        string[] words = [.. term.Words.Except([ActingTerm.None, ActingTerm.Given], StringComparer.Ordinal)];
        JsonArray meant = [.. words.Select(word => word is "true" or "false" ? (JsonNode)JsonValue.Create(word == "true") : JsonValue.Create(word))];
        if (term.Words.Contains(ActingTerm.Given, StringComparer.Ordinal))
        {
            return new JsonObject { ["enum"] = new JsonArray([.. Nothing.Select(word => JsonValue.Create(word))]) };
        }

        if (term.Words.Contains(ActingTerm.None, StringComparer.Ordinal))
        {
            Array.ForEach(Nothing, word => meant.Add(word));
        }

        return new JsonObject { ["not"] = new JsonObject { ["enum"] = meant } };
    }

    private static JsonObject At(string[] path, JsonObject value)
    {
        foreach (string key in path.Reverse())
        {
            value = new JsonObject { ["properties"] = new JsonObject { [key] = value }, ["required"] = new JsonArray(key) };
        }

        return value;
    }

    private static JsonObject Refused(string[] path)
    {
        JsonNode refused = JsonValue.Create(false);
        foreach (string key in path.Reverse())
        {
            refused = new JsonObject { ["properties"] = new JsonObject { [key] = refused } };
        }

        return (JsonObject)refused;
    }
}
