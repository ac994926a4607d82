using System.Globalization;

namespace Twin.Model.Testing;

/// <summary>The fields of one line of an arrivals file.</summary>
/// <param name="rows">Where errors go.</param>
/// <param name="line">The line, from 1.</param>
internal sealed class ArrivalFields(ArrivalRows rows, int line)
{
    private const string TimeAllowed =
        "seconds since the scenario's start (3600.25), a duration (1h30min), a clock time (07:00:12.250, with or without offset) or a timestamp with offset, to the ms, before the horizon";

    private const string ClassAllowed = "adult, child or aged, and ready or assisted, one or both joined by + (aged+assisted)";

    /// <summary>Arrival at the door, ms.</summary>
    public long Time { get; private set; } = -1;

    /// <summary>The site, from 0.</summary>
    public int Site { get; private set; } = -1;

    /// <summary>Name; empty to number the person.</summary>
    public string Person { get; private set; } = "";

    /// <summary>Column of the name.</summary>
    public int PersonColumn { get; private set; }

    /// <summary>Age that stands for the class.</summary>
    public byte Age { get; private set; } = 40;

    /// <summary>Whether registration is assisted.</summary>
    public bool Assisted { get; private set; }

    /// <summary>Given times, ms: registration, swab, changeover, paper; −1 to draw.</summary>
    public long[] Given { get; } = [-1, -1, -1, -1];

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Reads a field.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="text">The field.</param>
    /// <param name="column">Where it stands, from 1.</param>
    public void Set(string name, string text, int column)
    {
        switch (name)
        {
            case "time":
                Time = CsvTime.Read(text, rows.Start);
                Check(Time >= 0 && Time < rows.Horizon, name, text, column, TimeAllowed);
                break;
            case "site":
                Site = ReadSite(text);
                Check(Site >= 0 && Site < rows.Sites, name, text, column, $"a site's number or code, 1 or S-001 to {rows.Sites} or {SiteLayout.CodeOf(rows.Sites - 1)}");
                break;
            case "person":
                (Person, PersonColumn) = (text, column);
                break;
            case "class":
                Check(ReadClass(text), name, text, column, ClassAllowed);
                break;
            case "changeover":
                Given[2] = ReadService(name, text, column, 0);
                break;
            default:
                Given[name == "registration" ? 0 : name == "swab" ? 1 : 3] = ReadService(name, text, column, 1);
                break;
        }
    }

    private void Check(bool right, string name, string text, int column, string allowed)
    {
        if (!right)
        {
            rows.Wrong(Line, column, name, text.Length == 0 ? "nothing" : $"\"{text}\"", allowed);
        }
    }

    private static int ReadSite(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan(text.StartsWith("S-", StringComparison.Ordinal) ? 2 : 0);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number - 1 : -1;
    }

    private bool ReadClass(string text)
    {
        (bool age, bool way) = (false, false);
        foreach (string word in text.Split('+').Select(word => word.Trim()))
        {
            byte? years = word switch { "child" => 8, "adult" => 40, "aged" => 70, _ => null };
            bool isWay = word is "ready" or "assisted";
            if (word.Length == 0 ? text.Length > 0 : (years is null && !isWay) || (years is not null && age) || (isWay && way))
            {
                return false;
            }

            age |= years is not null;
            way |= isWay;
            Age = years ?? Age;
            Assisted |= word == "assisted";
        }

        return true;
    }

    private long ReadService(string name, string text, int column, long least)
    {
        if (text.Length == 0)
        {
            return -1;
        }

        bool read = CsvTime.TrySeconds(text, out long milliseconds);
        Check(read && milliseconds >= least && milliseconds <= int.MaxValue, name, text, column,
            $"seconds (14.5) or a duration (1min5s), to the ms, from {least} ms to {int.MaxValue} ms, or nothing to draw it");
        return milliseconds;
    }
}
