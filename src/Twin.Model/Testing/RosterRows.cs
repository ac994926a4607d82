using System.Globalization;
using Twin.Model.Scenarios;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Testing;

/// <summary>The rows of a roster as they are read, and what is wrong.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="scenario">The scenario.</param>
internal sealed class RosterRows(string file, Scenario scenario)
{
    /// <summary>Most people of a role in a row.</summary>
    public const int PeopleMaximum = 10_000;

    private readonly Dictionary<(int Site, long? From, long? To), int> _lineOf = [];

    /// <summary>What is wrong, in the order of lines.</summary>
    public List<ScenarioError> Errors { get; } = [];

    /// <summary>The rows read.</summary>
    public List<RosterRow> Rows { get; } = [];

    /// <summary>Notes an error.</summary>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="path">Name of the column; empty for the line.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    public void Wrong(int line, int column, string path, string found, string allowed) =>
        Errors.Add(new ScenarioError(file, line, column, path.Length == 0 ? "line" : path, found, allowed, null));

    /// <summary>Adds a row.</summary>
    /// <param name="line">Line, from 1.</param>
    /// <param name="field">Gives a column's field, empty if there is none.</param>
    public void Add(int line, Func<string, (string Text, int Column)> field)
    {
        int before = Errors.Count;
        int site = Site(line, field("site"));
        int samplers = People(line, "samplers", field("samplers"));
        int desks = People(line, "desks", field("desks"));
        long? from = Time(line, "from", field("from"));
        long? to = Time(line, "to", field("to"));
        (long open, long close) = (scenario.Testing.Window.Open.SinceStart, scenario.Testing.Window.Close.SinceStart);
        if (Errors.Count == before)
        {
            Check(from is null || from < close, line, "from", field("from"), $"a time before closing ({At(close)})");
            Check(to is null || to > open, line, "to", field("to"), $"a time after opening ({At(open)})");
            Check(from is null || to is null || to > from, line, "to", field("to"), "a time after from");
        }

        if (Errors.Count == before && !_lineOf.TryAdd((site, from, to), line))
        {
            Wrong(line, field("site").Column, "site", $"{SiteLayout.CodeOf(site)} again with the same times, as in line {_lineOf[(site, from, to)].ToString(CultureInfo.InvariantCulture)}",
                "each site once, or once for each shift");
        }

        Rows.Add(new RosterRow(site, from, to, samplers, desks, line));
    }

    private int Site(int line, (string Text, int Column) field)
    {
        bool read = field.Text.StartsWith("S-", StringComparison.Ordinal)
            & int.TryParse(field.Text.AsSpan(Math.Min(2, field.Text.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        bool right = read && number is >= 1 and <= ArrivalRows.SitesMaximum && SiteLayout.CodeOf(number - 1) == field.Text;
        Check(right, line, "site", field, "a site's code such as S-017");
        return number - 1;
    }

    private int People(int line, string name, (string Text, int Column) field)
    {
        bool right = int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= PeopleMaximum;
        Check(right, line, name, field, $"a whole number from 0 to {PeopleMaximum}");
        return count;
    }

    private long? Time(int line, string name, (string Text, int Column) field)
    {
        if (field.Text.Length == 0)
        {
            return null;
        }

        string offset = scenario.Start.ToString("zzz", CultureInfo.InvariantCulture);
        bool read = MomentText.TryParseClock(field.Text, scenario.Start, out DateTimeOffset at)
            || MomentText.TryParseClock(field.Text + offset, scenario.Start, out at) || MomentText.TryParseTimestamp(field.Text, out at);
        long moment = read ? (long)(at - scenario.Start).TotalMilliseconds : -1;
        Check(moment >= 0 && moment < scenario.Horizon.Milliseconds, line, name, field,
            $"a clock time (07:00, with or without offset) or a timestamp with offset, before the run's end ({At(scenario.Horizon.Milliseconds)}), or nothing");
        return moment;
    }

    private string At(long sinceStart) => MomentText.Format(scenario.Start.AddMilliseconds(sinceStart));

    private void Check(bool right, int line, string name, (string Text, int Column) field, string allowed)
    {
        if (!right)
        {
            Wrong(line, field.Column, name, field.Text.Length == 0 ? "nothing" : $"\"{field.Text}\"", allowed);
        }
    }
}
