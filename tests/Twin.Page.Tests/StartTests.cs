using System.Text.Json;

namespace Twin.Page.Tests;

/// <summary>The marks of the page's start, which a benchmark reads.</summary>
[Collection(MorningGroup.Name)]
public sealed class StartTests(Chromium chromium, PausedMorning morning)
{
    private static readonly string[] Expected = ["twin-begin", "twin-shell", "twin-runs", "twin-layout", "twin-first-frame", "twin-first-picture"];

    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Start_FreshBrowser_MarksEachStepOnceAndAsksForNothingTwice()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "run=1&lang=en&theme=dark");
        await page.Page.WaitForFunctionAsync("() => performance.getEntriesByName('twin-first-picture').length > 0");

        JsonElement marks = await page.Page.EvaluateAsync<JsonElement>("() => performance.getEntriesByType('mark').map(one => one.name).filter(one => one.startsWith('twin-'))");
        string[] asked = [.. page.Requests.Where(url => url.Contains("/api/v1/", StringComparison.Ordinal)).Select(url => new Uri(url).PathAndQuery)];

        Assert.Equal(Expected.Order(), marks.EnumerateArray().Select(mark => mark.GetString()!).Order());
        Assert.Equal("twin-first-picture", marks.EnumerateArray().Last().GetString());
        Assert.Contains("/api/v1/runs/1/layout", asked);
        Assert.Equal(asked.Distinct(), asked);
    }
}
