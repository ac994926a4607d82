using System.Globalization;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Reads a roster: one group of people a line, with the columns site, samplers, desks and, for shifts, from and to.</summary>
/// <remarks>The notation is described in docs/model.md. All errors are reported at once, each with line and column.</remarks>
public static class RosterReader
{
    /// <summary>The columns; from and to may be left out.</summary>
    public static readonly IReadOnlyList<string> Columns = ["site", "samplers", "desks", "from", "to"];

    private const string Example = "site,samplers,desks or site,from,to,samplers,desks";

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">The file as the user named it, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <param name="scenario">The scenario: its start, its horizon and its window.</param>
    /// <exception cref="ScenarioFormatException">The file is wrong.</exception>
    public static StaffRoster Read(string file, string text, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scenario);
        RosterRows rows = new(file, scenario);
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
                header = ReadHeader(rows, line, i + 1);
                if (rows.Errors.Count > 0)
                {
                    break;
                }
            }
            else
            {
                ReadRow(rows, line, i + 1, header);
            }
        }

        if (rows.Errors.Count == 0 && rows.Rows.Count == 0)
        {
            rows.Wrong(lines.Length, 1, "", header is null ? "an empty file" : "a header without rows", $"a header such as {Example}, then a line for each site");
        }

        return rows.Errors.Count == 0
            ? new StaffRoster { File = file, Rows = rows.Rows }
            : throw new ScenarioFormatException(Listed(rows.Errors));
    }

    private static string[] ReadHeader(RosterRows rows, string line, int number)
    {
        List<(string Text, int Column)> fields = CsvLine.Split(line);
        string[] header = [.. fields.Select(field => field.Text)];
        for (int i = 0; i < header.Length; i++)
        {
            if (!Columns.Contains(header[i], StringComparer.Ordinal))
            {
                rows.Wrong(number, fields[i].Column, header[i], $"the column \"{header[i]}\"", $"the columns {string.Join(", ", Columns)}");
            }
            else if (Array.IndexOf(header, header[i]) < i)
            {
                rows.Wrong(number, fields[i].Column, header[i], "the column twice", "each column once");
            }
        }

        foreach (string needed in Columns.Take(3).Where(column => !header.Contains(column, StringComparer.Ordinal)))
        {
            rows.Wrong(number, 1, needed, "no such column", $"a header such as {Example}");
        }

        return header;
    }

    private static void ReadRow(RosterRows rows, string line, int number, string[] header)
    {
        List<(string Text, int Column)> fields = CsvLine.Split(line);
        if (fields.Count != header.Length)
        {
            rows.Wrong(number, 1, "", string.Create(CultureInfo.InvariantCulture, $"{fields.Count} fields"), string.Create(CultureInfo.InvariantCulture, $"{header.Length}, as in the header"));
            return;
        }

        (string Text, int Column) Field(string name) => Array.IndexOf(header, name) is var i and >= 0 ? fields[i] : ("", 1);
        rows.Add(number, Field);
    }

    private static List<ScenarioError> Listed(List<ScenarioError> errors) => errors.Count <= ArrivalReader.ErrorsListed
        ? errors
        :
        [
            .. errors.Take(ArrivalReader.ErrorsListed),
            errors[ArrivalReader.ErrorsListed] with { Path = "", Found = string.Create(CultureInfo.InvariantCulture, $"{errors.Count - ArrivalReader.ErrorsListed} errors more from here on"), Allowed = "none" },
        ];
}
