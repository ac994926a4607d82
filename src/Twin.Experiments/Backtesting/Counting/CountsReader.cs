using System.Globalization;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Backtesting.Counting;

/// <summary>Reads a counts file: one site and interval a line, with the columns site, from, tested and, if known, to and waiting.</summary>
/// <remarks>The notation is described in docs/backtest.md. All errors are reported at once, each with line and column. Columns of persons are refused.</remarks>
public static class CountsReader
{
    /// <summary>The columns; to and waiting may be left out.</summary>
    public static readonly IReadOnlyList<string> Columns = ["site", "from", "to", "tested", "waiting"];

    private static readonly string[] Needed = ["site", "from", "tested"];

    private const int ErrorsListed = 100;
    private const string Example = "site,from,to,tested,waiting or site,from,tested";

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">The file as the user named it, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <param name="scenario">The scenario: its start and its horizon.</param>
    /// <param name="sites">Number of its sites.</param>
    /// <exception cref="ScenarioFormatException">The file is wrong.</exception>
    public static SiteCounts Read(string file, string text, Scenario scenario, int sites)
    {
        ArgumentNullException.ThrowIfNull(text);
        CountRows rows = new(file, scenario, sites);
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        string[]? header = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.AsSpan().Trim().Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (header is null)
            {
                header = Header(rows, Fields(line), i + 1);
                if (rows.Errors.Count > 0)
                {
                    break;
                }
            }
            else
            {
                Row(rows, Fields(line), i + 1, header);
            }
        }

        if (rows.Errors.Count == 0 && rows.Count == 0)
        {
            rows.Wrong(lines.Length, 1, "", header is null ? "an empty file" : "a header without rows", $"a header such as {Example}, then a line for each site and interval");
        }

        SiteCounts? counts = rows.Errors.Count == 0 ? rows.Complete(header!.Contains("to", StringComparer.Ordinal), header!.Contains("waiting", StringComparer.Ordinal)) : null;
        return counts is not null && rows.Errors.Count == 0 ? counts : throw new ScenarioFormatException(Listed(rows.Errors));
    }

    private static string[] Header(CountRows rows, List<(string Text, int Column)> fields, int number)
    {
        string[] header = [.. fields.Select(field => field.Text)];
        for (int i = 0; i < header.Length; i++)
        {
            if (!Columns.Contains(header[i], StringComparer.Ordinal))
            {
                rows.Wrong(number, fields[i].Column, header[i], $"the column \"{header[i]}\"", PersonColumns.Tells(header[i]) ? PersonColumns.Allowed : $"the columns {string.Join(", ", Columns)}");
            }
            else if (Array.IndexOf(header, header[i]) < i)
            {
                rows.Wrong(number, fields[i].Column, header[i], "the column twice", "each column once");
            }
        }

        foreach (string needed in Needed.Where(column => !header.Contains(column, StringComparer.Ordinal)))
        {
            rows.Wrong(number, 1, needed, "no such column", $"a header such as {Example}");
        }

        return header;
    }

    private static void Row(CountRows rows, List<(string Text, int Column)> fields, int number, string[] header)
    {
        if (fields.Count != header.Length)
        {
            rows.Wrong(number, 1, "", string.Create(CultureInfo.InvariantCulture, $"{fields.Count} fields"), string.Create(CultureInfo.InvariantCulture, $"{header.Length}, as in the header"));
            return;
        }

        (string Text, int Column) Field(string name) => Array.IndexOf(header, name) is var i and >= 0 ? fields[i] : ("", 1);
        rows.Add(number, Field);
    }

    /// <summary>Fields of a line, each with its column; no field of such a file holds a comma, so quotes around one are only taken off.</summary>
    private static List<(string Text, int Column)> Fields(string line)
    {
        List<(string, int)> fields = [];
        int column = 1;
        foreach (string part in line.Split(','))
        {
            string text = part.Trim();
            fields.Add((text.Length > 1 && text[0] == '"' && text[^1] == '"' ? text[1..^1].Trim() : text, column + part.Length - part.TrimStart().Length));
            column += part.Length + 1;
        }

        return fields;
    }

    private static List<ScenarioError> Listed(List<ScenarioError> errors) => errors.Count <= ErrorsListed
        ? errors
        :
        [
            .. errors.Take(ErrorsListed),
            errors[ErrorsListed] with { Path = "", Found = string.Create(CultureInfo.InvariantCulture, $"{errors.Count - ErrorsListed} errors more from here on"), Allowed = "none" },
        ];
}
