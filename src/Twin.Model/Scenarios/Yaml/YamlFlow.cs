using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Twin.Model.Scenarios.Yaml;

/// <summary>Writes a node on one line, so that it reads as the same node again.</summary>
internal static partial class YamlFlow
{
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A node on one line.</summary>
    /// <param name="node">The node.</param>
    public static string Of(YamlNode node) => node switch
    {
        YamlScalar scalar => Scalar(scalar),
        YamlList list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        YamlMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{Word(entry.Key)}: {Of(entry.Value)}"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node.Description, "No such node."),
    };

    private static string Scalar(YamlScalar scalar) => scalar.IsNull ? "null" : scalar.IsPlain ? Word(scalar.Text) : Quoted(scalar.Text);

    private static string Word(string text) => PlainPattern().IsMatch(text) ? text : Quoted(text);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    [GeneratedRegex(@"\A[\p{L}0-9_./+-]([\p{L}0-9_./+:% -]*[\p{L}0-9_./%+-])?(?<!:)\z(?<!: .*)", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPattern();
}
