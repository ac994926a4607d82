using Twin.Experiments.Texts;

namespace Twin.Experiments.Sweeps;

/// <summary>The out folder of a sweep: its store from the first replication on, its tables when it is complete. Locked while it is used.</summary>
/// <remarks>Tables are written to <c>.partial</c> and moved in, summary.json taken away first and moved in last: it is there only when all is of one sweep.</remarks>
public sealed class SweepFolder : IDisposable
{
    /// <summary>The files of a sweep with a design for sensitivity.</summary>
    private static readonly string[] OfSensitivity = ["sensitivity.csv", "sensitivity.parquet", "sensitivity.png"];

    /// <summary>All tables and pictures and the summary, which comes last.</summary>
    private static readonly string[] Results = ["replications.csv", "replications.parquet", "points.csv", "points.parquet", .. OfSensitivity, Reports.ReportDrawing.PageFile, OutFolder.SummaryFile];

    private const string LockFile = ".sweep.lock";
    private const string PartialFolder = ".partial";

    private readonly FileStream _lock;
    private readonly bool _isForSensitivity;

    private SweepFolder(string path, FileStream fileLock, SweepStore store, bool isForSensitivity) =>
        (Path, _lock, Store, _isForSensitivity) = (path, fileLock, store, isForSensitivity);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Keeps the replications.</summary>
    public SweepStore Store { get; }

    /// <summary>Checks and takes a folder.</summary>
    /// <param name="path">The folder; it is made if it does not exist.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="use">Begin, go on, or begin anew.</param>
    /// <exception cref="OutFolderException">It holds something else, another sweep, or one that would be lost; it cannot be written; or it is in use.</exception>
    public static SweepFolder Prepare(string path, Sweep sweep, SweepFolderUse use)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
        {
            throw new OutFolderException($"{path}: this is a file; the results need a folder.");
        }

        bool created = !Directory.Exists(full);
        if (created && use == SweepFolderUse.Resume)
        {
            throw NothingToResume(path);
        }

        try
        {
            Directory.CreateDirectory(full);
            FileStream taken = Take(path, full);
            try
            {
                return new SweepFolder(full, taken, StoreIn(path, full, sweep, use), sweep.Sensitivity is not null);
            }
            catch
            {
                taken.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or (IOException and not OutFolderException))
        {
            throw new OutFolderException($"{path}: cannot be used: {e.Message}", e);
        }
    }

    /// <summary>Where a file of the results is written before <see cref="Complete"/>.</summary>
    /// <param name="name">Its name.</param>
    public string PartialOf(string name)
    {
        string partial = System.IO.Path.Combine(Path, PartialFolder);
        Directory.CreateDirectory(partial);
        return Results.Contains(name, StringComparer.Ordinal) ? System.IO.Path.Combine(partial, name) : throw new ArgumentException($"'{name}' is no file of a sweep.", nameof(name));
    }

    /// <summary>Puts the results in place, summary.json last.</summary>
    public void Complete()
    {
        File.Delete(System.IO.Path.Combine(Path, OutFolder.SummaryFile));
        foreach (string name in Results.Where(name => _isForSensitivity || !OfSensitivity.Contains(name, StringComparer.Ordinal)))
        {
            File.Move(PartialOf(name), System.IO.Path.Combine(Path, name), overwrite: true);
        }

        Directory.Delete(System.IO.Path.Combine(Path, PartialFolder), recursive: true);
    }

    /// <summary>Gives the folder free; the replications stay.</summary>
    public void Dispose()
    {
        Store.Dispose();
        _lock.Dispose();
    }

    private static SweepStore StoreIn(string path, string full, Sweep sweep, SweepFolderUse use)
    {
        string file = System.IO.Path.Combine(full, SweepStore.FileName);
        bool holdsSweep = File.Exists(file);
        if (use == SweepFolderUse.Resume)
        {
            return holdsSweep ? OpenSame(path, file, sweep) : throw NothingToResume(path);
        }

        if (use == SweepFolderUse.Begin && holdsSweep)
        {
            CheckEmpty(path, file, sweep);
        }
        else if (use == SweepFolderUse.Begin && Directory.EnumerateFileSystemEntries(full).FirstOrDefault(entry => System.IO.Path.GetFileName(entry) != LockFile) is { } found)
        {
            throw new OutFolderException($"{path}: holds '{System.IO.Path.GetFileName(found)}' and no sweep; name another folder, or give --force to write beside it.");
        }

        foreach (string name in (string[])[OutFolder.SummaryFile, .. Results, SweepStore.FileName, SweepStore.FileName + "-wal", SweepStore.FileName + "-shm"])
        {
            File.Delete(System.IO.Path.Combine(full, name));
        }

        return SweepStore.Create(file, sweep);
    }

    /// <summary>A store without replications, of a sweep that was interrupted before the first was done, holds nothing to lose.</summary>
    private static void CheckEmpty(string path, string file, Sweep sweep)
    {
        using SweepStore store = SweepStore.Open(file);
        if (store.Count > 0)
        {
            throw new OutFolderException(store.OtherThan(sweep) is { } other
                ? $"{path}: holds {other}; name another folder, or give --force to begin anew and lose what it holds."
                : $"{path}: holds {Counted.Of(store.Count, "replication")} of this sweep; --resume goes on from there, --force begins anew and loses what it holds.");
        }
    }

    private static SweepStore OpenSame(string path, string file, Sweep sweep)
    {
        SweepStore store = SweepStore.Open(file);
        if (store.OtherThan(sweep) is not { } other)
        {
            return store;
        }

        store.Dispose();
        throw new OutFolderException($"{path}: holds {other}; it is left as it is. Name another folder, or give --force without --resume to begin anew.");
    }

    private static OutFolderException NothingToResume(string path) =>
        new($"{path}: holds no sweep to go on with; --resume needs the folder of an interrupted one.");

    /// <summary>Keeps sweeps out of a folder for as long as it is held.</summary>
    /// <param name="path">The folder, which exists.</param>
    /// <exception cref="OutFolderException">A sweep is writing to it, or it cannot be written.</exception>
    internal static IDisposable Hold(string path)
    {
        try
        {
            return Take(path, System.IO.Path.GetFullPath(path));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new OutFolderException($"{path}: cannot be used: {e.Message}", e);
        }
    }

    private static FileStream Take(string path, string full)
    {
        try
        {
            return new FileStream(System.IO.Path.Combine(full, LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new OutFolderException($"{path}: another sweep is writing to it; wait for it or name another folder.", e);
        }
    }
}

/// <summary>What is done with an out folder.</summary>
public enum SweepFolderUse
{
    /// <summary>Begin; a folder that holds anything is refused.</summary>
    Begin,

    /// <summary>Go on with what it holds.</summary>
    Resume,

    /// <summary>Begin anew; an earlier sweep in it is lost.</summary>
    Force,
}
