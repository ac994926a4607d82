using System.Text.Json;
using System.Text.RegularExpressions;
using Twin.Experiments.Texts;

namespace Twin.Experiments.Tests.Texts;

/// <summary>"1 tubes", "none of the 1 sites": a count decides the form of its noun.</summary>
public sealed partial class PluralTextTests
{
    /// <summary>Words in -s after a place that are no plural nouns, or stand after what is no count.</summary>
    private static readonly string[] NoPlurals =
    [
        "as", "is", "was", "has", "does", "less", "this", "its", "unless", "towards", "always",
        "bands", "breaks", "comes", "costs", "differs", "eases", "fits", "flows", "gives", "hangs", "holds", "keeps", "leaves", "lies", "meets", "needs", "runs", "says", "slows", "starts", "suffices", "times", "waits", "asks", "passes", "minus",
    ];

    public static TheoryData<string, string> English { get; } =
    [
        .. TextCatalogue.Keys.Select(key => (key, TextCatalogue.In("en")[key])),
        .. Page().Select(text => ("page: " + text.Name, text.Value.GetProperty("en").GetString()!)),
    ];

    [Theory]
    [InlineData("answer.noJam", "No jam: at the one site the expected wait did not reach 25 min.", "1", "25 min")]
    [InlineData("answer.noJam", "No jam: at none of the 1,204 sites did the expected wait reach 25 min.", "1,204", "25 min")]
    [InlineData("answer.lab", "Next bottleneck, the laboratory: 1 tube at about 20,000 a day (an estimate) is 0.1 days of work.", "1", "20,000", "0.1")]
    [InlineData("act.lab", "Find laboratory places for 21 tubes.", "21")]
    public void Format_Count_DecidesTheForm(string key, string expected, params string[] values) =>
        Assert.Equal(expected, TextCatalogue.In("en").Format(key, [.. values]));

    [Fact]
    public void Format_OneAsNumber_IsOne() => Assert.Equal("1 site", TextCatalogue.In("en").Format("stress.value.Sites", 1));

    [Theory]
    [MemberData(nameof(English))]
    public void Text_PlaceBeforeAPlural_HasForms(string key, string text) => Assert.All(
        PlaceBeforePlural().Matches(Forms().Replace(text, "")).Select(match => match.Groups[1].Value),
        word => Assert.True(NoPlurals.Contains(word), $"{key}: \"{text}\" has a count before \"{word}\": write it as {{0|one|{word}}}."));

    [Theory]
    [MemberData(nameof(English))]
    public void Text_Forms_AreWellFormed(string key, string text) =>
        Assert.False(Forms().Replace(text, "").Contains('|', StringComparison.Ordinal), $"{key}: \"{text}\" has a plural that is not {{place|one|other}}.");

    private static IEnumerable<JsonProperty> Page()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "Twin.Viewer", "wwwroot", "texts.json")));
        return [.. document.RootElement.Clone().EnumerateObject()];
    }

    [GeneratedRegex(@"\{\d+\} (?:(?:more|other|new|base|trial|simulated|tested|registration|party|weaker) )*((?:[a-z]+s|people)\b)")]
    private static partial Regex PlaceBeforePlural();

    [GeneratedRegex(@"\{(\d+)\|((?:[^{}|]|\{\d+\})*)\|((?:[^{}|]|\{\d+\})*)\}")]
    private static partial Regex Forms();
}
