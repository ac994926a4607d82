using System.Text.Json.Nodes;
using Twin.Model.Scenarios;

namespace Twin.Model.Tests.Scenarios;

/// <summary>Scenario files in memory.</summary>
internal sealed class Files
{
    /// <summary>A mass test with the required keys and nothing else: 4 lines.</summary>
    public const string Least = "name: t\nactivity: massTesting\nstart: 2022-04-10T02:00+08:00\n";

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public static Files With(string path, string text) => new Files().And(path, text);

    public Files And(string path, string text)
    {
        _texts[path] = text;
        return this;
    }

    public Scenario Read(string path, params string[] sets) => ScenarioReader.Read(path, Open, sets);

    public IReadOnlyList<ScenarioError> Errors(string path, params string[] sets) => Assert.Throws<ScenarioFormatException>(() => Read(path, sets)).Errors;

    /// <summary>Reads a mass test with more keys than the least.</summary>
    public static Scenario Read(string more) => With("t.yaml", Least + more).Read("t.yaml");

    /// <summary>The only error of a mass test with more keys than the least; these begin in line 4.</summary>
    public static ScenarioError Error(string more) => Assert.Single(With("t.yaml", Least + more).Errors("t.yaml"));

    public static string Json(Scenario scenario) => ScenarioJson.Of(scenario).ToJsonString();

    public static JsonNode? At(Scenario scenario, string path) =>
        path.Split('.').Aggregate((JsonNode?)ScenarioJson.Of(scenario), (node, key) => node is JsonArray list ? list[int.Parse(key, null)] : node?[key]);

    private string Open(string path) => _texts.TryGetValue(path, out string? text) ? text : throw new FileNotFoundException("no such file", path);
}
