using Microsoft.Data.Sqlite;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Output;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Reports;

/// <summary>The report of a sweep's folder: its store keeps the replications, the experiment and the scenario as they were read.</summary>
internal sealed class SweepFolderReport : FolderReport
{
    /// <summary>How the schema of a sweep's summary begins.</summary>
    public const string SchemaFamily = "twin-sweep/";

    /// <summary>Checks that the folder keeps what is needed.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="OutFolderException">What is kept is missing, damaged or of another version, or the folder is in use.</exception>
    public SweepFolderReport(string folder)
    {
        Folder = folder;
        if (!File.Exists(StorePath))
        {
            throw new OutFolderException($"{folder}: found no {SweepStore.FileName}, from which the report is drawn; allowed: the folder as the sweep left it.");
        }

        Language = Read(store => store.Kept(SweepStore.LanguageKey) is { } language && TextCatalogue.Languages.Contains(language, StringComparer.Ordinal)
            ? language
            : throw new IOException("it does not say in which language its report was written"));
    }

    /// <inheritdoc/>
    public override string Kind => "sweep";

    /// <inheritdoc/>
    public override string Language { get; }

    /// <inheritdoc/>
    protected override string Folder { get; }

    private string StorePath => Path.Combine(Folder, SweepStore.FileName);

    private protected override void Draw(TextSet texts, string? target, bool force)
    {
        if (target is null)
        {
            using IDisposable held = SweepFolder.Hold(Folder);
            foreach (DrawnFile file in Read(store => SweepReport.Draw(SweepSummary.Of(store.Restore(), store), store.Software, texts.Language)))
            {
                Replace(file);
            }

            return;
        }

        Read(store =>
        {
            CopyTo(target, force, store, texts.Language);
            return true;
        });
    }

    /// <summary>Another folder gets the same replications, and from them the same tables.</summary>
    private void CopyTo(string target, bool force, SweepStore store, string language)
    {
        Sweep sweep = store.Restore();
        if (store.OtherThan(sweep) is { } other)
        {
            throw new OutFolderException($"{Folder}: holds {other}; its report can be drawn in the folder itself, without --out, but its tables cannot be written by another version.");
        }

        using SweepFolder copy = SweepFolder.Prepare(target, sweep, force ? SweepFolderUse.Force : SweepFolderUse.Begin);
        foreach (SweepRow row in store.Rows())
        {
            copy.Store.Append(row);
        }

        SweepOutput.WriteAsync(SweepSummary.Of(sweep, copy.Store), copy, language).GetAwaiter().GetResult();
    }

    /// <summary>Written beside and moved in, so that the old file stays whole until the new one is.</summary>
    private void Replace(DrawnFile file)
    {
        string place = Path.Combine(Folder, file.Name);
        string partial = place + ".partial";
        try
        {
            File.WriteAllBytes(partial, file.Content);
            File.Move(partial, place, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutFolderException($"{Folder}: cannot be written: {e.Message}", e);
        }
    }

    private T Read<T>(Func<SweepStore, T> read)
    {
        try
        {
            using SweepStore store = SweepStore.Open(StorePath);
            return read(store);
        }
        catch (Exception e) when (e is SqliteException or UnauthorizedAccessException or FormatException or Model.Scenarios.ScenarioFormatException or ArgumentException
            or IndexOutOfRangeException or InvalidCastException or (IOException and not OutFolderException))
        {
            throw new OutFolderException($"{StorePath}: is damaged, or of another version ({e.Message}); it is left as it is.", e);
        }
    }
}
