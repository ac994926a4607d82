using System.Collections;
using Twin.Model.Scenarios.Acting;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Reading;

/// <summary>Finds the keys of a file that cannot act: those that are refused, and those that are left out.</summary>
/// <remarks>
/// A key is refused where whoever gave it gave, or could see, what keeps it from acting: in the file itself, or in a setting. It is left out where it comes from a file that is
/// extended, or where only a setting keeps the file's key from acting.
/// </remarks>
/// <param name="root">What the file was read into.</param>
/// <param name="errors">Takes what is refused.</param>
/// <param name="layers">Tells extended files, the file and settings apart.</param>
/// <param name="isStrict">Whether anything is refused; false where a key may act elsewhere.</param>
internal sealed class ActingCheck(object root, ErrorList errors, FileLayers layers, bool isStrict)
{
    private readonly List<LeftOutKey> _leftOut = [];

    /// <summary>What was left out, in the order of the keys.</summary>
    public IReadOnlyList<LeftOutKey> LeftOut => _leftOut;

    /// <summary>Checks a file.</summary>
    /// <param name="map">Its mapping; left as it is.</param>
    /// <returns>The mapping without the keys that cannot act; the same if all can.</returns>
    public YamlMap Check(YamlMap map) => Within(map, ActingScope.Of(root), "");

    private YamlMap Within(YamlMap map, ActingScope scope, string path)
    {
        YamlMap kept = new(map.Place);
        bool isSame = true;
        foreach (YamlEntry entry in map.Entries)
        {
            YamlEntry? left = scope.Shape.Find(entry.Key) is { } key ? Kept(entry, key, scope, KeyPath.Join(path, entry.Key)) : entry;
            isSame &= ReferenceEquals(left, entry);
            if (left is not null)
            {
                kept.Set(left);
            }
        }

        return isSame ? map : kept;
    }

    private YamlEntry? Kept(YamlEntry entry, KeyShape key, ActingScope scope, string path)
    {
        object? value = scope.ValueOf(key);
        if (scope.WhyIdle(key) is { } idle)
        {
            if (idle.Conditions.Any(errors.Touches))
            {
                return entry;
            }

            Judge(entry, key.Value, idle, path);
            return null;
        }

        if (entry.Value is YamlMap map && key.Value.Kind == ValueKind.Record && value is not null)
        {
            YamlMap kept = Within(map, scope.Below(key, value), path);
            return ReferenceEquals(kept, map) ? entry : entry with { Value = kept };
        }

        return entry.Value is YamlList list && key.Value.Item?.Kind == ValueKind.Record && value is IList records ? Items(entry, list, key, scope, records, path) : entry;
    }

    private YamlEntry Items(YamlEntry entry, YamlList list, KeyShape key, ActingScope scope, IList records, string path)
    {
        List<YamlNode> items = [.. list.Items];
        for (int i = 0; i < items.Count && i < records.Count; i++)
        {
            if (items[i] is YamlMap map && records[i] is { } record)
            {
                items[i] = Within(map, scope.Below(key, record, i), KeyPath.Join(path, i));
            }
        }

        return items.SequenceEqual(list.Items) ? entry : entry with { Value = new YamlList(list.Place, items) };
    }

    /// <summary>Refuses or leaves out a key; a section of which settings and files give different parts, part by part.</summary>
    private void Judge(YamlEntry entry, ValueShape shape, Idleness idle, string path)
    {
        if (entry.Value is YamlMap { Entries.Count: > 0 } map && shape.Kind == ValueKind.Record
            && (map.Entries.Count == 1 || layers.IsMixed(map)) && RecordShape.Of(shape.Type) is { } record)
        {
            foreach (YamlEntry below in map.Entries)
            {
                Judge(below, record.Find(below.Key)?.Value ?? shape, idle, KeyPath.Join(path, below.Key));
            }

            return;
        }

        FileLayer layer = layers.Of(entry.Value);
        FileLayer cause = idle.Conditions.Max(layers.OfKey);
        bool isGiven = layer == FileLayer.Setting || (layer == FileLayer.File && cause <= layer);
        Place place = layers.Of(entry.KeyPlace) == layer ? entry.KeyPlace : entry.Value.Place;
        string found = $"{Shown.Of(entry.Key)}, which cannot act: {idle.Because}";
        if (isGiven && isStrict)
        {
            errors.Add(place, path, found, idle.Allowed);
            return;
        }

        bool isSwitchedOff = cause > layer && idle.Conditions.All(IsSwitch);
        _leftOut.Add(new LeftOutKey(path, idle.Because, !isSwitchedOff, isGiven ? new ScenarioError(place.File, place.Line, place.Column, path, found, idle.Allowed, null) : null));
    }

    /// <summary>A section's switch says by itself that the rest of the section is off.</summary>
    private static bool IsSwitch(string path) => path.EndsWith(".enabled", StringComparison.Ordinal);
}
