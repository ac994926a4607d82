using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Charts;
using Twin.Experiments.Comparing;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Plans;

/// <summary>Writes all that comparing two plans leaves behind: tables, pictures, report and, last, the summary.</summary>
public static class PlanDiffOutput
{
    /// <summary>Writes the files and completes the folder.</summary>
    /// <param name="diff">The plans.</param>
    /// <param name="folder">Where to; of kind <see cref="OutFolderKind.PlanDiff"/>.</param>
    /// <param name="command">The command that makes it again.</param>
    /// <param name="language">en or zh, for pictures and report.</param>
    /// <param name="seconds">Wall time of the replications, s.</param>
    /// <returns>The summary as written.</returns>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static JsonObject Write(PlanDiff diff, OutFolder folder, string command, string language, double seconds)
    {
        ArgumentNullException.ThrowIfNull(diff);
        ArgumentNullException.ThrowIfNull(folder);
        TextSet texts = TextCatalogue.In(language);
        folder.Write("sites.csv", PlanDiffTables.SitesCsv(diff.Paper).ToBytes());
        folder.Write("streets.csv", PlanDiffTables.StreetsCsv(diff.Paper).ToBytes());
        byte[] moves = PlanDiffCharts.Moves(diff.Paper, texts);
        folder.Write("moves.png", moves);
        ComparisonPictures? pictures = null;
        if (diff.Runs is { } runs)
        {
            folder.Write("replications.csv", ComparisonTables.Replications(runs).ToBytes());
            folder.Write("differences.csv", ComparisonTables.Differences(runs).ToBytes());
            pictures = ComparisonPictures.Draw(runs, texts);
            folder.Write("coverage.png", pictures.Coverage);
            foreach (PairPictures pair in pictures.Pairs)
            {
                folder.Write("heatmap.png", pair.HeatMap);
            }
        }

        folder.Write("report.html", Encoding.UTF8.GetBytes(PlanDiffReport.Of(diff, pictures, moves, command, texts)));
        JsonObject summary = PlanDiffJson.Of(diff, seconds);
        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }
}
