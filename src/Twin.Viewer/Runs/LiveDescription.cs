using Twin.Grains.Live;
using Twin.Model.Events;
using Twin.Model.Live;

namespace Twin.Viewer.Runs;

/// <summary>The table of a run's numbers, rebuilt from what the run says of itself.</summary>
internal static class LiveDescription
{
    /// <summary>The layout that a description describes.</summary>
    /// <param name="description">What the run says of itself.</param>
    /// <exception cref="InvalidDataException">The description names a level or unit that this viewer does not know, or does not fit together.</exception>
    public static LiveLayout Layout(RunDescription description)
    {
        if (description.Rows.Count != description.Measures.Count)
        {
            throw new InvalidDataException($"A run with {description.Measures.Count} measures gives rows of {description.Rows.Count}.");
        }

        Dictionary<EntityKind, int> rows = [];
        List<LiveMeasure> measures = [];
        foreach ((MeasureEntry entry, int count) in description.Measures.Zip(description.Rows))
        {
            LiveMeasure measure = Measure(entry);
            measures.Add(measure);
            if (!rows.TryAdd(measure.Level, count) && rows[measure.Level] != count)
            {
                throw new InvalidDataException($"A run gives {count} rows of level {entry.Level} to measure {entry.Key}, and {rows[measure.Level]} to another.");
            }
        }

        return new LiveLayout(measures, level => rows[level], []);
    }

    /// <summary>A kind by its name in camel case.</summary>
    /// <param name="name">Such as microGrid.</param>
    public static EntityKind Kind(string name) => Parse<EntityKind>(name);

    /// <summary>A kind's name in camel case.</summary>
    /// <param name="kind">The kind.</param>
    public static string Name(EntityKind kind) => $"{char.ToLowerInvariant(kind.ToString()[0])}{kind.ToString()[1..]}";

    private static LiveMeasure Measure(MeasureEntry entry) => new()
    {
        Key = entry.Key,
        Level = Parse<EntityKind>(entry.Level),
        Topic = entry.Topic,
        English = entry.En,
        Chinese = entry.Zh,
        Unit = Parse<LiveUnit>(entry.Unit),
        Of = entry.Of,
        States = [.. (entry.States ?? []).Select(state => new LiveState(state.En, state.Zh))],
        Amber = entry.Amber,
        Red = entry.Red,
        Attention = entry.Attention,
    };

    private static T Parse<T>(string name)
        where T : struct, Enum => name.Length > 0 && char.IsAsciiLetterLower(name[0]) && Enum.TryParse($"{char.ToUpperInvariant(name[0])}{name[1..]}", out T value)
            ? value
            : throw new InvalidDataException($"A run names the {typeof(T).Name} \"{name}\"; allowed: {string.Join(", ", Enum.GetNames<T>().Select(one => char.ToLowerInvariant(one[0]) + one[1..]))}.");
}
