using System.Text.Json;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Http;

/// <summary>Reads the fields of a JSON object and gathers all that is wrong with them.</summary>
internal sealed class JsonFields
{
    private readonly JsonElement _root;
    private readonly List<LiveInputError> _errors = [];

    /// <summary>Begins to read an object.</summary>
    /// <param name="root">The object.</param>
    /// <param name="names">The fields that it may have.</param>
    /// <exception cref="LiveInputException">It is not an object.</exception>
    public JsonFields(JsonElement root, params string[] names)
    {
        _root = root.ValueKind == JsonValueKind.Object
            ? root
            : throw new LiveInputException(400, new LiveInputError("body", Describe(root), "a JSON object"));
        foreach (JsonProperty field in root.EnumerateObject())
        {
            string name = NameOf(field, names);
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                _errors.Add(new LiveInputError(Shorten(name), "a field of this name", string.Join(", ", names)));
            }
        }
    }

    /// <summary>A text that must be there.</summary>
    /// <param name="name">The field.</param>
    /// <param name="allowed">What is allowed.</param>
    public string Required(string name, string allowed)
    {
        if (Find(name) is { ValueKind: JsonValueKind.String } field && TextOf(field, name) is { Length: > 0 } text)
        {
            return text;
        }

        Wrong(name, Find(name), allowed);
        return "";
    }

    /// <summary>A text; null when it is not there.</summary>
    /// <param name="name">The field.</param>
    /// <param name="allowed">What is allowed.</param>
    public string? Text(string name, string allowed) => Read(name, allowed, field => field.ValueKind == JsonValueKind.String ? TextOf(field, name) : null);

    /// <summary>Texts; none when the field is not there.</summary>
    /// <param name="name">The field.</param>
    /// <param name="allowed">What each may be.</param>
    public IReadOnlyList<string> Texts(string name, string allowed)
    {
        if (Find(name) is not { } field)
        {
            return [];
        }

        if (field.ValueKind != JsonValueKind.Array)
        {
            Wrong(name, field, $"a list of texts, each {allowed}");
            return [];
        }

        List<string> texts = [];
        foreach (JsonElement item in field.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && TextOf(item, name) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                Wrong($"{name}[{texts.Count}]", item, allowed);
                break;
            }
        }

        return texts;
    }

    /// <summary>A number; null when it is not there.</summary>
    /// <param name="name">The field.</param>
    /// <param name="allowed">What is allowed.</param>
    public double? Number(string name, string allowed) =>
        Read<double?>(name, allowed, field => field.ValueKind == JsonValueKind.Number && field.TryGetDouble(out double number) && double.IsFinite(number) ? number : null);

    /// <summary>A whole number; null when it is not there.</summary>
    /// <param name="name">The field.</param>
    /// <param name="allowed">What is allowed.</param>
    public long? Whole(string name, string allowed) =>
        Read<long?>(name, allowed, field => field.ValueKind == JsonValueKind.Number && field.TryGetInt64(out long number) ? number : null);

    /// <summary>A whole number in the range of a count; 0 when it is not there.</summary>
    /// <param name="name">The field.</param>
    /// <param name="allowed">What is allowed.</param>
    public int Count(string name, string allowed) =>
        Read<int?>(name, allowed, field => field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out int number) ? number : null) ?? 0;

    /// <summary>A seed; null when it is not there.</summary>
    /// <param name="name">The field.</param>
    public ulong? Seed(string name) =>
        Read<ulong?>(name, $"a whole number from 0 to {ulong.MaxValue}", field => field.ValueKind == JsonValueKind.Number && field.TryGetUInt64(out ulong number) ? number : null);

    /// <summary>Yes or no; no when it is not there.</summary>
    /// <param name="name">The field.</param>
    public bool Flag(string name) =>
        Read<bool?>(name, "true or false", field => field.ValueKind is JsonValueKind.True or JsonValueKind.False ? field.GetBoolean() : null) ?? false;

    /// <summary>Ends the reading.</summary>
    /// <exception cref="LiveInputException">Something was wrong.</exception>
    public void Check()
    {
        if (_errors.Count > 0)
        {
            throw new LiveInputException(400, [.. _errors]);
        }
    }

    private T? Read<T>(string name, string allowed, Func<JsonElement, T?> read)
    {
        if (Find(name) is not { } field)
        {
            return default;
        }

        T? value = read(field);
        if (value is null)
        {
            Wrong(name, field, allowed);
        }

        return value;
    }

    /// <summary>A field; null when it is missing or null.</summary>
    private JsonElement? Find(string name) => _root.TryGetProperty(name, out JsonElement field) && field.ValueKind != JsonValueKind.Null ? field : null;

    private static string NameOf(JsonProperty field, string[] names)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            throw new LiveInputException(400, new LiveInputError("body", "a name that is not Unicode", string.Join(", ", names)));
        }
    }

    private string? TextOf(JsonElement field, string name)
    {
        try
        {
            return field.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8.
            _errors.Add(new LiveInputError(name, "a text that is not Unicode", "a text"));
            return "";
        }
    }

    private void Wrong(string path, JsonElement? field, string allowed) => _errors.Add(new LiveInputError(path, Describe(field), allowed));

    private static string Describe(JsonElement? element) => element switch
    {
        null => "nothing",
        { ValueKind: JsonValueKind.Object } => "an object",
        { ValueKind: JsonValueKind.Array } => "a list",
        { } value => Shorten(value.GetRawText()),
    };

    private static string Shorten(string text) => Found.Text(text) is { } quoted && text.Length <= 80 ? quoted[1..^1] : Found.Text(text);
}
