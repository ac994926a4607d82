using System.Text.Json;
using System.Text.RegularExpressions;

namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed partial class LanguageTests(Chromium chromium, PausedMorning morning)
{
    private const string Texts = """
        () => {
          const out = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) if (!walk.currentNode.parentElement.closest('script, noscript')) out.push(walk.currentNode.textContent.trim());
          for (const one of document.querySelectorAll('body *')) {
            for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext']) {
              // The name of a fact has the server's key as its title, for those who read the API.
              if (one.hasAttribute(name) && !(one.localName === 'dt' && name === 'title')) out.push(one.getAttribute(name).trim());
            }
          }
          return [...new Set(out)].filter(Boolean);
        }
        """;

    private static readonly string[] Views = ["", "panel=map&tables=map", "panel=coverage&tables=coverage", "panel=cascade&tables=cascade", "panel=heat&tables=heat", "panel=sites", "panel=inputs", "panel=log"];
    private static readonly string[] Selections = ["site:S-003", "street:CC", "community:CC-01", "microGrid:CC-01-01-001", "partyGroup:CC-01-01-001", "household:CC-01-01-001-H001"];

    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Switch_Language_ChangesTheTextsAtOnce()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        await Expect(page.Button("Play")).ToBeVisibleAsync();
        int loads = page.Requests.Count(url => url.EndsWith("/texts.json", StringComparison.Ordinal));

        await page.Button("中文").ClickAsync();
        await Expect(page.Button("运行")).ToBeVisibleAsync();
        await Expect(page.Panel("地图")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "zh-CN");
        await Expect(page.Page).ToHaveTitleAsync("江北区数字孪生");

        await page.Button("English").ClickAsync();
        await Expect(page.Button("Play")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.Equal(loads, page.Requests.Count(url => url.EndsWith("/texts.json", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Texts_EveryView_ShowNoKeyAndNoOtherLanguage(string language)
    {
        Chromium.SkipWithoutProgram();
        Dictionary<string, (string English, string Chinese)> catalogue = Catalogue();
        HashSet<string> foreign = language == "en" ? [] : [.. catalogue.Values.Where(both => both.English != both.Chinese && both.English.Length > 2).Select(both => both.English)];
        List<string> wrong = [];
        await using WatchedPage page = await chromium.NewPageAsync();
        foreach (string view in Views.Concat(Selections.Select(one => $"panel=inside&sel={one}")))
        {
            await page.Page.GotoAsync("about:blank");
            await page.GoAsync(server.Origin, $"lang={language}&theme=dark&{view}");
            if (view.StartsWith("panel=inside", StringComparison.Ordinal))
            {
                await Expect(page.Page.GetByRole(AriaRole.Term).First).ToBeVisibleAsync();
            }

            string[] texts = await page.Page.EvaluateAsync<string[]>(Texts);
            wrong.AddRange(texts.Where(text => catalogue.ContainsKey(text) && text.Contains('.', StringComparison.Ordinal)).Select(text => $"[{view}] key of the catalogue: {text}"));
            wrong.AddRange(texts.Where(text => KeyLike().IsMatch(text)).Select(text => $"[{view}] looks like a key: {text}"));
            wrong.AddRange(texts.Where(foreign.Contains).Select(text => $"[{view}] English: {text}"));
            if (language == "zh")
            {
                IReadOnlyList<string> entries = await page.Page.Locator("dt, main li > span:nth-child(2), td:nth-child(6)").AllInnerTextsAsync();
                wrong.AddRange(entries.Where(text => text.Any(char.IsAsciiLetterLower) && !text.Any(one => one > '\u2E7F')).Select(text => $"[{view}] not Chinese: {text}"));
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Catalogue_EveryKeyThatTheScriptsName_IsThereInBothLanguages()
    {
        Dictionary<string, (string English, string Chinese)> catalogue = Catalogue();
        string[] named = [.. Directory.GetFiles(Path.Combine(Repository.Page, "js"), "*.js", SearchOption.AllDirectories)
            .SelectMany(file => NamedKey().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct()];

        Assert.True(named.Length > 50, $"expected the keys of all scripts, found {named.Length}");
        Assert.DoesNotContain(named, key => !catalogue.ContainsKey(key));
        Assert.DoesNotContain(catalogue, one => string.IsNullOrWhiteSpace(one.Value.English) || string.IsNullOrWhiteSpace(one.Value.Chinese));
        Assert.DoesNotContain(catalogue, one => !Places(one.Value.English).SetEquals(Places(one.Value.Chinese)));
    }

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, (string English, string Chinese)> Catalogue() => JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Page, "texts.json")))
        .EnumerateObject().ToDictionary(one => one.Name, one => (one.Value.GetProperty("en").GetString()!, one.Value.GetProperty("zh").GetString()!));

    /// <summary>A word with a capital inside, or words joined by dots: how keys are written, and texts are not.</summary>
    [GeneratedRegex(@"^(?!https?)[a-z]+([A-Z][a-z]+)+$|^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z0-9]*)+( .*)?$")]
    private static partial Regex KeyLike();

    [GeneratedRegex(@"\bt\('([a-zA-Z][\w.]*)'")]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
