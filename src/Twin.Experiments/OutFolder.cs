using System.Text.Json;

namespace Twin.Experiments;

/// <summary>The folder that a run's results go to. It looks complete, that is, it holds summary.json, only when everything in it is of that one run.</summary>
/// <remarks>
/// Files are first written to the folder <c>.partial</c> inside, which is locked while a run uses it. <see cref="Complete"/> takes the old
/// summary.json away, then what else an earlier run left, moves the new files in, and moves the new summary.json last. So after a crash at
/// any point the folder holds the earlier run whole, or the new run whole, or no summary.json; <c>.partial</c> then tells the next run that
/// the folder is ours. Files that are not ours are never touched.
/// </remarks>
public sealed class OutFolder : IDisposable
{
    /// <summary>The file that marks a complete run.</summary>
    public const string SummaryFile = "summary.json";

    private const string PartialFolder = ".partial";
    private const string LockFile = ".twin";

    private readonly OutFolderKind _kind;
    private readonly FileStream _lock;
    private readonly bool _created;
    private readonly bool _leftover;
    private bool _completed;

    private OutFolder(string path, OutFolderKind kind, FileStream fileLock, bool created, bool leftover)
    {
        Path = path;
        _kind = kind;
        _lock = fileLock;
        _created = created;
        _leftover = leftover;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    private string Partial => System.IO.Path.Combine(Path, PartialFolder);

    /// <summary>Checks and takes a folder for a run. What it holds of an earlier run stays until <see cref="Complete"/>.</summary>
    /// <param name="path">The folder; it is made if it does not exist.</param>
    /// <param name="force">Whether to use a folder that holds something that is not ours (and leave that there).</param>
    /// <exception cref="OutFolderException">It holds something that is not ours, it is a file, it cannot be written, or another run is writing to it.</exception>
    public static OutFolder Prepare(string path, bool force) => Prepare(path, force, OutFolderKind.Run);

    /// <summary>Checks and takes a folder for results of a kind. What it holds of earlier results of that kind stays until <see cref="Complete"/>.</summary>
    /// <param name="path">The folder; it is made if it does not exist.</param>
    /// <param name="force">Whether to use a folder that holds something that is not of that kind (and leave that there).</param>
    /// <param name="kind">The kind.</param>
    /// <exception cref="OutFolderException">It holds something that is not ours or of another kind, it is a file, it cannot be written, or another run is writing to it.</exception>
    public static OutFolder Prepare(string path, bool force, OutFolderKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(kind);
        string full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
        {
            throw new OutFolderException($"{path}: this is a file; the results need a folder.");
        }

        bool exists = Directory.Exists(full);
        try
        {
            if (exists && !force && !IsOurs(full, kind) && Directory.EnumerateFileSystemEntries(full).FirstOrDefault() is { } found)
            {
                throw new OutFolderException(
                    $"{path}: holds '{System.IO.Path.GetFileName(found)}' and no earlier run of ours; name another folder, or give --force to write beside it.");
            }

            bool leftover = Directory.Exists(System.IO.Path.Combine(full, PartialFolder));
            return new OutFolder(full, kind, Take(path, full, kind), !exists, leftover);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or (IOException and not OutFolderException))
        {
            throw new OutFolderException($"{path}: cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Writes a file of the run; it is seen in the folder after <see cref="Complete"/>.</summary>
    /// <param name="name">One of the names that a run of ours writes.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="ArgumentException">No run of ours writes a file of that name.</exception>
    public void Write(string name, byte[] content)
    {
        if (!_kind.Files.Contains(name, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{name}' is not among the files of a run: {string.Join(", ", _kind.Files)}.", nameof(name));
        }

        ArgumentNullException.ThrowIfNull(content);
        using FileStream stream = new(System.IO.Path.Combine(Partial, name), FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: name == SummaryFile);
    }

    /// <summary>Puts the run's files in place of an earlier run's, summary.json last.</summary>
    /// <exception cref="InvalidOperationException">summary.json was not written, or the folder was completed before.</exception>
    public void Complete()
    {
        string[] written = [.. _kind.Files.Where(name => File.Exists(System.IO.Path.Combine(Partial, name)))];
        if (_completed || !written.Contains(SummaryFile))
        {
            throw new InvalidOperationException($"{Path}: {(_completed ? "was completed before" : "has no summary.json to complete it with")}.");
        }

        // The kind's files begin with summary.json: it goes first and comes last.
        foreach (string name in _kind.Files)
        {
            File.Delete(System.IO.Path.Combine(Path, name));
        }

        foreach (string name in written.Reverse())
        {
            File.Move(System.IO.Path.Combine(Partial, name), System.IO.Path.Combine(Path, name));
        }

        _completed = true;
    }

    /// <summary>Puts what was written in place of files of the same names and leaves all others: for what is drawn again from results that stay.</summary>
    /// <exception cref="InvalidOperationException">The folder holds no results, or was completed before.</exception>
    public void Amend()
    {
        if (_completed || !File.Exists(System.IO.Path.Combine(Path, SummaryFile)))
        {
            throw new InvalidOperationException($"{Path}: {(_completed ? "was completed before" : "holds no results to amend")}.");
        }

        foreach (string name in _kind.Files.Where(name => File.Exists(System.IO.Path.Combine(Partial, name))))
        {
            File.Move(System.IO.Path.Combine(Partial, name), System.IO.Path.Combine(Path, name), overwrite: true);
        }

        _completed = true;
    }

    /// <summary>Gives the folder free; without <see cref="Complete"/> it is left as it was.</summary>
    public void Dispose()
    {
        if (_lock.SafeFileHandle.IsClosed)
        {
            return;
        }

        // A crash may have cut an earlier Complete short: then .partial stays, as the mark that the folder is ours.
        bool cutShort = _leftover && !_completed && !File.Exists(System.IO.Path.Combine(Path, SummaryFile));
        _lock.Dispose();
        if (!cutShort)
        {
            Directory.Delete(Partial, recursive: true);
        }

        if (_created && !_completed && !Directory.EnumerateFileSystemEntries(Path).Any())
        {
            Directory.Delete(Path);
        }
    }

    private static FileStream Take(string path, string full, OutFolderKind kind)
    {
        string partial = System.IO.Path.Combine(full, PartialFolder);
        Directory.CreateDirectory(partial);
        FileStream taken;
        try
        {
            taken = new FileStream(System.IO.Path.Combine(partial, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new OutFolderException($"{path}: another run is writing to it; wait for it or name another folder.", e);
        }

        foreach (string name in kind.Files)
        {
            File.Delete(System.IO.Path.Combine(partial, name));
        }

        return taken;
    }

    private static bool IsOurs(string full, OutFolderKind kind)
    {
        if (File.Exists(System.IO.Path.Combine(full, PartialFolder, LockFile)))
        {
            return true;
        }

        string summary = System.IO.Path.Combine(full, SummaryFile);
        if (!File.Exists(summary))
        {
            return false;
        }

        try
        {
            using FileStream stream = File.OpenRead(summary);
            using JsonDocument document = JsonDocument.Parse(stream);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schema", out JsonElement schema)
                && schema.ValueKind == JsonValueKind.String
                && schema.GetString()!.StartsWith(kind.SchemaFamily, StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
