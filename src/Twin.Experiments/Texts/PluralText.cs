using System.Globalization;
using System.Text.RegularExpressions;

namespace Twin.Experiments.Texts;

/// <summary>Plurals of a text: <c>{0|site|sites}</c> is the first of the two when the value at place 0 reads 1, else the second.</summary>
/// <remarks>A form may hold places itself, as in <c>{0|the one site|each of the {0} sites}</c>. Chinese needs none. The page's texts have the same notation (state/texts.js).</remarks>
internal static partial class PluralText
{
    /// <summary>A text with the forms chosen that its values ask for; its other places stay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">Its values, of which a count is as it will be read: 1 or "1".</param>
    public static string Choose(string text, object[] values) => !text.Contains('|', StringComparison.Ordinal)
        ? text
        : Form().Replace(text, form => form.Groups[IsOne(values[int.Parse(form.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]) ? 2 : 3].Value);

    private static bool IsOne(object value) => string.Format(CultureInfo.InvariantCulture, "{0}", value) == "1";

    [GeneratedRegex(@"\{(\d+)\|((?:[^{}|]|\{\d+\})*)\|((?:[^{}|]|\{\d+\})*)\}")]
    private static partial Regex Form();
}
