using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Twin.Model.Scenarios.Yaml;

/// <summary>Reads YAML into nodes with places. What a scenario has no use for (anchors, tags, several documents) is refused.</summary>
internal sealed class YamlText
{
    /// <summary>Deepest nesting.</summary>
    public const int Deepest = 40;

    /// <summary>Longest text, characters.</summary>
    public const int Longest = 16_000_000;

    private readonly Place _origin;
    private readonly bool _isSetting;
    private readonly ErrorList _errors;
    private readonly Parser _parser;

    private YamlText(string text, Place origin, bool isSetting, ErrorList errors)
    {
        (_origin, _isSetting, _errors) = (origin, isSetting, errors);
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">The file, and the place of its first character.</param>
    /// <param name="path">The path of the key that the text is the value of; empty for a whole file.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <returns>The value; null after an error that leaves none.</returns>
    public static YamlNode? Read(string text, Place origin, string path, ErrorList errors)
    {
        if (!YamlCharacters.Check(text, origin, path, errors))
        {
            return null;
        }

        YamlText reader = new(text.StartsWith('\uFEFF') ? text[1..] : text, origin, path.Length > 0, errors);
        try
        {
            return reader.Document(path);
        }
        catch (Exception wrong) when (wrong is YamlException or InvalidOperationException)
        {
            // YamlDotNet's scanner answers some broken flow mappings with a bare InvalidOperationException, without a place.
            (string what, Mark mark) = wrong is YamlException named
                ? (named.Message.ReplaceLineEndings(" ").Trim(), named.Start)
                : ("a bracket or quote that does not fit", reader._parser.Current?.End ?? Mark.Empty);
            errors.Add(reader.PlaceOf(mark), path, $"text that is not YAML ({what})", "valid YAML: keys and values as \"key: value\", indented with spaces");
            return null;
        }
    }

    private YamlNode? Document(string path)
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _errors.Add(_origin, path, "nothing", path.Length == 0 ? "a mapping of keys to values" : "a value");
            return null;
        }

        _parser.Consume<DocumentStart>();
        YamlNode? root = Node(path, 0);
        if (root is not null)
        {
            _parser.Consume<DocumentEnd>();
            if (_parser.Accept<DocumentStart>(out var second))
            {
                _errors.Add(PlaceOf(second.Start), path, "a second document", "one document in a file");
            }
        }

        return root;
    }

    /// <summary>Reads one node; null if reading cannot go on.</summary>
    private YamlNode? Node(string path, int depth)
    {
        ParsingEvent current = _parser.Current ?? throw new YamlException("unexpected end");
        if (depth > Deepest)
        {
            _errors.Add(PlaceOf(current.Start), path, $"more than {Deepest} levels of nesting", $"at most {Deepest} levels");
            return null;
        }

        if (current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            _errors.Add(PlaceOf(current.Start), path, node.Anchor.IsEmpty ? $"the tag {Shown.Of(node.Tag.Value)}" : $"the anchor &{Shown.Of(node.Anchor.Value)}",
                "values without anchors and tags; a file can extend another");
        }

        switch (current)
        {
            case AnchorAlias alias:
                _parser.MoveNext();
                _errors.Add(PlaceOf(current.Start), path, $"the alias *{Shown.Of(alias.Value.Value)}", "values without anchors and aliases; a file can extend another");
                return new YamlScalar(PlaceOf(current.Start), "", isPlain: true);
            case Scalar scalar:
                _parser.MoveNext();
                return new YamlScalar(PlaceOf(current.Start), scalar.Value, scalar.Style == ScalarStyle.Plain);
            case SequenceStart:
                return List(path, depth);
            default:
                return Map(path, depth);
        }
    }

    private YamlList? List(string path, int depth)
    {
        SequenceStart start = _parser.Consume<SequenceStart>();
        List<YamlNode> items = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(KeyPath.Join(path, items.Count), depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(PlaceOf(start.Start), items);
    }

    private YamlMap? Map(string path, int depth)
    {
        MappingStart start = _parser.Consume<MappingStart>();
        YamlMap map = new(PlaceOf(start.Start));
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            Place keyPlace = PlaceOf((_parser.Current ?? throw new YamlException("unexpected end")).Start);
            if (Node(path, depth + 1) is not { } key
                || Node(key is YamlScalar { IsNull: false } named ? KeyPath.Join(path, named.Text) : path, depth + 1) is not { } value)
            {
                return null;
            }

            Add(map, path, key, keyPlace, value);
        }

        return map;
    }

    private void Add(YamlMap map, string path, YamlNode key, Place keyPlace, YamlNode value)
    {
        if (key is not YamlScalar { IsNull: false } named)
        {
            _errors.Add(keyPlace, path, $"{key.Description} as a key", "a name as a key");
        }
        else if (map.Find(named.Text) is { } first)
        {
            _errors.Add(keyPlace, KeyPath.Join(path, named.Text), $"the key {Shown.Of(named.Text)} a second time (first in line {first.KeyPlace.Line})", "each key once");
        }
        else
        {
            map.Set(new YamlEntry(named.Text, keyPlace, value));
        }
    }

    /// <summary>The value of a setting stands in one line, however it is broken: its places count characters.</summary>
    private Place PlaceOf(Mark mark) => _isSetting
        ? _origin with { Column = _origin.Column + (int)mark.Index }
        : new Place(_origin.File, Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));
}
