using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Scenarios.Notation;
using Twin.Model.Testing;

namespace Twin.Model.Queueing;

/// <summary>Reads the CSV files of a queueing network: arrival times, with kinds or without, and rates by interval. All errors at once, each with line and column.</summary>
public static class QueueCsv
{
    private const string TimeAllowed =
        "seconds since the scenario's start (3600.25), a duration (1h30min), a clock time (07:00:12.250, with or without offset) or a timestamp with offset, to the ms, at or after the start";

    /// <summary>Reads arrival times: the columns time and, with kinds, kind.</summary>
    /// <param name="file">The file as the user named it, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <param name="start">The scenario's start.</param>
    /// <param name="kinds">Names of the kinds; empty for a file without kinds.</param>
    /// <exception cref="ScenarioFormatException">The file is wrong.</exception>
    public static IReadOnlyList<(Duration Time, int Kind)> Times(string file, string text, DateTimeOffset start, IReadOnlyList<string> kinds)
    {
        List<(Duration Time, int Kind)> rows = [];
        Read(file, text, kinds.Count > 0 ? ["time", "kind"] : ["time"], (fields, wrong) =>
        {
            long time = Time(fields[0], start, wrong, 0);
            int kind = kinds.Count == 0 ? 0 : kinds.ToList().IndexOf(fields[1]);
            if (kind < 0)
            {
                wrong(1, $"one of the kinds {string.Join(", ", kinds)}");
            }

            rows.Add((new Duration(time), kind));
        });
        return rows;
    }

    /// <summary>Reads rates by interval: the columns from, to and perHour.</summary>
    /// <param name="file">The file as the user named it, for errors.</param>
    /// <param name="text">Its text.</param>
    /// <param name="start">The scenario's start.</param>
    /// <exception cref="ScenarioFormatException">The file is wrong.</exception>
    public static IReadOnlyList<RateInterval> Rates(string file, string text, DateTimeOffset start)
    {
        List<RateInterval> rows = [];
        Read(file, text, ["from", "to", "perHour"], (fields, wrong) =>
        {
            (long from, long to) = (Time(fields[0], start, wrong, 0), Time(fields[1], start, wrong, 1));
            if (from >= 0 && rows.Count > 0 && from < rows[^1].To.Milliseconds)
            {
                wrong(0, $"at least {rows[^1].To.Milliseconds / 1000.0} s: intervals in order, without overlap");
            }

            if (from >= 0 && to >= 0 && to <= from)
            {
                wrong(1, "more than from");
            }

            if (!double.TryParse(fields[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double rate) || !(rate is >= 0 and <= 100_000_000))
            {
                wrong(2, "a number from 0 to 100000000");
            }

            rows.Add(new RateInterval { From = new Duration(from), To = new Duration(to), PerHour = rate });
        });
        return rows;
    }

    private static long Time(string text, DateTimeOffset start, Action<int, string> wrong, int field)
    {
        long time = CsvTime.Read(text, start);
        if (time < 0)
        {
            wrong(field, TimeAllowed);
        }

        return time;
    }

    private static void Read(string file, string text, string[] columns, Action<string[], Action<int, string>> row)
    {
        List<ScenarioError> errors = [];
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        int[]? order = null;
        int rows = 0;
        for (int i = 0; i < lines.Length && (order is not null || errors.Count == 0); i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.AsSpan().Trim().Length == 0 || line[0] == '#')
            {
                continue;
            }

            List<(string Text, int Column)> fields = CsvLine.Split(line);
            void Wrong(int column, string path, string found, string allowed) => errors.Add(new ScenarioError(file, i + 1, column, path, found, allowed, null));
            if (order is null)
            {
                order = [.. columns.Select(column => fields.FindIndex(field => field.Text == column))];
                if (fields.Count != columns.Length || order.Contains(-1))
                {
                    Wrong(1, "line", $"the columns {string.Join(",", fields.Select(field => field.Text))}", $"a header with {string.Join(",", columns)}");
                }
            }
            else if (fields.Count != columns.Length)
            {
                Wrong(1, "line", $"{fields.Count} fields", $"{columns.Length}, as in the header");
            }
            else
            {
                int[] at = order;
                rows++;
                row([.. at.Select(place => fields[place].Text)], (field, allowed) =>
                    Wrong(fields[at[field]].Column, columns[field], fields[at[field]].Text.Length == 0 ? "nothing" : $"\"{fields[at[field]].Text}\"", allowed));
            }
        }

        if (errors.Count == 0 && rows == 0)
        {
            errors.Add(new ScenarioError(file, lines.Length, 1, "line", order is null ? "an empty file" : "a header without lines", $"a header with {string.Join(",", columns)}, then lines", null));
        }

        if (errors.Count > 0)
        {
            throw new ScenarioFormatException(ArrivalReader.Listed(errors));
        }
    }
}
