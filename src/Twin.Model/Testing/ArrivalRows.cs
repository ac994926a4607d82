using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>The people of an arrivals file as they are read, and what is wrong.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="scenario">The scenario.</param>
internal sealed class ArrivalRows(string file, Scenario scenario)
{
    /// <summary>Most sites.</summary>
    public const int SitesMaximum = 100_000;

    private readonly List<ArrivalFields> _people = [];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);

    /// <summary>What is wrong, in the order of lines.</summary>
    public List<ScenarioError> Errors { get; } = [];

    /// <summary>People read.</summary>
    public int Count => _people.Count;

    /// <summary>The scenario's start.</summary>
    public DateTimeOffset Start => scenario.Start;

    /// <summary>The run's horizon, ms.</summary>
    public long Horizon => scenario.Horizon.Milliseconds;

    /// <summary>Sites that there may be.</summary>
    public int Sites => scenario.Testing.Sites.Count ?? SitesMaximum;

    /// <summary>Notes an error.</summary>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="path">Name of the column; empty for the line.</param>
    /// <param name="found">What was found.</param>
    /// <param name="allowed">What is allowed.</param>
    public void Wrong(int line, int column, string path, string found, string allowed) =>
        Errors.Add(new ScenarioError(file, line, column, path.Length == 0 ? "line" : path, found, allowed, null));

    /// <summary>Adds a person.</summary>
    /// <param name="row">The line's fields.</param>
    public void Add(ArrivalFields row)
    {
        if (row.Person.Length > 0 && !_lineOf.TryAdd(row.Person, row.Line))
        {
            Wrong(row.Line, row.PersonColumn, "person", $"\"{row.Person}\" again, as in line {_lineOf[row.Person]}", "each person once, or nothing to number them");
        }

        _people.Add(row);
    }

    /// <summary>The people in columns.</summary>
    public ArrivalList ToList() => new()
    {
        Time = [.. _people.Select(row => row.Time)],
        Site = [.. _people.Select(row => row.Site)],
        Person = [.. _people.Select(row => row.Person)],
        Age = [.. _people.Select(row => row.Age)],
        Assisted = [.. _people.Select(row => row.Assisted)],
        Registration = Given(0),
        Swab = Given(1),
        Changeover = Given(2),
        Paper = Given(3),
    };

    private long[] Given(int which) => _people.Exists(row => row.Given[which] >= 0) ? [.. _people.Select(row => row.Given[which])] : [];
}
