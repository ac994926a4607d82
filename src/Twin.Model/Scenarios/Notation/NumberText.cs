using System.Globalization;
using System.Text.RegularExpressions;

namespace Twin.Model.Scenarios.Notation;

/// <summary>Numbers as a file writes them.</summary>
internal static partial class NumberText
{
    /// <summary>Reads a finite number.</summary>
    /// <param name="text">Digits with an optional sign, point and exponent.</param>
    /// <param name="number">The number.</param>
    public static bool TryParse(string text, out double number)
    {
        number = 0;
        return IsNumber(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>Whether a text is written as a number, finite or not.</summary>
    /// <param name="text">The text.</param>
    public static bool IsNumber(string text) => NumberPattern().IsMatch(text);

    /// <summary>Whether a text is written as a whole number, of any size.</summary>
    /// <param name="text">The text.</param>
    public static bool IsWhole(string text) => WholePattern().IsMatch(text);

    /// <summary>A number with every digit that it takes to read it back, never with an exponent.</summary>
    /// <param name="number">A finite number.</param>
    public static string Format(double number)
    {
        string text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal)
            ? number.ToString("0." + new string('#', 340), CultureInfo.InvariantCulture)
            : text;
    }

    /// <summary>What somebody may have meant who wrote a number in another way; null if nothing is near.</summary>
    /// <param name="text">The text.</param>
    public static string? Suggest(string text)
    {
        if (text.EndsWith('%') && TryParse(text[..^1].TrimEnd(), out double percent))
        {
            return Format(percent / 100);
        }

        string near = text.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        string grouped = GroupPattern().IsMatch(near) ? near.Replace(",", "", StringComparison.Ordinal) : near.Replace(",", ".", StringComparison.Ordinal);
        return grouped != text && TryParse(grouped, out _) ? grouped : null;
    }

    [GeneratedRegex(@"\A[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"\A[-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholePattern();

    [GeneratedRegex(@"\A[-+]?[0-9]{1,3}(,[0-9]{3})+\z", RegexOptions.CultureInvariant)]
    private static partial Regex GroupPattern();
}
