using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Twin.Experiments.Sweeps.Output;

/// <summary>Writes a table row by row as CSV and as Parquet. The same rows give the same bytes.</summary>
/// <remarks>Parquet goes out in groups of rows, so that memory does not grow with their number; what columns mean is in its metadata.</remarks>
internal sealed class TableFiles : IAsyncDisposable
{
    /// <summary>Rows in a group.</summary>
    private const int GroupRows = 20_000;

    private readonly IReadOnlyList<TableColumn> _columns;
    private readonly DataField[] _fields;
    private readonly List<object?>[] _group;
    private readonly FileStream _parquetFile;
    private readonly ParquetWriter _parquet;
    private readonly StreamWriter _csv;

    private TableFiles(IReadOnlyList<TableColumn> columns, DataField[] fields, FileStream parquetFile, ParquetWriter parquet, StreamWriter csv)
    {
        (_columns, _fields, _parquetFile, _parquet, _csv) = (columns, fields, parquetFile, parquet, csv);
        _group = [.. columns.Select(_ => new List<object?>())];
    }

    /// <summary>Begins both files.</summary>
    /// <param name="csv">Path of the CSV file.</param>
    /// <param name="parquet">Path of the Parquet file.</param>
    /// <param name="columns">The columns.</param>
    public static async Task<TableFiles> CreateAsync(string csv, string parquet, IReadOnlyList<TableColumn> columns)
    {
        DataField[] fields = [.. columns.Select(column => new DataField(column.Name, TypeOf(column.Type), isNullable: true))];
        StreamWriter text = new(csv, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        FileStream file = new(parquet, FileMode.Create, FileAccess.Write, FileShare.None);
        ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema([.. fields.Cast<Field>()]), file);
        writer.CustomMetadata = columns.ToDictionary(column => $"column.{column.Name}", column => column.Text, StringComparer.Ordinal);
        await text.WriteLineAsync(string.Join(',', columns.Select(column => column.Name)));
        return new TableFiles(columns, fields, file, writer, text);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A value each: long, ulong, double or string as the column's type says; null for what is not known.</param>
    public async Task AddAsync(IReadOnlyList<object?> cells)
    {
        await _csv.WriteLineAsync(string.Join(',', cells.Select(Cell)));
        for (int i = 0; i < _group.Length; i++)
        {
            _group[i].Add(cells[i]);
        }

        if (_group[0].Count >= GroupRows)
        {
            await FlushAsync();
        }
    }

    /// <summary>Writes what is left and closes both files.</summary>
    public async ValueTask DisposeAsync()
    {
        await FlushAsync();
        await _parquet.DisposeAsync();
        await _parquetFile.DisposeAsync();
        await _csv.DisposeAsync();
    }

    private async Task FlushAsync()
    {
        if (_group[0].Count == 0)
        {
            return;
        }

        using ParquetRowGroupWriter group = _parquet.CreateRowGroup();
        for (int i = 0; i < _fields.Length; i++)
        {
            await WriteAsync(group, _fields[i], _columns[i].Type, _group[i]);
            _group[i].Clear();
        }

        group.CompleteValidate();
    }

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, ColumnType type, List<object?> values) => type switch
    {
        ColumnType.Whole => group.WriteAsync<long>(field, Values<long>(values)),
        ColumnType.Seed => group.WriteAsync<ulong>(field, Values<ulong>(values)),
        ColumnType.Number => group.WriteAsync<double>(field, Values<double>(values)),
        _ => group.WriteAsync(field, [.. values.Select(value => (string?)value)!]),
    };

    private static ReadOnlyMemory<T?> Values<T>(List<object?> values)
        where T : struct => values.Select(value => (T?)value).ToArray();

    private static Type TypeOf(ColumnType type) => type switch
    {
        ColumnType.Whole => typeof(long),
        ColumnType.Seed => typeof(ulong),
        ColumnType.Number => typeof(double),
        _ => typeof(string),
    };

    private static string Cell(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(value.ToString()!),
    };

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
