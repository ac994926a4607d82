using System.Globalization;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Reads an arrivals file: one person a line, with the columns time, site, person, class and, if given, service times.</summary>
/// <remarks>The notation is described in docs/model.md. All errors are reported at once, each with line and column.</remarks>
public static class ArrivalReader
{
    /// <summary>Most errors that are listed; a wrong column gives one a line.</summary>
    public const int ErrorsListed = 100;

    private static readonly string[] Columns = ["time", "site", "person", "class", "registration", "swab", "changeover", "paper"];

    /// <summary>Reads the file's text.</summary>
    /// <param name="file">The file as the user named it, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <param name="scenario">The scenario: its start, its horizon and the number of its sites, if given.</param>
    /// <returns>The people, in the file's order.</returns>
    /// <exception cref="ScenarioFormatException">The file is wrong.</exception>
    public static ArrivalList Read(string file, string text, Scenario scenario)
    {
        ArrivalRows rows = new(file, scenario);
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        int[]? order = null;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.AsSpan().Trim().Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (order is null)
            {
                order = ReadHeader(rows, line, i + 1);
                if (rows.Errors.Count > 0)
                {
                    break;
                }
            }
            else
            {
                ReadRow(rows, line, i + 1, order);
            }
        }

        if (rows.Errors.Count == 0 && rows.Count == 0)
        {
            rows.Wrong(lines.Length, 1, "", order is null ? "an empty file" : "a header without people", $"a header such as {string.Join(',', Columns)}, then a line for each person");
        }

        return rows.Errors.Count == 0 ? rows.ToList() : throw new ScenarioFormatException(Listed(rows.Errors));
    }

    private static int[] ReadHeader(ArrivalRows rows, string line, int number)
    {
        List<(string Text, int Column)> fields = CsvLine.Split(line);
        int[] order = new int[fields.Count];
        for (int i = 0; i < fields.Count; i++)
        {
            order[i] = Array.IndexOf(Columns, fields[i].Text);
            if (order[i] < 0)
            {
                rows.Wrong(number, fields[i].Column, fields[i].Text, $"the column \"{fields[i].Text}\"", $"the columns {string.Join(", ", Columns)}");
            }
            else if (Array.IndexOf(order, order[i]) < i)
            {
                rows.Wrong(number, fields[i].Column, fields[i].Text, "the column twice", "each column once");
            }
        }

        foreach (int needed in Enumerable.Range(0, 2).Where(column => !order.Contains(column)))
        {
            rows.Wrong(number, 1, Columns[needed], "no such column", $"a header with at least time and site, such as {string.Join(',', Columns)}");
        }

        return order;
    }

    private static void ReadRow(ArrivalRows rows, string line, int number, int[] order)
    {
        List<(string Text, int Column)> fields = CsvLine.Split(line);
        if (fields.Count != order.Length)
        {
            rows.Wrong(number, 1, "", $"{fields.Count} fields", $"{order.Length}, as in the header");
            return;
        }

        ArrivalFields row = new(rows, number);
        for (int i = 0; i < fields.Count; i++)
        {
            row.Set(Columns[order[i]], fields[i].Text, fields[i].Column);
        }

        rows.Add(row);
    }

    /// <summary>The errors, or the first of them and how many more there are.</summary>
    internal static List<ScenarioError> Listed(List<ScenarioError> errors) => errors.Count <= ErrorsListed
        ? errors
        :
        [
            .. errors.Take(ErrorsListed),
            errors[ErrorsListed] with { Path = "", Found = string.Create(CultureInfo.InvariantCulture, $"{errors.Count - ErrorsListed} errors more from here on"), Allowed = "none", Suggestion = null },
        ];
}
