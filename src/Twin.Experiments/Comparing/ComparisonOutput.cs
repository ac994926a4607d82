using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Comparing;

/// <summary>Writes all that a comparison leaves behind: tables, pictures, report and, last, the summary.</summary>
public static class ComparisonOutput
{
    /// <summary>Writes the files of a comparison and completes the folder.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="folder">Where to; of kind <see cref="OutFolderKind.Comparison"/>.</param>
    /// <param name="language">en or zh, for pictures and report.</param>
    /// <param name="seconds">Wall time of the replications, s.</param>
    /// <returns>The summary as written.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static JsonObject Write(Comparison comparison, OutFolder folder, string language, double seconds)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(folder);
        TextSet texts = TextCatalogue.In(language);
        folder.Write("compare.csv", ComparisonTables.Replications(comparison).ToBytes());
        folder.Write("differences.csv", ComparisonTables.Differences(comparison).ToBytes());
        folder.Write("sites.csv", ComparisonTables.Sites(comparison).ToBytes());
        folder.Write(KeptFile.Name, KeptFile.ToBytes(KeptComparison.Kind, language, KeptComparison.Of(comparison)));
        foreach (DrawnFile file in ReportDrawing.Of(comparison, Software.This, texts))
        {
            folder.Write(file.Name, file.Content);
        }

        JsonObject summary = ComparisonJson.Of(comparison, seconds);
        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }
}
