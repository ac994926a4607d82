namespace Twin.Model.Scenarios.Yaml;

/// <summary>A value in a file, with its place.</summary>
/// <param name="place">Where it begins.</param>
internal abstract class YamlNode(Place place)
{
    /// <summary>Where it begins.</summary>
    public Place Place { get; } = place;

    /// <summary>What it is, for an error's "found".</summary>
    public abstract string Description { get; }
}

/// <summary>A single value.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="text">The text without quotes.</param>
/// <param name="isPlain">Whether it is without quotes, so that it can be a number, true, false or nothing.</param>
internal sealed class YamlScalar(Place place, string text, bool isPlain) : YamlNode(place)
{
    /// <summary>The text without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it is without quotes.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Whether it is YAML's nothing.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Description => IsPlain && Text.Length == 0 ? "nothing" : IsNull ? $"nothing ({Text})" : IsPlain ? Shown.Of(Text) : $"the text {Shown.Quoted(Text)}";
}

/// <summary>A list.</summary>
/// <param name="place">Where it begins.</param>
/// <param name="items">Its items; --set may change them.</param>
internal sealed class YamlList(Place place, List<YamlNode> items) : YamlNode(place)
{
    /// <summary>Its items.</summary>
    public List<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Description => Items.Count == 0 ? "an empty list" : $"a list of {Items.Count}";
}

/// <summary>A mapping.</summary>
/// <param name="place">Where it begins.</param>
internal sealed class YamlMap(Place place) : YamlNode(place)
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<YamlEntry> _entries = [];

    /// <summary>Its keys and values, in order.</summary>
    public IReadOnlyList<YamlEntry> Entries => _entries;

    /// <inheritdoc/>
    public override string Description => _entries.Count == 0
        ? "an empty mapping"
        : $"a mapping with {(_entries.Count == 1 ? "key" : "keys")} {string.Join(", ", _entries.Take(5).Select(entry => Shown.Of(entry.Key)))}{(_entries.Count > 5 ? ", …" : "")}";

    /// <summary>An entry by its key; null if there is none.</summary>
    /// <param name="key">The key.</param>
    public YamlEntry? Find(string key) => _index.TryGetValue(key, out int i) ? _entries[i] : null;

    /// <summary>Adds an entry, or replaces the one with its key.</summary>
    /// <param name="entry">The entry.</param>
    public void Set(YamlEntry entry)
    {
        if (_index.TryGetValue(entry.Key, out int i))
        {
            _entries[i] = entry;
            return;
        }

        _index.Add(entry.Key, _entries.Count);
        _entries.Add(entry);
    }
}

/// <summary>A key and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPlace">Where the key is.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(string Key, Place KeyPlace, YamlNode Value);
