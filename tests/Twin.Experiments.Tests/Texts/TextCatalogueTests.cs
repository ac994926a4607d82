using System.Text.RegularExpressions;
using SkiaSharp;
using Twin.Experiments.Charts;
using Twin.Experiments.Tables;
using Twin.Experiments.Texts;
using Twin.Model.Testing;

namespace Twin.Experiments.Tests.Texts;

public sealed partial class TextCatalogueTests
{
    /// <summary>Symbols and codes that are the same in every language.</summary>
    private static readonly string[] Untranslated = ["sensitivity.mu", "sensitivity.sigma"];

    [Fact]
    public void Keys_EachLanguage_HasEveryTextWithTheSamePlaces()
    {
        TextSet english = TextCatalogue.In("en");
        TextSet chinese = TextCatalogue.In("zh");
        Assert.NotEmpty(TextCatalogue.Keys);
        foreach (string key in TextCatalogue.Keys)
        {
            Assert.False(string.IsNullOrEmpty(english[key]), key);
            Assert.False(string.IsNullOrEmpty(chinese[key]), key);
            Assert.True(Places(english[key]).SetEquals(Places(chinese[key])), $"'{key}' has other places in Chinese: {english[key]} / {chinese[key]}");
        }
    }

    [Fact]
    public void Keys_ChineseWithWords_HasChineseCharacters()
    {
        TextSet chinese = TextCatalogue.In("zh");
        Assert.All(TextCatalogue.Keys.Where(key => AsciiWord().IsMatch(Place().Replace(chinese[key], ""))), key => Assert.True(
            chinese[key].Any(ChineseText.IsChinese) || Untranslated.Contains(key), $"'{key}' in Chinese is \"{chinese[key]}\"."));
    }

    [Fact]
    public void Keys_UsedInTheSource_AreInTheCatalogue()
    {
        string source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Twin.Experiments"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        string[] used = [.. UsedKey().Matches(source).Select(match => match.Groups[1].Value).Distinct()];
        Assert.True(used.Length > 60, $"Only {used.Length} keys were found in the source.");
        Assert.All(used, key => Assert.Contains(key, TextCatalogue.Keys));
        Assert.All(UntestedReasons.Keys, key => Assert.Contains($"reason.{key}", TextCatalogue.Keys));
        Assert.All(Enum.GetValues<JamTier>(), tier => Assert.Contains($"tier.{JamTiers.KeyOf(tier)}", TextCatalogue.Keys));
    }

    [Fact]
    public void Font_EveryCharacterOfTheCatalogue_HasAGlyph()
    {
        string all = string.Concat(TextCatalogue.Keys.SelectMany(key => TextCatalogue.Languages.Select(language => TextCatalogue.In(language)[key])))
            + string.Concat(MassTestMeasures.All.Select(measure => measure.English + measure.Chinese));
        SKTypeface typeface = ChartFont.Typeface;
        Assert.Empty(all.EnumerateRunes().Distinct().Where(rune => typeface.GetGlyph(rune.Value) == 0).Select(rune => rune.ToString()));
    }

    [Fact]
    public void In_UnknownLanguage_SaysWhatIsAllowed() =>
        Assert.Contains("en and zh", Assert.Throws<ArgumentException>(() => TextCatalogue.In("fr")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0.0, "0.0 %")]
    [InlineData(1.0, "100.0 %")]
    [InlineData(0.99999, "99.9 %")]
    [InlineData(0.00001, "0.1 %")]
    [InlineData(0.9844, "98.4 %")]
    public void Percent_NeverClaimsAllOrNoneWrongly(double share, string expected) => Assert.Equal(expected, TextCatalogue.In("en").Percent(share));

    [Theory]
    [InlineData(59.4, "59 s", "59 秒")]
    [InlineData(120, "2 min", "2 分钟")]
    [InlineData(125, "2 min 5 s", "2 分 5 秒")]
    [InlineData(3600, "1 h", "1 小时")]
    [InlineData(5430, "1 h 30 min", "1 小时 30 分")]
    public void Duration_Seconds_ReadsAsWords(double seconds, string english, string chinese)
    {
        Assert.Equal(english, TextCatalogue.In("en").Duration(seconds));
        Assert.Equal(chinese, TextCatalogue.In("zh").Duration(seconds));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex AsciiWord();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();

    [GeneratedRegex("(?:texts?\\[|exts\\.Format\\(\\s*)\"([a-zA-Z0-9.]+)\"")]
    private static partial Regex UsedKey();
}
