using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Suppression;
using Twin.Experiments.Tables;
using Twin.Model.Results;

namespace Twin.Experiments.Tests;

/// <summary>docs/outputs.md describes what is written, no less.</summary>
public sealed class OutputsDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "outputs.md"));

    [Fact]
    public void Document_Summary_NamesEveryKey()
    {
        RunRecord record = SyntheticRun.Record(sites: 3, communities: 8, replications: 2);
        Check(SummaryJson.Of(record, new RunTiming(0, 0, 0, 1, 1, 0, 0, 0)));
    }

    [Fact]
    public void Document_Tables_NamesEveryColumn()
    {
        RunRecord record = KernelRun.Small;
        UntestedTable untested = UntestedTable.Of(record.MassTest!);
        CsvTable[] tables =
        [
            SitesCsv.Of(record, record.MassTest!), TimelineCsv.Of(record, record.MassTest!), CommunitiesCsv.Of(record, record.MassTest!, untested), UntestedCsv.Of(untested),
        ];
        foreach (string column in tables.SelectMany(table => Encoding.UTF8.GetString(table.ToBytes()).TrimStart('\uFEFF').Split('\n')[0].Split(',')))
        {
            Assert.Contains($"`{column}`", Document, StringComparison.Ordinal);
        }
    }

    private static void Check(JsonObject node)
    {
        foreach ((string key, JsonNode? value) in node)
        {
            // The keys under these are measures, grain kinds and channels: names of the model, not of the file.
            bool names = key is "measures" or "byKind" or "householdsByChannel";
            bool clock = key.EndsWith("Clock", StringComparison.Ordinal);
            Assert.True(clock || Document.Contains($"`{key}`", StringComparison.Ordinal), $"docs/outputs.md does not name '{key}'.");
            JsonObject? inner = names ? null : value as JsonObject ?? (value as JsonArray)?.FirstOrDefault() as JsonObject;
            if (inner is not null)
            {
                Check(inner);
            }
        }
    }
}
