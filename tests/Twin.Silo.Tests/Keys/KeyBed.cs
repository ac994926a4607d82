using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Grains.Live;
using Twin.Kernel;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;
using Twin.Silo.Runs;

namespace Twin.Silo.Tests.Keys;

/// <summary>A small scenario of an activity, in which keys are set to see what they do.</summary>
internal sealed class KeyBed
{
    private const string Testing = "name: t\ntitle: A test\nactivity: massTesting\nstart: 2022-04-10T02:00+08:00\n";
    private const string Balking = "testing: {staff: {absence: 0}, balk: {queueSpace: 25}";

    private readonly string _file;
    private readonly string _folder;

    private KeyBed(Folder folder, string name, string text)
    {
        (Name, _folder) = (name, folder.Path);
        _file = folder.Write(name + ".yaml", text);
    }

    /// <summary>Of what kind the scenario is.</summary>
    public string Name { get; }

    /// <summary>A bed for each activity, and for given arrivals.</summary>
    /// <param name="folder">Where their files lie.</param>
    public static IReadOnlyList<KeyBed> All(Folder folder)
    {
        folder.Write("roster.csv", "site,samplers,desks\n" + string.Concat(Enumerable.Range(1, 2).Select(site => $"S-00{site},4,2\n")));
        folder.Write("people.csv", People(2));
        folder.Write("other.csv", People(3));
        folder.Write("early.csv", "time\n10min\n11min\n");
        folder.Write("late.csv", "time\n1h\n2h\n");
        folder.Write("fast.csv", "from,to,perHour\n0,4h,60\n");
        folder.Write("slow.csv", "from,to,perHour\n0,4h,20\n");
        return
        [
            new(folder, "massTesting", $"{Testing}scale: 0.01\n{Balking}}}\n"),
            new(folder, "arrivalsFile", $"{Testing}{Balking.Replace("25", "8", StringComparison.Ordinal)}, arrivals: {{file: people.csv}}}}\n"),
            new(folder, "queue", """
                name: q
                title: A queue
                activity: queue
                start: 2022-04-10T08:00+08:00
                queue:
                  end: 4h
                  stations:
                    - {name: a, servers: 2, service: {exponential: {mean: 2min}}, room: 6, arrivals: {poissonPerHour: 60}, next: {b: 0.5}}
                    - {name: b, service: {exponential: {mean: 1min}}}
                """),
        ];
    }

    /// <summary>What a run with settings comes to.</summary>
    /// <param name="sets">The settings.</param>
    /// <exception cref="ScenarioFormatException">One is refused.</exception>
    public KeyOutcome Run(IReadOnlyList<string> sets)
    {
        Scenario scenario = ScenarioFiles.Read(_file, [.. sets.Select(InFolder)]);
        ActivityRun run = ActivityRun.Of(scenario, _file, false, []);
        EngineOutcome outcome = new KernelEngine(run.Plan).Run();
        RunRecord record = run.WithResult(
            new RunRecord
            {
                Scenario = scenario,
                ScenarioFile = "t.yaml",
                Options = [],
                Engine = "kernel",
                Digest = outcome.Digest.ToString("x32"),
                ResultsDigest = outcome.Metrics.Digest(),
                Events = outcome.Events,
                Windows = outcome.Windows,
                Grains = outcome.Grains,
                GenerateSeconds = 0,
                ActivateSeconds = 0,
                StepSeconds = 0,
                WindowStepSeconds = outcome.WindowStepSeconds,
            },
            outcome);
        return new KeyOutcome($"{record.Digest} {record.ResultsDigest}", new Lazy<string>(() => TextOf(record, run, "en") + TextOf(record, run, "zh")));
    }

    /// <summary>The summary without times and the scenario itself, and what the page is told of the district.</summary>
    private static string TextOf(RunRecord record, ActivityRun run, string language)
    {
        using Folder folder = new();
        JsonObject summary;
        string report;
        string pictures;
        using (OutFolder written = OutFolder.Prepare(folder["out"], force: false))
        {
            summary = RunOutput.Write(record, written, language);
            report = File.ReadAllText(Path.Combine(written.Path, "report.html"));
            pictures = string.Join(' ', Directory.EnumerateFiles(written.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".png" or ".svg")
                .Order(StringComparer.Ordinal).Select(file => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))));
        }

        foreach (string other in new[] { "scenarioResolved", "timing", "realTimeFactor", "peakWorkingSetBytes" })
        {
            summary.Remove(other);
        }

        int assumptions = report.IndexOf("id=\"assumptions\"", StringComparison.Ordinal);
        string answer = report[report.IndexOf("<body", StringComparison.Ordinal)..(assumptions < 0 ? report.Length : assumptions)];
        return $"{summary.ToJsonString()}\n{pictures}\n{answer}\n{(run.Plan is MassTestPlan plan ? System.Text.Encoding.UTF8.GetString(DistrictLayout.Json(plan)) : "")}";
    }

    /// <summary>A roster that a setting names lies in the working folder: here beside the scenario.</summary>
    private string InFolder(string set) => set.EndsWith("=roster.csv", StringComparison.Ordinal) ? set.Replace("roster.csv", Path.Combine(_folder, "roster.csv"), StringComparison.Ordinal) : set;

    private static string People(int sites)
    {
        string[] classes = ["adult", "aged", "child", "assisted", "aged+assisted"];
        return "time,site,class\n" + string.Concat(Enumerable.Range(0, 80).Select(i =>
            $"{(i % 20) + 290}min,S-00{(i % sites) + 1},{classes[i % classes.Length]}\n"));
    }
}

/// <summary>What a run came to.</summary>
/// <param name="Digests">Of the trace and the results.</param>
/// <param name="Text">All that is told of it, made when asked for.</param>
internal sealed record KeyOutcome(string Digests, Lazy<string> Text)
{
    /// <summary>Whether nothing tells two runs apart.</summary>
    public bool IsSame(KeyOutcome other) => Digests == other.Digests && Text.Value == other.Text.Value;
}
