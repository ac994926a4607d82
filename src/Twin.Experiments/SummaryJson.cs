using System.Text.Json;
using System.Text.Json.Nodes;
using Twin.Experiments.Queueing;
using Twin.Model.Results;

namespace Twin.Experiments;

/// <summary>summary.json: what a run came to, for programs. Times of the scenario in s since its start, with a clock text beside each.</summary>
public static class SummaryJson
{
    /// <summary>How the value of <c>schema</c> begins, whatever its version.</summary>
    public const string SchemaFamily = "twin-summary/";

    /// <summary>The value of <c>schema</c>.</summary>
    public const string Schema = SchemaFamily + "1";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The summary without the scenario as resolved.</summary>
    /// <param name="record">The run.</param>
    /// <param name="timing">What it cost.</param>
    public static JsonObject Of(RunRecord record, RunTiming timing)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(timing);
        Software software = Software.This;
        JsonObject summary = new()
        {
            ["schema"] = Schema,
            ["software"] = new JsonObject { ["name"] = software.Name, ["version"] = software.Version, ["commit"] = software.Commit },
            ["scenario"] = record.Scenario.Name,
            ["scenarioFile"] = record.ScenarioFile,
            ["options"] = new JsonArray([.. record.Options.Select(option => (JsonNode)option)]),
            ["seed"] = record.Scenario.Seed,
            ["engine"] = record.Engine,
            ["digest"] = record.Digest,
            ["resultsDigest"] = record.ResultsDigest,
            ["start"] = new ScenarioClock(record.Scenario.Start).Iso(0),
            ["events"] = record.Events,
            ["windows"] = record.Windows,
        };
        if (record.MassTest is { } result)
        {
            MassTestSummary.AddTo(summary, record, result);
        }

        if (record.Queue is not null)
        {
            summary["queue"] = QueueOutput.Json(record);
        }

        summary["grains"] = Grains(record.Grains);
        AddTiming(summary, timing);
        return summary;
    }

    /// <summary>The summary as the text of a file: indented, Chinese as it is.</summary>
    /// <param name="summary">The summary.</param>
    public static string ToText(JsonObject summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Grains(IReadOnlyDictionary<string, int> grains)
    {
        JsonObject byKind = [];
        foreach ((string kind, int count) in grains.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            byKind[kind] = count;
        }

        return new JsonObject { ["total"] = grains.Values.Sum(), ["byKind"] = byKind };
    }

    private static void AddTiming(JsonObject summary, RunTiming timing)
    {
        summary["timing"] = new JsonObject
        {
            ["generateSeconds"] = Round(timing.GenerateSeconds),
            ["activateSeconds"] = Round(timing.ActivateSeconds),
            ["stepSeconds"] = Round(timing.StepSeconds),
            ["windowStepSeconds"] = Round(timing.WindowStepSeconds),
            ["reportSeconds"] = Round(timing.ReportSeconds),
            ["totalSeconds"] = Round(timing.TotalSeconds),
        };
        summary["realTimeFactor"] = timing.RealTimeFactor is { } factor ? Math.Round(factor, 1) : null;
        summary["peakWorkingSetBytes"] = timing.PeakWorkingSetBytes;
    }

    private static double Round(double seconds) => Math.Round(seconds, 3);
}
