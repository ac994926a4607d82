using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Backtesting.Counting;

/// <summary>The rows of a counts file as they are read, and what is wrong.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="sites">Number of its sites.</param>
internal sealed class CountRows(string file, Scenario scenario, int sites)
{
    private const int MostPeople = 1_000_000;
    private const int Minute = 60_000;

    private static readonly string[] ClockFormats = ["HH':'mm", "HH':'mm':'ss", "H':'mm"];
    private static readonly string[] TimestampFormats = ["yyyy'-'MM'-'dd'T'HH':'mmzzz", "yyyy'-'MM'-'dd'T'HH':'mm':'sszzz", "yyyy'-'MM'-'dd HH':'mmzzz", "yyyy'-'MM'-'dd HH':'mm':'sszzz"];

    private readonly List<(CountCell Cell, int Line, int Column)> _rows = [];

    /// <summary>What is wrong, in the order of lines.</summary>
    public List<ScenarioError> Errors { get; } = [];

    /// <summary>Rows read.</summary>
    public int Count => _rows.Count;

    /// <summary>Notes an error.</summary>
    public void Wrong(int line, int column, string path, string found, string allowed) =>
        Errors.Add(new ScenarioError(file, line, column, path.Length == 0 ? "line" : path, found, allowed, null));

    /// <summary>Adds a row.</summary>
    /// <param name="line">Line, from 1.</param>
    /// <param name="field">Gives a column's field, empty if there is none.</param>
    public void Add(int line, Func<string, (string Text, int Column)> field)
    {
        int site = Site(line, field("site"));
        int from = Time(line, "from", field("from"));
        (string Text, int Column) end = field("to");
        int to = end.Text.Length == 0 ? from + 1 : Time(line, "to", end);
        int before = Errors.Count;
        int tested = People(line, "tested", field("tested"), mayBeLeftOut: false);
        int waiting = People(line, "waiting", field("waiting"), mayBeLeftOut: true);
        if (Errors.Count == before && from >= 0 && to >= 0)
        {
            Check(to > from, line, "to", end, "a time after from");
        }

        _rows.Add((new CountCell(site, from, to, tested, waiting), line, field("from").Column));
    }

    /// <summary>The counts, when no row is wrong in itself; notes intervals that overlap or whose length is not known.</summary>
    /// <param name="hasEnds">Whether the file has the column to.</param>
    /// <param name="hasWaiting">Whether it has the column waiting.</param>
    public SiteCounts? Complete(bool hasEnds, bool hasWaiting)
    {
        List<(CountCell Cell, int Line, int Column)> sorted = [.. _rows.OrderBy(row => row.Cell.Site).ThenBy(row => row.Cell.From).ThenBy(row => row.Line)];
        int length = hasEnds ? 0 : sorted.Zip(sorted.Skip(1)).Where(pair => pair.First.Cell.Site == pair.Second.Cell.Site && pair.Second.Cell.From > pair.First.Cell.From)
            .Select(pair => pair.Second.Cell.From - pair.First.Cell.From).DefaultIfEmpty(0).Min();
        if (!hasEnds && length == 0)
        {
            Wrong(1, 1, "to", "no such column, and no site with two intervals, which would tell their length", "the column to, or a second interval of a site");
            return null;
        }

        List<CountCell> cells = [.. sorted.Select(row => hasEnds ? row.Cell : row.Cell with { To = row.Cell.From + length })];
        for (int i = 1; i < cells.Count; i++)
        {
            if (cells[i].Site == cells[i - 1].Site && cells[i].From < cells[i - 1].To)
            {
                Wrong(sorted[i].Line, sorted[i].Column, "from", $"an interval of {SiteLayout.CodeOf(cells[i].Site)} that overlaps with that in line {sorted[i - 1].Line.ToString(CultureInfo.InvariantCulture)}", "intervals of a site that follow each other");
            }
        }

        return new SiteCounts(file, cells, hasWaiting);
    }

    private int Site(int line, (string Text, int Column) field)
    {
        bool read = field.Text.StartsWith("S-", StringComparison.Ordinal)
            & int.TryParse(field.Text.AsSpan(Math.Min(2, field.Text.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        Check(read && number >= 1 && number <= sites && SiteLayout.CodeOf(number - 1) == field.Text, line, "site", field,
            $"a site of the plan's scenario, S-001 to {SiteLayout.CodeOf(sites - 1)}");
        return number - 1;
    }

    private int People(int line, string name, (string Text, int Column) field, bool mayBeLeftOut)
    {
        if (mayBeLeftOut && field is ("", 1))
        {
            return 0;
        }

        bool right = int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= MostPeople;
        Check(right, line, name, field, $"a whole number from 0 to {MostPeople}");
        return count;
    }

    private int Time(int line, string name, (string Text, int Column) field)
    {
        long since = -1;
        if (TimeOnly.TryParseExact(field.Text, ClockFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly clock))
        {
            since = (long)(clock.ToTimeSpan() - scenario.Start.TimeOfDay).TotalMilliseconds;
            since = since < 0 ? since + (24 * 60 * Minute) : since;
        }
        else if (DateTimeOffset.TryParseExact(field.Text, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at))
        {
            since = (long)(at - scenario.Start).TotalMilliseconds;
        }

        bool right = since >= 0 && since <= scenario.Horizon.Milliseconds && since % Minute == 0;
        Check(right, line, name, field, $"a clock time such as 07:30 on a whole minute, or a timestamp with offset from {new ScenarioClock(scenario.Start).Iso(0)} on, within the run's horizon");
        return right ? (int)(since / Minute) : -1;
    }

    private void Check(bool right, int line, string name, (string Text, int Column) field, string allowed)
    {
        if (!right)
        {
            Wrong(line, field.Column, name, field.Text.Length == 0 ? "nothing" : $"\"{field.Text}\"", allowed);
        }
    }
}
