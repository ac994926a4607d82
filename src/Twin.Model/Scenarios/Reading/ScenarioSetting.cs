using System.Globalization;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>One <c>--set path=value</c>: a value for a key, in YAML, laid over the file.</summary>
internal sealed class ScenarioSetting
{
    /// <summary>What an error names in place of a file.</summary>
    public const string Option = "--set";

    private readonly string[] _keys;
    private readonly YamlNode _value;
    private readonly Place _place;
    private readonly ErrorList _errors;

    private ScenarioSetting(string[] keys, YamlNode value, Place place, ErrorList errors) =>
        (_keys, _value, _place, _errors) = (keys, value, place, errors);

    /// <summary>Lays a setting over a file's value.</summary>
    /// <param name="root">The file's mapping; left as it is.</param>
    /// <param name="change">The setting.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <returns>The changed mapping, or the file's after an error.</returns>
    public static YamlNode Apply(YamlNode root, ScenarioChange change, ErrorList errors)
    {
        string setting = change.Text;
        Place place = new(change.Option, change.Number, 1);
        int equals = setting.IndexOf('=', StringComparison.Ordinal);
        string path = (equals < 0 ? setting : setting[..equals]).Trim();
        string[] keys = path.Split('.');
        if (equals < 0 || keys.Any(key => key.Length == 0))
        {
            errors.Add(place, "", Shown.Quoted(setting), "path=value, such as testing.staff.samplers=1900 or disruptions.0.at=08:00+08:00");
            return root;
        }

        if (path == ScenarioFiles.Extends)
        {
            errors.Add(place, path, "extends", "any other key: which file is extended is said in a file");
            return root;
        }

        return YamlText.Read(setting[(equals + 1)..], place with { Column = equals + 2 }, path, errors) is { } value
            ? new ScenarioSetting(keys, value, place, errors).Within(root, 0, ValueShape.Scenario)
            : root;
    }

    private YamlNode Within(YamlNode? node, int depth, ValueShape? shape)
    {
        if (depth == _keys.Length)
        {
            return node is null ? _value : ScenarioMerge.Over(node, _value, shape);
        }

        string key = _keys[depth];
        return node switch
        {
            YamlList list => WithinList(list, key, depth, shape),
            YamlMap map => WithinMap(map, key, depth, shape),
            null when shape?.Kind == ValueKind.List => WithinList(new YamlList(_place, []), key, depth, shape),
            null => WithinMap(new YamlMap(_place), key, depth, shape),
            _ => Refuse(node, depth, shape?.Kind is ValueKind.Record or ValueKind.List or ValueKind.Table or ValueKind.Distribution
                ? "a mapping or list there"
                : $"the path to end there: {Above(depth)} has no keys"),
        };
    }

    private YamlMap WithinMap(YamlMap map, string key, int depth, ValueShape? shape)
    {
        YamlMap changed = new(map.Place);
        foreach (YamlEntry entry in map.Entries)
        {
            changed.Set(entry);
        }

        YamlEntry? old = map.Find(key);
        YamlNode value = Within(old?.Value, depth + 1, shape?.Below(key));
        changed.Set(old is null ? new YamlEntry(key, _place, value) : old with { Value = value });
        return changed;
    }

    private YamlNode WithinList(YamlList list, string key, int depth, ValueShape? shape)
    {
        if (!int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out int index) || index > list.Items.Count)
        {
            string last = list.Items.Count == 0 ? "" : $"0 to {list.Items.Count - 1}, or ";
            return Refuse(list, depth + 1, $"an index from 0: {last}{list.Items.Count} to add an item");
        }

        List<YamlNode> items = [.. list.Items];
        YamlNode item = Within(index < items.Count ? items[index] : null, depth + 1, shape?.Item);
        if (index < items.Count)
        {
            items[index] = item;
        }
        else
        {
            items.Add(item);
        }

        return new YamlList(list.Place, items);
    }

    private YamlNode Refuse(YamlNode node, int depth, string allowed)
    {
        string found = node is YamlList ? $"the index {Shown.Of(_keys[depth - 1])} in {node.Description}" : $"{node.Description}, within which {Shown.Of(_keys[depth])} is set";
        _errors.Add(_place, Above(depth), found, allowed);
        return node;
    }

    private string Above(int depth) => string.Join('.', _keys.Take(depth).Select(Shown.Of));
}
