using System.Collections;
using System.Globalization;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Yaml;

namespace Twin.Model.Scenarios.Acting;

/// <summary>A record of a file, with what surrounds it: tells which of its keys can act.</summary>
internal sealed class ActingScope
{
    private readonly object _root;
    private readonly object _record;
    private readonly string _path;
    private readonly IReadOnlyList<(ActingRule Rule, ActingScope Declared)> _section;

    private ActingScope(object root, object record, string path, IReadOnlyList<(ActingRule Rule, ActingScope Declared)> section) =>
        (_root, _record, _path, _section) = (root, record, path, section);

    /// <summary>The record's keys.</summary>
    public RecordShape Shape => RecordShape.Of(_record.GetType());

    /// <summary>The value of one of the record's keys.</summary>
    /// <param name="key">The key.</param>
    public object? ValueOf(KeyShape key) => key.Property.GetValue(_record);

    /// <summary>The whole file.</summary>
    /// <param name="root">What it was read into.</param>
    public static ActingScope Of(object root) => new(root, root, "", []);

    /// <summary>A section, or an item of a list.</summary>
    /// <param name="key">The key that it is the value of.</param>
    /// <param name="record">The section or item.</param>
    /// <param name="index">Its index in a list; null for a section.</param>
    public ActingScope Below(KeyShape key, object record, int? index = null)
    {
        string path = KeyPath.Join(_path, key.Name);
        return new ActingScope(_root, record, index is { } i ? KeyPath.Join(path, i) : path, [.. key.Rules.Where(rule => rule.HasExceptions).Select(rule => (rule, this))]);
    }

    /// <summary>Why one of the record's keys cannot act; null if it can.</summary>
    /// <param name="key">The key.</param>
    public Idleness? WhyIdle(KeyShape key)
    {
        foreach (ActingRule rule in key.Rules)
        {
            if (!rule.HasExceptions && rule.WhyNot(this, key.Name) is { } idle)
            {
                return idle;
            }
        }

        foreach ((ActingRule rule, ActingScope declared) in _section)
        {
            if (!rule.Excepts(key.Name) && rule.WhyNot(declared, key.Name) is { } idle)
            {
                return idle;
            }
        }

        return null;
    }

    /// <summary>A key that a condition names: beside the record's keys, else from the root.</summary>
    /// <param name="name">Its path.</param>
    /// <exception cref="InvalidOperationException">There is no such key: the condition is wrong.</exception>
    public (string Path, KeyShape Shape, object? Value) Find(string name)
    {
        string[] parts = name.Split('.');
        bool isBeside = Shape.Find(parts[0]) is not null;
        object? at = isBeside ? _record : _root;
        string path = isBeside ? _path : "";
        KeyShape? key = null;
        foreach (string part in parts)
        {
            key = at is null ? null : RecordShape.Of(at.GetType()).Find(part);
            if (key is null)
            {
                throw new InvalidOperationException($"A condition names {name}, but there is no such key beside {(_path.Length == 0 ? "the root's" : _path)}.");
            }

            (path, at) = (KeyPath.Join(path, part), key.Property.GetValue(at));
        }

        return (path, key!, at);
    }

    /// <summary>Why the key at a path, or a section above it, cannot act; null if it can, or there is no such key.</summary>
    /// <param name="root">What the file was read into.</param>
    /// <param name="path">Such as <c>testing.slots.length</c> or <c>disruptions.0.length</c>.</param>
    public static Idleness? WhyIdle(object root, string path)
    {
        ActingScope scope = Of(root);
        string[] parts = path.Split('.');
        for (int i = 0; i < parts.Length; i++)
        {
            if (scope.Shape.Find(parts[i]) is not { } key)
            {
                return null;
            }

            if (scope.WhyIdle(key) is { } idle)
            {
                return idle;
            }

            object? value = scope.ValueOf(key);
            int? index = null;
            if (value is IList list && key.Value.Item?.Kind == ValueKind.Record && i + 1 < parts.Length
                && int.TryParse(parts[++i], NumberStyles.None, CultureInfo.InvariantCulture, out int item) && item < list.Count)
            {
                (value, index) = (list[item], item);
            }

            if (value is null || !RecordShape.IsRecord(value.GetType()))
            {
                return null;
            }

            scope = scope.Below(key, value, index);
        }

        return null;
    }
}
