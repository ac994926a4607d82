using System.Text.Json;
using Twin.Experiments.Comparing;
using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Reports;

/// <summary>The report of an out folder, to be drawn again from what the folder keeps.</summary>
/// <remarks>The same results in the same language give the same bytes. Nothing but the page and the pictures is changed in the folder.</remarks>
public abstract class FolderReport
{
    private const string Commands = "twin run, compare, staff, stress, sweep, plan diff or backtest";
    private const int LongestSummaryBytes = 256 * 1024 * 1024;

    /// <summary>Of what it is, such as a run.</summary>
    public abstract string Kind { get; }

    /// <summary>The language in which it was last written with its results, en or zh.</summary>
    public abstract string Language { get; }

    /// <summary>Recognises a folder and reads what it keeps.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="OutFolderException">It is no folder of ours with finished results, or what it keeps is missing, damaged or of another version.</exception>
    public static FolderReport Of(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string schema = SchemaOf(folder);
        return schema switch
        {
            _ when schema.StartsWith(OutFolderKind.Run.SchemaFamily, StringComparison.Ordinal) =>
                new KeptFolderReport<KeptRun>(folder, OutFolderKind.Run, KeptRun.Kind, (run, software, texts) => ReportDrawing.Of(run, software, texts)),
            _ when schema.StartsWith(OutFolderKind.ComparisonFamily, StringComparison.Ordinal) =>
                new KeptFolderReport<KeptComparison>(folder, OutFolderKind.Comparison, KeptComparison.Kind, (kept, software, texts) => ReportDrawing.Of(kept.Restore(), software, texts)),
            _ when schema.StartsWith(OutFolderKind.StaffingFamily, StringComparison.Ordinal) =>
                new KeptFolderReport<KeptStaffing>(folder, OutFolderKind.Staffing, KeptStaffing.Kind, (kept, software, texts) => ReportDrawing.Of(kept, software, texts)),
            _ when schema.StartsWith(OutFolderKind.StressFamily, StringComparison.Ordinal) =>
                new KeptFolderReport<KeptStress>(folder, OutFolderKind.Stress, KeptStress.Kind, (kept, software, texts) => ReportDrawing.Of(kept, software, texts)),
            _ when schema.StartsWith(OutFolderKind.PlanDiffFamily, StringComparison.Ordinal) =>
                new KeptFolderReport<KeptPlanDiff>(
                    folder, OutFolderKind.PlanDiff, KeptPlanDiff.Kind, (kept, software, texts) => ReportDrawing.Of(kept.Restore(), kept.Command, software, texts)),
            _ when schema.StartsWith(OutFolderKind.BacktestFamily, StringComparison.Ordinal) =>
                new KeptFolderReport<KeptBacktest>(
                    folder, OutFolderKind.Backtest, KeptBacktest.Kind, (kept, software, texts) => ReportDrawing.Of(kept.Restore(), kept.Command, software, texts)),
            _ when schema.StartsWith(SweepFolderReport.SchemaFamily, StringComparison.Ordinal) => new SweepFolderReport(folder),
            _ => throw new OutFolderException(
                $"{folder}: found {OutFolder.SummaryFile} with schema \"{schema}\"; allowed: the results of {Commands}."),
        };
    }

    /// <summary>Draws the page and the pictures.</summary>
    /// <param name="language">en or zh.</param>
    /// <param name="target">Another folder, which gets all the results with them; null for the folder itself.</param>
    /// <param name="force">Whether another folder that holds something that is not of that kind is used (and that left there).</param>
    /// <exception cref="OutFolderException">What is kept is damaged, or the folder cannot be written or is in use.</exception>
    public void Draw(string language, string? target = null, bool force = false)
    {
        TextSet texts = TextCatalogue.In(language);
        Draw(texts, target is null || IsHere(target) ? null : target, force);
    }

    /// <summary>The folder.</summary>
    protected abstract string Folder { get; }

    private protected abstract void Draw(TextSet texts, string? target, bool force);

    private bool IsHere(string target) =>
        string.Equals(Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)), Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder)), StringComparison.Ordinal);

    private static string SchemaOf(string folder)
    {
        const string Allowed = $"the out folder of a finished {Commands}";
        if (!Directory.Exists(folder))
        {
            throw new OutFolderException($"{folder}: found {(File.Exists(folder) ? "a file" : "no such folder")}; allowed: {Allowed}.");
        }

        FileInfo summary = new(Path.Combine(folder, OutFolder.SummaryFile));
        if (!summary.Exists)
        {
            string found = File.Exists(Path.Combine(folder, Sweeps.SweepStore.FileName)) ? "a sweep that is not finished (--resume goes on with it)" : $"no {OutFolder.SummaryFile}";
            throw new OutFolderException($"{folder}: found {found}; allowed: {Allowed}.");
        }

        try
        {
            using FileStream stream = summary.Length <= LongestSummaryBytes ? summary.OpenRead() : throw new IOException($"it is longer than {LongestSummaryBytes} bytes");
            using JsonDocument document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("schema", out JsonElement schema) && schema.ValueKind == JsonValueKind.String
                ? schema.GetString()!
                : throw new OutFolderException($"{summary}: found no \"schema\"; allowed: {Allowed}.");
        }
        catch (Exception e) when (e is JsonException or UnauthorizedAccessException or (IOException and not OutFolderException))
        {
            throw new OutFolderException($"{summary}: cannot be read ({e.Message}); allowed: {Allowed}.", e);
        }
    }
}
