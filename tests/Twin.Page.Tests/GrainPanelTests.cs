using System.Globalization;
using System.Text.Json;

namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed class GrainPanelTests(Chromium chromium, PausedMorning morning)
{
    private readonly TwinServer server = morning.Server;

    [Theory]
    [InlineData("S-003", "sites")]
    [InlineData("CC", "streets")]
    [InlineData("CC-01", "communities")]
    [InlineData(null, "micro-grids")]
    [InlineData(null, "base-grids")]
    [InlineData(null, "compounds")]
    [InlineData(null, "households")]
    public async Task Search_Code_ShowsWhatTheGrainSays(string? code, string kind)
    {
        Chromium.SkipWithoutProgram();
        string asked = code ?? await FirstCodeAsync(kind);
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);

        await page.SearchAsync(asked);

        JsonElement grain = await server.GetAsync($"runs/1/{kind}/{asked}");
        ILocator panel = page.Page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "Inside", Exact = true });
        await Expect(panel).ToContainTextAsync(asked);
        await Expect(panel.GetByRole(AriaRole.Term).First).ToBeVisibleAsync();
        JsonElement run = await server.RunAsync();
        int compared = 0;
        foreach (JsonProperty one in grain.GetProperty("state").EnumerateObject())
        {
            if (Shown(run, one) is { } text)
            {
                // The key is beside the name that the page gives it. First comes what the grain says, then what frames say.
                await Expect(panel.Locator($"dt[data-key='{one.Name}'] + dd").First).ToHaveTextAsync(text);
                compared++;
            }
        }

        Assert.True(compared >= 2, $"{asked}: expected at least 2 plain numbers to compare, found {compared} in {grain}");
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Search_UnknownCode_SaysSo()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);

        await page.Search.FillAsync("S-999");

        await Expect(page.Found).ToHaveTextAsync("Nothing has this code or name");
    }

    /// <summary>A swab's end is no event of the site: its number of people tested changed with nothing to tell the stream of it.</summary>
    [Fact]
    public async Task SitesTable_PausedRun_EqualsWhatTheGrainsSay()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "lang=en&theme=dark&panel=sites&tables=sites");
        for (int step = 0; step < 3; step++)
        {
            await server.ControlAsync(new { action = "step" });
            await Expect(page.SimulatedClock).ToHaveTextAsync(Clock.Text(await server.RunAsync()));
            foreach (JsonElement site in (await server.GetAsync("runs/1/sites")).GetProperty("items").EnumerateArray())
            {
                string code = site.GetProperty("code").GetString()!;
                long tested = (await server.GetAsync($"runs/1/sites/{code}")).GetProperty("state").GetProperty("tested").GetInt64();
                ILocator row = page.Panel("Sites").GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = code });
                await Expect(row.GetByRole(AriaRole.Cell, new LocatorGetByRoleOptions { Name = tested.ToString("N0", CultureInfo.InvariantCulture), Exact = true }).First).ToBeVisibleAsync();
            }
        }
    }

    [Fact]
    public async Task Selection_OnePanel_IsTheSelectionOfAll()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync(3840, 1080)).GoAsync(server.Origin);

        await page.Panel("Sites").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "S-005", Exact = true }).ClickAsync();

        await Expect(page.Panel("Inside")).ToContainTextAsync("S-005");
        await Expect(page.Panel("Sites").Locator("tr[aria-selected=true]")).ToContainTextAsync("S-005");
        await page.Panel("Inside").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "S-00", Exact = false }).First.ClickAsync();
        await Expect(page.Panel("Sites").Locator("tr[aria-selected=true]")).Not.ToContainTextAsync("S-005");
    }

    private async Task<string> FirstCodeAsync(string kind)
    {
        string path = kind == "households" ? $"runs/1/micro-grids/{await FirstCodeAsync("micro-grids")}/households" : $"runs/1/{kind}?limit=1";
        JsonElement answer = await server.GetAsync(path);
        return answer.GetProperty(kind == "households" ? "households" : "items")[0].GetProperty("code").GetString()!;
    }

    /// <summary>How the page shows a value: whole numbers grouped, moments as clock times, yes and no; null for what it shows in words of its own (lengths, states).</summary>
    private static string? Shown(JsonElement run, JsonProperty one) => one.Value.ValueKind switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Number when one.Name.EndsWith("At", StringComparison.Ordinal) => one.Value.GetInt64() < 0 ? "–" : Clock.Text(run, one.Value.GetInt64()),
        JsonValueKind.Number when one.Name != "state" && one.Name != "order" && one.Name != "stage"
            && !one.Name.EndsWith("Time", StringComparison.Ordinal) && !one.Name.EndsWith("Seconds", StringComparison.Ordinal) && one.Value.TryGetInt64(out long number)
            => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => null,
    };
}
