using System.Globalization;

namespace Twin.Model.Scenarios.Yaml;

/// <summary>Refuses characters that no scenario has, before the YAML is read: they tell of a binary file or of tabs.</summary>
internal static class YamlCharacters
{
    /// <summary>Checks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">The file, and the place of its first character.</param>
    /// <param name="path">The path of the key that the text is the value of; empty for a whole file.</param>
    /// <param name="errors">Takes what is wrong.</param>
    /// <returns>Whether the text can be read.</returns>
    public static bool Check(string text, Place origin, string path, ErrorList errors)
    {
        if (text.Length > YamlText.Longest)
        {
            errors.Add(origin, path, string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters"), $"at most {YamlText.Longest} characters");
            return false;
        }

        (int line, int lineStart, bool isIndent, bool isFine) = (0, 0, true, true);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\n')
            {
                (line, lineStart, isIndent) = (line + 1, i + 1, true);
                continue;
            }

            Place here = path.Length > 0
                ? origin with { Column = origin.Column + i }
                : new Place(origin.File, 1 + line, 1 + i - lineStart);
            if (c == '\t' && isIndent)
            {
                errors.Add(here, path, "a tab", "spaces before a key or value");
                (isIndent, isFine) = (false, false);
            }
            else if (IsStrange(text, i))
            {
                errors.Add(here, path, string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)c:X4}"), "a text file in UTF-8 without control characters");
                return false;
            }

            isIndent &= c is ' ' or '\t';
        }

        return isFine;
    }

    private static bool IsStrange(string text, int i)
    {
        char c = text[i];
        return c switch
        {
            '\t' or '\r' => false,
            '\uFEFF' => i > 0,
            '\uFFFD' or '\uFFFE' or '\uFFFF' or '\u0085' or '\u2028' or '\u2029' => true,
            _ when char.IsControl(c) => true,
            _ when char.IsHighSurrogate(c) => i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]),
            _ when char.IsLowSurrogate(c) => i == 0 || !char.IsHighSurrogate(text[i - 1]),
            _ => false,
        };
    }
}
