using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Twin.Viewer.Http;

namespace Twin.Viewer.Tests.Page;

/// <summary>What the page says in both languages of what the server names by a key: kinds of problems, where something was wrong, fields of a state.</summary>
public sealed partial class PageTextsTests
{
    private static readonly Dictionary<string, (string English, string Chinese)> Texts = Read();

    /// <summary>Texts that are the same in every language: symbols, codes, what a user types.</summary>
    private static readonly string[] Untranslated = [];

    [Fact]
    public void Texts_ChineseOfWords_IsChinese() => Assert.All(
        Texts.Where(text => Word().IsMatch(Place().Replace(text.Value.Chinese, "")) && !Untranslated.Contains(text.Key)),
        text => Assert.True(HasChinese(text.Value.Chinese), $"'{text.Key}' in Chinese is \"{text.Value.Chinese}\"."));

    [Theory]
    [InlineData(typeof(OrganisationState))]
    [InlineData(typeof(PartyGroupState))]
    [InlineData(typeof(MicroGridState))]
    [InlineData(typeof(HouseholdState))]
    [InlineData(typeof(SiteState))]
    public void State_EveryField_HasNameAndTooltip(Type state) => Assert.All(
        state.GetProperties(BindingFlags.Instance | BindingFlags.Public).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)),
        field =>
        {
            AssertBoth($"state.{field}");
            AssertBoth($"state.{field}.what");
        });

    [Fact]
    public void Problem_EveryKind_HasWords() => Assert.All(
        Kind().Matches(Source("Twin.Viewer", "Http", "Problem.cs")).Select(match => match.Groups[1].Value),
        kind =>
        {
            AssertBoth($"problem.{kind}");
            AssertBoth($"problem.{kind}.do");
        });

    [Fact]
    public void Problem_EveryPlaceOfTheSource_HasWords()
    {
        string[] places = [.. new[] { "Twin.Viewer", "Twin.Grains", "Twin.Silo", "Twin.Model" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root(), "src", project), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains("InputError", StringComparison.Ordinal) || path.Contains("Http", StringComparison.Ordinal))
            .SelectMany(path => Found().Matches(File.ReadAllText(path)))
            .Select(match => match.Groups[1].Value).Distinct()];
        Assert.True(places.Length > 25, $"Only {places.Length} places were found in the source.");
        Assert.All(places, place => AssertBoth($"problem.at.{place}"));
    }

    [Theory]
    [InlineData("sites[2]", "sites")]
    [InlineData("testing.staff.absence", "scenarioKey")]
    [InlineData("Idempotency-Key", "Idempotency-Key")]
    public void ProblemError_Path_HasAStableKey(string path, string key) => Assert.Equal(key, new ProblemError(path, "", "").Key);

    private static void AssertBoth(string key)
    {
        Assert.True(Texts.TryGetValue(key, out (string English, string Chinese) text), $"The page has no text '{key}'.");
        Assert.False(HasChinese(text.English), $"'{key}' in English is \"{text.English}\".");
        Assert.True(HasChinese(text.Chinese) || text.Chinese == text.English, $"'{key}' in Chinese is \"{text.Chinese}\".");
    }

    private static bool HasChinese(string text) => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff');

    private static Dictionary<string, (string English, string Chinese)> Read()
    {
        using JsonDocument texts = JsonDocument.Parse(Source("Twin.Viewer", "wwwroot", "texts.json"));
        return texts.RootElement.EnumerateObject().ToDictionary(
            text => text.Name, text => (text.Value.GetProperty("en").GetString()!, text.Value.GetProperty("zh").GetString()!), StringComparer.Ordinal);
    }

    private static string Source(params string[] path) => File.ReadAllText(Path.Combine([Root(), "src", .. path]));

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));

    [GeneratedRegex("(?:InputError|Wrong)\\(\\s*\\$?\"([A-Za-z-]+)[\"\\[]")]
    private static partial Regex Found();

    [GeneratedRegex("= \\(\"([a-z-]+)\", \"")]
    private static partial Regex Kind();

    [GeneratedRegex("[A-Za-z]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
