using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Comparing;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>Writes all that comparing two plans leaves behind: tables, pictures, report and, last, the summary.</summary>
public static class PlanDiffOutput
{
    /// <summary>Writes the files and completes the folder.</summary>
    /// <param name="diff">The plans.</param>
    /// <param name="folder">Where to; of kind <see cref="OutFolderKind.PlanDiff"/>.</param>
    /// <param name="command">Words of the command that makes it again, its name first, without the language.</param>
    /// <param name="language">en or zh, for pictures and report.</param>
    /// <param name="seconds">Wall time of the replications, s.</param>
    /// <returns>The summary as written.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static JsonObject Write(PlanDiff diff, OutFolder folder, IReadOnlyList<string> command, string language, double seconds)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(command);
        TextSet texts = TextCatalogue.In(language);
        folder.Write("sites.csv", PlanDiffTables.SitesCsv(diff.Paper).ToBytes());
        folder.Write("streets.csv", PlanDiffTables.StreetsCsv(diff.Paper).ToBytes());
        if (diff.Runs is { } runs)
        {
            folder.Write("replications.csv", ComparisonTables.Replications(runs).ToBytes());
            folder.Write("differences.csv", ComparisonTables.Differences(runs).ToBytes());
        }

        folder.Write(KeptFile.Name, KeptFile.ToBytes(KeptPlanDiff.Kind, language, KeptPlanDiff.Of(diff, command)));
        foreach (DrawnFile file in ReportDrawing.Of(diff, command, Software.This, texts))
        {
            folder.Write(file.Name, file.Content);
        }

        JsonObject summary = PlanDiffJson.Of(diff, seconds);
        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }
}
