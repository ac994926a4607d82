using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Twin.Model.Scenarios.Notation;

/// <summary>A value on one line as YAML writes it: <c>{lognormal: {mean: 14s, sd: 7s}}</c>.</summary>
internal static partial class FlowText
{
    /// <summary>A value on one line.</summary>
    /// <param name="value">The value; none is empty.</param>
    public static string Of(JsonNode? value)
    {
        StringBuilder text = new();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonNode? value, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject map:
                Enclose(text, '{', '}', map, entry => Write(entry.Value, text.Append(Name(entry.Key)).Append(": ")));
                break;
            case JsonArray list:
                Enclose(text, '[', ']', list, item => Write(item, text));
                break;
            case JsonValue scalar when scalar.TryGetValue(out string? word):
                text.Append(Name(word));
                break;
            case JsonValue scalar when scalar.TryGetValue(out double number) && scalar.GetValueKind() == System.Text.Json.JsonValueKind.Number:
                text.Append(NumberText.Format(number));
                break;
            default:
                text.Append(value?.ToJsonString());
                break;
        }
    }

    private static void Enclose<T>(StringBuilder text, char open, char close, IEnumerable<T> items, Action<T> write)
    {
        text.Append(open);
        bool isFirst = true;
        foreach (T item in items)
        {
            _ = isFirst ? text : text.Append(", ");
            write(item);
            isFirst = false;
        }

        text.Append(close);
    }

    private static string Name(string word) => PlainPattern().IsMatch(word) ? word : JsonValue.Create(word).ToJsonString(Lines);

    private static readonly System.Text.Json.JsonSerializerOptions Lines = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex(@"\A[\p{L}0-9_./+:-]*[\p{L}0-9_./](?<!:)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPattern();
}
