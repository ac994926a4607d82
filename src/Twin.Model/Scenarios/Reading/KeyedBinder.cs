using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Makes a record of a file's mapping, by the descriptions of its keys. Goes on after an error, to find them all.</summary>
internal sealed class KeyedBinder
{
    /// <summary>What a file writes for an optional key without a value.</summary>
    public const string None = "none";

    private readonly ErrorList _errors;
    private readonly RecordShape _shape;
    private readonly string? _extends;
    private readonly ScalarReader _scalars;
    private readonly DistributionReader _distributions;
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>Prepares to read.</summary>
    /// <param name="type">The record's type.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <param name="extends">The key by which a file names the one that it extends; null if such files cannot.</param>
    public KeyedBinder(Type type, ErrorList errors, string? extends = null)
    {
        (_shape, _errors, _extends) = (RecordShape.Of(type), errors, extends);
        _scalars = new ScalarReader(errors);
        _distributions = new DistributionReader(errors, _scalars);
    }

    /// <summary>Reads a record.</summary>
    /// <param name="root">The file's mapping.</param>
    /// <returns>The record; where there was an error it has the default.</returns>
    public object Bind(YamlMap root)
    {
        if (_shape.Find(StartKey) is { Value.Kind: ValueKind.Timestamp } start && root.Find(StartKey)?.Value is { } node)
        {
            // Clock times need the start before the rest is read; its errors are found when its turn comes.
            _scalars.Start = new ScalarReader(new ErrorList()).Read(node, start.Parameter, start.Value, StartKey, "") as DateTimeOffset?;
        }

        return Record(root, _shape, _shape.CreateDefault(), "");
    }

    /// <summary>The place of a key, or of the nearest mapping above it.</summary>
    /// <param name="path">The key's path.</param>
    public Place PlaceOf(string path)
    {
        for (string at = path; ; at = at[..Math.Max(0, at.LastIndexOf('.'))])
        {
            if (_places.TryGetValue(at, out Place place))
            {
                return place;
            }
        }
    }

    /// <summary>The place of a key's value; null if no file or setting gives it.</summary>
    /// <param name="path">The key's path.</param>
    public Place? PlaceIfGiven(string path) => _places.TryGetValue(path, out Place place) ? place : null;

    private const string StartKey = "start";

    private object Record(YamlMap map, RecordShape shape, object record, string path)
    {
        _places[path] = map.Place;
        foreach (YamlEntry entry in map.Entries.Where(entry => shape.Find(entry.Key) is null))
        {
            Unknown(entry, shape, path);
        }

        foreach (KeyShape key in shape.Keys)
        {
            string here = KeyPath.Join(path, key.Name);
            if (map.Find(key.Name) is { } entry)
            {
                _places[here] = entry.Value.Place;
                if (TryRead(entry.Value, key, key.Property.GetValue(record), here, out object? value))
                {
                    key.Property.SetValue(record, value);
                }
            }
            else if (key.Parameter.Required && (_extends is null || !_errors.Touches(_extends)))
            {
                _errors.Add(map.Place, here, "nothing", Allowed.Of(key));
            }
        }

        return record;
    }

    private void Unknown(YamlEntry entry, RecordShape shape, string path)
    {
        IReadOnlyList<string> known = [.. shape.Keys.Select(key => key.Name), .. path.Length == 0 && _extends is not null ? [_extends] : Array.Empty<string>()];
        string? suggestion = Suggestion.Nearest(entry.Key, known) ?? Suggestion.Elsewhere(entry.Key, _shape);
        _errors.Add(entry.KeyPlace, KeyPath.Join(path, entry.Key), $"the unknown key {Shown.Quoted(entry.Key)}", $"the keys {string.Join(", ", known)}", suggestion);
    }

    private bool TryRead(YamlNode node, KeyShape key, object? current, string path, out object? value)
    {
        if (key.IsOptional && node is YamlScalar { Text: None })
        {
            value = null;
            return true;
        }

        int before = _errors.Count;
        value = Value(node, key.Parameter, key.Value, current, path, Allowed.Of(key), key.IsOptional);
        return value is not null && (_errors.Count == before || key.Value.Kind is ValueKind.Record);
    }

    private object? Value(YamlNode node, ParameterAttribute parameter, ValueShape shape, object? current, string path, string allowed, bool isOptional)
    {
        if (node is YamlScalar { IsNull: true })
        {
            _errors.Add(node.Place, path, node.Description, allowed, isOptional ? None : null);
            return null;
        }

        switch (shape.Kind)
        {
            case ValueKind.Record when node is YamlMap map:
                RecordShape record = RecordShape.Of(shape.Type);
                return Record(map, record, Copy(record, current), path);
            case ValueKind.List when node is YamlList list:
                return List(list, parameter, shape.Item!, path);
            case ValueKind.Table when node is YamlMap map:
                return Table(map, parameter, shape.Item!, path);
            case ValueKind.Record or ValueKind.List or ValueKind.Table:
                _errors.Add(node.Place, path, node.Description, allowed);
                return null;
            case ValueKind.Written:
                return new ScenarioValue(YamlFlow.Of(node));
            case ValueKind.Distribution:
                return _distributions.Read(node, parameter, path, allowed);
            default:
                return _scalars.Read(node, parameter, shape, path, allowed);
        }
    }

    private Array List(YamlList list, ParameterAttribute parameter, ValueShape item, string path)
    {
        Array items = Array.CreateInstance(item.Type, list.Items.Count);
        HashSet<object> seen = [];
        for (int i = 0; i < items.Length; i++)
        {
            string here = KeyPath.Join(path, i);
            _places[here] = list.Items[i].Place;
            if (Value(list.Items[i], parameter, item, null, here, Allowed.Of(parameter, item), isOptional: false) is { } value)
            {
                items.SetValue(value, i);
                if (item.Kind is ValueKind.Text or ValueKind.Written && !seen.Add(value))
                {
                    _errors.Add(list.Items[i].Place, here, $"{list.Items[i].Description} a second time", "each once");
                }
            }
        }

        return items;
    }

    private Dictionary<string, double> Table(YamlMap map, ParameterAttribute parameter, ValueShape item, string path)
    {
        Dictionary<string, double> table = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in map.Entries)
        {
            string here = KeyPath.Join(path, entry.Key);
            _places[here] = entry.Value.Place;
            if (Value(entry.Value, parameter, item, null, here, Allowed.Of(parameter, item), isOptional: false) is double number)
            {
                table[entry.Key] = number;
            }
        }

        return table;
    }

    /// <summary>A record with the values of another, so that its keys can be changed.</summary>
    private static object Copy(RecordShape shape, object? from)
    {
        object copy = shape.CreateDefault();
        foreach (KeyShape key in from is null ? [] : shape.Keys)
        {
            key.Property.SetValue(copy, key.Property.GetValue(from));
        }

        return copy;
    }
}
