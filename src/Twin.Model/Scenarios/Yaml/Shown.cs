using System.Globalization;
using System.Text;

namespace Twin.Model.Scenarios.Yaml;

/// <summary>Text of a file as an error shows it: short, on one line, without control characters.</summary>
internal static class Shown
{
    private const int Longest = 60;

    /// <summary>A text as it stands, cut short.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        StringBuilder shown = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length >= Longest)
            {
                return shown.Append('…').ToString();
            }

            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            bool isHidden = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            _ = isHidden ? shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}") : shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    /// <summary>A text in quotes, cut short.</summary>
    /// <param name="text">Any text.</param>
    public static string Quoted(string text) => $"\"{Of(text)}\"";
}
