using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Twin.Experiments.Texts;

/// <summary>Every text that the product shows, in each language, from the JSON files in this folder: <c>{"key": {"en": …, "zh": …}}</c>.</summary>
public static class TextCatalogue
{
    private const string Prefix = "texts/";

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Entries = new(Load);

    /// <summary>The languages: English and simplified Chinese.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "zh"];

    /// <summary>All keys, whatever the language, in ordinal order.</summary>
    public static IReadOnlyList<string> Keys => [.. Entries.Value.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The texts of a language.</summary>
    /// <param name="language">en or zh.</param>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public static TextSet In(string language)
    {
        if (!Languages.Contains(language, StringComparer.Ordinal))
        {
            throw new ArgumentException($"The language is '{language}'; allowed are {string.Join(" and ", Languages)}.", nameof(language));
        }

        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach ((string key, Dictionary<string, string> entry) in Entries.Value)
        {
            if (entry.TryGetValue(language, out string? text))
            {
                texts[key] = text;
            }
        }

        return new TextSet(language, texts.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static Dictionary<string, Dictionary<string, string>> Load()
    {
        Assembly assembly = typeof(TextCatalogue).Assembly;
        Dictionary<string, Dictionary<string, string>> all = new(StringComparer.Ordinal);
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using JsonDocument document = JsonDocument.Parse(stream);
            foreach (JsonProperty entry in document.RootElement.EnumerateObject())
            {
                Dictionary<string, string> texts = entry.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal);
                if (!all.TryAdd(entry.Name, texts))
                {
                    throw new InvalidOperationException($"{name}: the text '{entry.Name}' is given twice.");
                }
            }
        }

        return all;
    }
}
