using System.Globalization;
using System.Text;

namespace Twin.Experiments.Tables;

/// <summary>A table as comma-separated values: UTF-8 with byte order mark, one header line with units, invariant numbers, empty for what is not known.</summary>
internal sealed class CsvTable
{
    private readonly StringBuilder _text = new();
    private readonly int _columns;

    /// <summary>Begins with the header.</summary>
    public CsvTable(params string[] header)
    {
        _columns = header.Length;
        Add([.. header]);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="cells">Strings, integers, doubles (3 decimals at most), booleans (0 or 1), or null for an empty cell.</param>
    /// <exception cref="ArgumentException">There are not as many cells as header cells.</exception>
    public void Add(params object?[] cells)
    {
        if (cells.Length != _columns)
        {
            throw new ArgumentException($"A row has {cells.Length} cells; the header has {_columns}.", nameof(cells));
        }

        for (int i = 0; i < cells.Length; i++)
        {
            _text.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        }

        _text.Append('\n');
    }

    /// <summary>The file's bytes.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(_text.ToString())];

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "1" : "0",
        double number => number.ToString("0.###", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(value.ToString()!),
    };

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
