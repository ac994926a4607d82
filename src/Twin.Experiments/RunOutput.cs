using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Queueing;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Suppression;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments;

/// <summary>Writes all that a run leaves behind: tables, pictures, report and, last, the summary.</summary>
public static class RunOutput
{
    /// <summary>Writes the files of a run and completes the folder.</summary>
    /// <param name="record">The run.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="language">en or zh, for pictures and report.</param>
    /// <returns>The summary as written.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static JsonObject Write(RunRecord record, OutFolder folder, string language)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(folder);
        long began = Stopwatch.GetTimestamp();
        TextSet texts = TextCatalogue.In(language);
        if (record.MassTest is { } result)
        {
            WriteTables(record, result, folder);
        }

        if (record.Queue is not null)
        {
            WriteQueueTables(record, folder);
        }

        KeptRun kept = KeptRun.Of(record);
        folder.Write(KeptFile.Name, KeptFile.ToBytes(KeptRun.Kind, language, kept));
        foreach (DrawnFile file in ReportDrawing.Of(kept, Software.This, texts))
        {
            folder.Write(file.Name, file.Content);
        }

        JsonObject summary = SummaryJson.Of(record, RunTiming.Now(record, Stopwatch.GetElapsedTime(began).TotalSeconds));
        summary["scenarioResolved"] = ScenarioJson.Of(record.Scenario);
        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }

    private static void WriteQueueTables(RunRecord record, OutFolder folder)
    {
        folder.Write("stations.csv", Csv(QueueOutput.StationsCsv(record)));
        if (record.QueueRecords is { HasAllVisits: true } records)
        {
            string lines = string.Join('\n', [QueueVisitTable.Header, .. QueueVisitTable.Lines(record.Scenario, records.Visits), ""]);
            folder.Write("visits.csv", Csv(lines));
        }

        if (record.QueueRecords?.Series is { } series)
        {
            folder.Write("series.csv", QueueSeriesTable.Of(record, series).ToBytes());
        }
    }

    private static byte[] Csv(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];

    private static void WriteTables(RunRecord record, MassTestResult result, OutFolder folder)
    {
        UntestedTable untested = UntestedTable.Of(result);
        folder.Write("sites.csv", SitesCsv.Of(record, result).ToBytes());
        folder.Write("timeline.csv", TimelineCsv.Of(record, result).ToBytes());
        folder.Write("communities.csv", CommunitiesCsv.Of(record, result, untested).ToBytes());
        folder.Write("untested.csv", UntestedCsv.Of(untested).ToBytes());
    }
}
