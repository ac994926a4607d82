using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Charts;
using Twin.Experiments.Sensitivity;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Sweeps.Output;

/// <summary>Writes the tables and the summary of a finished sweep.</summary>
public static class SweepOutput
{
    /// <summary>Writes the files and completes the folder.</summary>
    /// <param name="summary">What the sweep came to.</param>
    /// <param name="folder">Where to; its store holds the replications.</param>
    /// <param name="language">Language of picture and report: en or zh.</param>
    /// <returns>The summary as written.</returns>
    public static async Task<JsonObject> WriteAsync(SweepSummary summary, SweepFolder folder, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(folder);
        Sweep sweep = summary.Sweep;
        await using (TableFiles replications = await TableFiles.CreateAsync(
            folder.PartialOf("replications.csv"), folder.PartialOf("replications.parquet"), SweepTables.Replications(sweep)))
        {
            foreach (SweepRow row in folder.Store.Rows())
            {
                await replications.AddAsync(SweepTables.Cells(sweep, row));
            }
        }

        await using (TableFiles points = await TableFiles.CreateAsync(folder.PartialOf("points.csv"), folder.PartialOf("points.parquet"), SweepTables.Points(sweep)))
        {
            foreach (PointSummary point in summary.Points)
            {
                await points.AddAsync(SweepTables.Cells(sweep, point));
            }
        }

        if (summary.Sensitivity is { } sensitivity)
        {
            await WriteAsync(summary, sensitivity, folder, TextCatalogue.In(language));
        }

        JsonObject json = SweepJson.Of(summary);
        await File.WriteAllTextAsync(folder.PartialOf(OutFolder.SummaryFile), SummaryJson.ToText(json), new UTF8Encoding(false));
        folder.Complete();
        return json;
    }

    private static async Task WriteAsync(SweepSummary summary, SensitivitySummary sensitivity, SweepFolder folder, TextSet texts)
    {
        await using (TableFiles table = await TableFiles.CreateAsync(
            folder.PartialOf("sensitivity.csv"), folder.PartialOf("sensitivity.parquet"), SensitivityTables.Columns(sensitivity.Design)))
        {
            foreach (IReadOnlyList<object?> cells in SensitivityTables.Rows(sensitivity))
            {
                await table.AddAsync(cells);
            }
        }

        byte[] picture = SensitivityChart.Draw(sensitivity, texts);
        await File.WriteAllBytesAsync(folder.PartialOf("sensitivity.png"), picture);
        await File.WriteAllTextAsync(folder.PartialOf("report.html"), SensitivityReport.Of(summary, picture, texts), new UTF8Encoding(false));
    }
}
