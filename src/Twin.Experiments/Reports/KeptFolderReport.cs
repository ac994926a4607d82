using Twin.Experiments.Reports.Keeping;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Reports;

/// <summary>The report of a folder that keeps its results in one file.</summary>
/// <typeparam name="T">What is kept.</typeparam>
internal sealed class KeptFolderReport<T> : FolderReport
{
    private readonly OutFolderKind _folderKind;
    private readonly Kept<T> _kept;
    private readonly Func<T, Software, TextSet, IReadOnlyList<DrawnFile>> _draw;

    /// <summary>Reads what is kept.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="folderKind">The folder's kind.</param>
    /// <param name="kind">The kind in the file.</param>
    /// <param name="draw">Draws what is kept.</param>
    /// <exception cref="OutFolderException">What is kept is missing, damaged or of another version.</exception>
    public KeptFolderReport(string folder, OutFolderKind folderKind, string kind, Func<T, Software, TextSet, IReadOnlyList<DrawnFile>> draw)
    {
        (Folder, Kind, _folderKind, _draw) = (folder, kind, folderKind, draw);
        _kept = KeptFile.Read<T>(folder, kind);
        if (!TextCatalogue.Languages.Contains(_kept.Language, StringComparer.Ordinal))
        {
            throw Damaged($"the language is '{_kept.Language}'", null);
        }
    }

    /// <inheritdoc/>
    public override string Kind { get; }

    /// <inheritdoc/>
    public override string Language => _kept.Language;

    /// <inheritdoc/>
    protected override string Folder { get; }

    private protected override void Draw(TextSet texts, string? target, bool force)
    {
        IReadOnlyList<DrawnFile> drawn = Drawn(texts);
        using OutFolder folder = OutFolder.Prepare(target ?? Folder, force, _folderKind);
        foreach (DrawnFile file in drawn)
        {
            folder.Write(file.Name, file.Content);
        }

        if (target is null)
        {
            folder.Amend();
            return;
        }

        foreach (string name in _folderKind.Files.Where(name => drawn.All(file => file.Name != name) && File.Exists(Path.Combine(Folder, name))))
        {
            folder.Write(name, File.ReadAllBytes(Path.Combine(Folder, name)));
        }

        folder.Complete();
    }

    /// <summary>Results whose parts do not fit each other are damaged, however well they read.</summary>
    private IReadOnlyList<DrawnFile> Drawn(TextSet texts)
    {
        try
        {
            return _draw(_kept.Results, _kept.Software, texts);
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or InvalidDataException or InvalidOperationException or KeyNotFoundException or AggregateException)
        {
            throw Damaged(e.Message, e);
        }
    }

    private OutFolderException Damaged(string what, Exception? cause) =>
        new($"{Path.Combine(Folder, KeptFile.Name)}: is damaged ({what}); it is left as it is. Run the command again to make it anew.", cause!);
}
