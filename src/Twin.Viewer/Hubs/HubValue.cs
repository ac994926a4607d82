using System.Collections;
using System.Globalization;
using System.Text.Json;
using Twin.Grains.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Hubs;

/// <summary>Arguments of the hub's methods, whichever way they came: MessagePack gives numbers, texts and arrays, JSON gives elements.</summary>
internal static class HubValue
{
    private const int TopicsMost = 32;

    /// <summary>Id of a run: an integer or a text.</summary>
    /// <param name="value">The argument.</param>
    public static string Run(object? value) => Plain(value) switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        var other => throw Wrong("run", other, "the id of a run, an integer or a text"),
    };

    /// <summary>A list of topics; nothing else is checked.</summary>
    /// <param name="value">The argument.</param>
    public static IReadOnlyList<string> Topics(object? value)
    {
        if (Plain(value) is not IReadOnlyList<object?> items || items.Count > TopicsMost)
        {
            throw Wrong("topics", Plain(value), $"a list of at most {TopicsMost} names");
        }

        return [.. items.Select((item, place) => Plain(item) as string ?? throw Wrong($"topics[{place}]", Plain(item), "the name of a topic"))];
    }

    /// <summary>Code of an area; empty or nothing for all.</summary>
    /// <param name="value">The argument.</param>
    public static string Area(object? value) => Plain(value) switch
    {
        null => "",
        string text => text,
        var other => throw Wrong("area", other, "the code of a street, a community or a base grid, or an empty text for all"),
    };

    /// <summary>Number of a log entry.</summary>
    /// <param name="value">The argument.</param>
    public static long After(object? value) => Plain(value) switch
    {
        null => 0,
        long number and >= 0 => number,
        var other => throw Wrong("after", other, "the number of an entry, 0 for all"),
    };

    private static object? Plain(object? value) => value switch
    {
        JsonElement { ValueKind: JsonValueKind.String } element => Text(element),
        JsonElement { ValueKind: JsonValueKind.Number } element => element.TryGetInt64(out long number) ? (object)number : element.GetDouble(),
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement { ValueKind: JsonValueKind.Array } element => (IReadOnlyList<object?>)[.. element.EnumerateArray().Take(TopicsMost + 1).Select(item => (object?)item)],
        string => value,
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        byte[] => value,
        IEnumerable items and not IDictionary => (IReadOnlyList<object?>)[.. items.Cast<object?>().Take(TopicsMost + 1)],
        _ => value,
    };

    /// <summary>A text; the element as it came when it holds half a surrogate pair, which is no text.</summary>
    private static object? Text(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return element;
        }
    }

    private static LiveInputException Wrong(string path, object? found, string allowed) => new(400, new LiveInputError(
        path,
        found switch
        {
            null => "nothing",
            string text => Found.Text(text),
            IReadOnlyList<object?> list => $"a list of {list.Count}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            JsonElement { ValueKind: JsonValueKind.String } => "half a surrogate pair",
            JsonElement element => $"a JSON {element.ValueKind.ToString().ToLowerInvariant()}",
            _ => "something else",
        },
        allowed));
}
