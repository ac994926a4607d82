using System.Collections;
using Twin.Model.Scenarios.Keys;
using Twin.Model.Scenarios.Notation;

namespace Twin.Model.Scenarios.Acting;

/// <summary>One comparison of a condition: a key and the words that it may have.</summary>
/// <param name="Key">Path of the key, beside the one that has the condition or from the root.</param>
/// <param name="Words">One of these: words of an enum, true or false, <see cref="None"/> or <see cref="Given"/>.</param>
internal sealed record ActingTerm(string Key, IReadOnlyList<string> Words)
{
    /// <summary>The key has no value, an empty text or an empty list.</summary>
    public const string None = "none";

    /// <summary>The key has a value.</summary>
    public const string Given = "given";

    /// <summary>Reads <c>key = word word</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static ActingTerm Parse(string text)
    {
        string[] sides = text.Split('=', StringSplitOptions.TrimEntries);
        return sides.Length == 2 && sides[0].Length > 0 && sides[1].Length > 0
            ? new ActingTerm(sides[0], sides[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : throw new FormatException($"\"{text}\" is no comparison such as activity = massTesting.");
    }

    /// <summary>Whether a value is one of those that are meant.</summary>
    /// <param name="value">The key's value.</param>
    public bool Holds(object? value) => IsNone(value) ? Words.Contains(None, StringComparer.Ordinal)
        : Words.Contains(Given, StringComparer.Ordinal) || Words.Contains(WordOf(value!), StringComparer.Ordinal);

    /// <summary>A value as a file writes it.</summary>
    /// <param name="shape">What the key takes.</param>
    /// <param name="value">Its value.</param>
    public static string Written(ValueShape shape, object? value) => IsNone(value) ? None : value switch
    {
        Enum or bool => WordOf(value),
        _ => FlowText.Of(ScenarioJson.Value(shape, value, default)),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Key} = {Allowed}";

    /// <summary>The words as an error lists them.</summary>
    public string Allowed => string.Join(" or ", Words);

    private static string WordOf(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum word => KeyShape.CamelCase(word.ToString()),
        _ => value.ToString() ?? "",
    };

    private static bool IsNone(object? value) => value is null or "" or ICollection { Count: 0 };
}
