using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Twin.Experiments.Sweeps.Files;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sweeps;

/// <summary>Keeps every finished replication of a sweep at once, in a SQLite file. Used by one thread at a time.</summary>
/// <remarks>
/// Write-ahead log with full synchronisation: what <see cref="Append"/> returned from is there after a crash or a power cut. The table
/// <c>replications</c> has one row each, the table <c>meta</c> says of which sweep.
/// </remarks>
public sealed class SweepStore : IDisposable
{
    /// <summary>Name of the file in an out folder.</summary>
    public const string FileName = "sweep.db";

    /// <summary>Key of the report's language in the table <c>meta</c>.</summary>
    internal const string LanguageKey = "language";

    private const string Schema = "twin-sweep-store/2";

    /// <summary>Before the bound of a censored value, which is kept as text.</summary>
    private const string Beyond = ">";
    private const string SourceKey = "source:";

    private static readonly string[] Fixed = ["point", "replication", "seed", "digest", "results_digest", "events", "seconds"];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    private SweepStore(SqliteConnection connection)
    {
        _connection = connection;
        _insert = connection.CreateCommand();
        string[] columns = [.. Fixed, .. MassTestMeasures.All.Select(measure => measure.Key)];
        string names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        _insert.CommandText = $"INSERT INTO replications ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        for (int i = 0; i < columns.Length; i++)
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = $"$p{i}" });
        }
    }

    /// <summary>A store in memory, for programs that keep nothing.</summary>
    /// <param name="sweep">The sweep.</param>
    public static SweepStore InMemory(Sweep sweep) => Create(":memory:", sweep);

    /// <summary>Makes a new store.</summary>
    /// <param name="path">Its file, which does not exist.</param>
    /// <param name="sweep">The sweep.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static SweepStore Create(string path, Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        SqliteConnection connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        IEnumerable<string> measures = MassTestMeasures.All.Select(measure => $"\"{measure.Key}\" ANY");
        Execute(connection, $"""
            BEGIN;
            CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
            CREATE TABLE replications (
                point INTEGER NOT NULL, replication INTEGER NOT NULL, seed TEXT NOT NULL, digest TEXT NOT NULL, results_digest TEXT NOT NULL,
                events INTEGER NOT NULL, seconds REAL NOT NULL, {string.Join(", ", measures)},
                PRIMARY KEY (point, replication)) STRICT, WITHOUT ROWID;
            """);
        foreach ((string key, string value) in MetaOf(sweep))
        {
            using SqliteCommand insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO meta VALUES ($key, $value)";
            insert.Parameters.AddWithValue("$key", key);
            insert.Parameters.AddWithValue("$value", value);
            insert.ExecuteNonQuery();
        }

        Execute(connection, "COMMIT");
        return new SweepStore(connection);
    }

    /// <summary>Opens the store of an earlier run.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="IOException">It cannot be read, or is no store of ours.</exception>
    public static SweepStore Open(string path)
    {
        SqliteConnection connection = Open(path, SqliteOpenMode.ReadWrite);
        try
        {
            using SqliteCommand query = connection.CreateCommand();
            query.CommandText = "SELECT value FROM meta WHERE key = 'schema'";
            return query.ExecuteScalar() as string == Schema
                ? new SweepStore(connection)
                : throw new IOException($"{path}: is not the store of a sweep of this version ({Schema})");
        }
        catch (Exception failure)
        {
            connection.Dispose();
            throw failure is SqliteException ? new IOException($"{path}: is not the store of a sweep ({failure.Message})", failure) : failure;
        }
    }

    /// <summary>How many replications are kept.</summary>
    public int Count
    {
        get
        {
            using SqliteCommand query = _connection.CreateCommand();
            query.CommandText = "SELECT count(*) FROM replications";
            return Convert.ToInt32(query.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What keeps this store from being gone on with, in words; null if it is of the same sweep and software.</summary>
    /// <param name="sweep">The sweep.</param>
    public string? OtherThan(Sweep sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        Dictionary<string, string> kept = Meta();
        Dictionary<string, string> asked = MetaOf(sweep).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        return kept.GetValueOrDefault("identity") != asked["identity"] ? $"another sweep ({kept.GetValueOrDefault("name")}, identity {kept.GetValueOrDefault("identity")})"
            : kept.GetValueOrDefault("software") != asked["software"] ? $"replications of other software ({kept.GetValueOrDefault("software")}; this is {asked["software"]})"
            : null;
    }

    /// <summary>Keeps a replication; it is on disk when this returns.</summary>
    /// <param name="row">The replication.</param>
    public void Append(SweepRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        object?[] values =
        [
            row.Task.Point, row.Task.Replication, row.Seed.ToString(CultureInfo.InvariantCulture), row.Digest, row.ResultsDigest, row.Events, row.Seconds,
            .. row.Measures.Select(Cell),
        ];
        for (int i = 0; i < values.Length; i++)
        {
            _insert.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        _insert.ExecuteNonQuery();
    }

    /// <summary>All replications, by point and number, one at a time from the file.</summary>
    public IEnumerable<SweepRow> Rows()
    {
        using SqliteCommand query = _connection.CreateCommand();
        query.CommandText = $"SELECT {string.Join(", ", Fixed)}, {string.Join(", ", MassTestMeasures.All.Select(measure => $"\"{measure.Key}\""))} FROM replications ORDER BY point, replication";
        using SqliteDataReader reader = query.ExecuteReader();
        while (reader.Read())
        {
            MeasureValue[] measures = new MeasureValue[MassTestMeasures.All.Count];
            for (int i = 0; i < measures.Length; i++)
            {
                measures[i] = Value(reader.GetValue(Fixed.Length + i));
            }

            yield return new SweepRow(
                new SweepTask(reader.GetInt32(0), reader.GetInt32(1)), ulong.Parse(reader.GetString(2), CultureInfo.InvariantCulture),
                reader.GetString(3), reader.GetString(4), reader.GetInt64(5), measures, reader.GetDouble(6));
        }
    }

    /// <summary>A number, nothing, or the bound of a censored value after a sign.</summary>
    private static object? Cell(MeasureValue value) =>
        value.After is { } bound ? Beyond + bound.ToString("R", CultureInfo.InvariantCulture) : value.Number;

    private static MeasureValue Value(object cell) => cell switch
    {
        DBNull => MeasureValue.Undefined,
        double number => number,
        long number => (double)number,
        string text when text.StartsWith(Beyond, StringComparison.Ordinal) => MeasureValue.Beyond(double.Parse(text.AsSpan(Beyond.Length), CultureInfo.InvariantCulture)),
        _ => throw new IOException($"it holds {cell}; allowed: a number, nothing, or {Beyond} and a number"),
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }

    /// <summary>The software that ran the replications, as it was kept.</summary>
    internal string Software => Kept("software") ?? throw new IOException("it does not say which software it is of");

    /// <summary>A value of the table <c>meta</c>; null without.</summary>
    /// <param name="key">Its key.</param>
    internal string? Kept(string key) => Meta().GetValueOrDefault(key);

    /// <summary>Keeps a value in the table <c>meta</c>.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value.</param>
    internal void Keep(string key, string value)
    {
        using SqliteCommand keep = _connection.CreateCommand();
        keep.CommandText = "INSERT INTO meta VALUES ($key, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        keep.Parameters.AddWithValue("$key", key);
        keep.Parameters.AddWithValue("$value", value);
        keep.ExecuteNonQuery();
    }

    /// <summary>The sweep again, from the texts of its files as they were read.</summary>
    /// <exception cref="IOException">They are not kept, or do not give the sweep whose replications these are.</exception>
    internal Sweep Restore()
    {
        Dictionary<string, string> meta = Meta();
        if (!meta.TryGetValue("path", out string? path))
        {
            throw new IOException("it was made by a version that did not keep the experiment's text");
        }

        SweepChanges changes = JsonSerializer.Deserialize<SweepChanges>(meta["changes"]) ?? new SweepChanges();
        Sweep sweep = SweepReader.Read(
            path, name => meta.GetValueOrDefault(SourceKey + name) ?? throw new FileNotFoundException($"the text of {name} was not kept"), changes);
        return sweep.Identity == meta["identity"] ? sweep : throw new IOException($"the experiment that it keeps has the identity {sweep.Identity}, its replications {meta["identity"]}");
    }

    private Dictionary<string, string> Meta()
    {
        using SqliteCommand query = _connection.CreateCommand();
        query.CommandText = "SELECT key, value FROM meta";
        using SqliteDataReader reader = query.ExecuteReader();
        Dictionary<string, string> meta = new(StringComparer.Ordinal);
        while (reader.Read())
        {
            meta[reader.GetString(0)] = reader.GetString(1);
        }

        return meta;
    }

    private static IEnumerable<(string Key, string Value)> MetaOf(Sweep sweep) =>
    [
        ("schema", Schema),
        ("name", sweep.File.Name),
        ("identity", sweep.Identity),
        ("software", $"{Experiments.Software.This.Name} {Experiments.Software.This.Version}{(Experiments.Software.This.Commit is { } commit ? $" {commit}" : "")}"),
        ("path", sweep.Path),
        ("changes", JsonSerializer.Serialize(sweep.Changes)),
        .. sweep.Sources.OrderBy(source => source.Key, StringComparer.Ordinal).Select(source => (SourceKey + source.Key, source.Value)),
    ];

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            throw new IOException($"{path}: cannot be used ({failure.Message})", failure);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
