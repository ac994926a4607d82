using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Files;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Tests.Sweeps;

/// <summary>Experiment files in memory, of a district of 1 %.</summary>
internal static class Experiment
{
    /// <summary>The scenario: 4,900 residents.</summary>
    public const string Scenario = """
        name: tiny
        activity: massTesting
        start: 2022-04-10T02:00:00+08:00
        scale: 0.01
        seed: 7
        testing:
          window: {open: 07:00+08:00, close: 12:00+08:00, lastEntry: 60min}
          staff: {samplers: 3400, desks: 2000}
        """;

    /// <summary>What stands before the keys of a test: 2 lines.</summary>
    public const string Least = "name: t\nscenario: tiny.yaml\n";

    /// <summary>Two points, three replications each.</summary>
    public const string Two = "factors: [{path: testing.staff.absence, values: [0.05, 0.3]}]\nreplications: {count: 3}\n";

    public static Sweep Read(string keys, SweepChanges? changes = null) => SweepReader.Read("folder/t.yaml", path => Open(path, Least + keys), changes);

    public static IReadOnlyList<ScenarioError> Errors(string keys) => Assert.Throws<ScenarioFormatException>(() => Read(keys)).Errors;

    public static ScenarioError Error(string keys) => Assert.Single(Errors(keys));

    public static IReadOnlyList<string> Labels(Sweep sweep) => [.. sweep.Points.Select(point => point.Label)];

    private static string Open(string path, string experiment) => path switch
    {
        "folder/t.yaml" => experiment,
        "folder/tiny.yaml" => Scenario,
        "folder/queue.yaml" => File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "queue-mmc.yaml")),
        _ => throw new FileNotFoundException("no such file", path),
    };
}
