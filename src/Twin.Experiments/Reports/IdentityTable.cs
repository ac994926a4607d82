using System.Globalization;
using Twin.Experiments.Texts;
using Twin.Model.Results;

namespace Twin.Experiments.Reports;

/// <summary>The table of what identifies a run.</summary>
internal static class IdentityTable
{
    /// <summary>Makes the table.</summary>
    /// <param name="record">The run.</param>
    /// <param name="texts">The language.</param>
    /// <param name="software">Which software made the run.</param>
    public static HtmlTable Of(RunRecord record, TextSet texts, Software software)
    {
        HtmlTable table = new(texts["report.reproduce"], texts["report.measure"], texts["report.value"]);
        return table
            .Add(texts["reproduce.scenario"], record.Scenario.Name)
            .Add(texts["reproduce.file"], record.ScenarioFile)
            .Add(texts["reproduce.seed"], record.Scenario.Seed.ToString(CultureInfo.InvariantCulture))
            .Add(texts["reproduce.engine"], record.Engine)
            .Add(texts["reproduce.digest"], record.Digest)
            .Add(texts["reproduce.resultsDigest"], record.ResultsDigest)
            .AddSoftware(software, texts)
            .Add(texts["reproduce.events"], TextSet.Count(record.Events))
            .Add(texts["reproduce.windows"], TextSet.Count(record.Windows))
            .Add(texts["reproduce.grains"], TextSet.Count(record.Grains.Values.Sum()))
            .Add(texts["reproduce.time"], texts.Duration(record.StepSeconds));
    }

    /// <summary>Adds version and commit.</summary>
    /// <param name="table">The table, of two columns.</param>
    /// <param name="software">The software.</param>
    /// <param name="texts">The language.</param>
    public static HtmlTable AddSoftware(this HtmlTable table, Software software, TextSet texts) => table
        .Add(texts["reproduce.version"], $"{software.Name} {software.Version}")
        .Add(texts["reproduce.commit"], software.Commit ?? texts["reproduce.unknown"]);
}
