using System.Text;
using System.Text.Json.Nodes;
using Twin.Experiments.Reports;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Stressing.Reports;

/// <summary>Writes the results of a stress test into a folder.</summary>
public static class StressOutput
{
    /// <summary>Writes all files and completes the folder.</summary>
    /// <param name="result">The result.</param>
    /// <param name="origin">Whence it comes.</param>
    /// <param name="folder">The folder, of kind <see cref="OutFolderKind.Stress"/>.</param>
    /// <param name="language">en or zh.</param>
    /// <returns>The summary as written.</returns>
    public static JsonObject Write(StressResult result, StressOrigin origin, OutFolder folder, string language)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(folder);
        TextSet texts = TextCatalogue.In(language);
        JsonObject summary = StressJson.Of(result, origin);
        folder.Write("limits.csv", StressTables.Limits(result).ToBytes());
        folder.Write("days.csv", StressTables.Days(result).ToBytes());
        folder.Write("pairs.csv", StressTables.Pairs(result).ToBytes());
        folder.Write("sites.csv", StressTables.Sites(result).ToBytes());
        KeptStress kept = new KeptStress(result, origin).ToKeep();
        folder.Write(KeptFile.Name, KeptFile.ToBytes(KeptStress.Kind, language, kept));
        foreach (DrawnFile file in ReportDrawing.Of(kept, Software.This, texts))
        {
            folder.Write(file.Name, file.Content);
        }

        folder.Write(OutFolder.SummaryFile, Encoding.UTF8.GetBytes(SummaryJson.ToText(summary)));
        folder.Complete();
        return summary;
    }
}

/// <summary>Whence a stress test comes.</summary>
/// <param name="ScenarioFile">Path of the scenario file as the user gave it.</param>
/// <param name="Options">The options that change the result.</param>
public sealed record StressOrigin(string ScenarioFile, IReadOnlyList<string> Options);
