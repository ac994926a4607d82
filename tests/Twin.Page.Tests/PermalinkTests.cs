namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed class PermalinkTests(Chromium chromium, PausedMorning morning)
{
    /// <summary>Longer than the page waits before it writes the address.</summary>
    private const string WrittenAddress = "part => location.hash.includes(part)";

    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Address_OpenedInAFreshBrowser_GivesTheSameView()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        await page.SearchAsync("S-003");
        await Expect(page.Page.GetByRole(AriaRole.Term).First).ToBeVisibleAsync();
        await page.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Measure on the map" }).SelectOptionAsync("notified@microGrid");
        await page.Button("Order cascade as a table").ClickAsync();
        await page.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Sites", Exact = true }).ClickAsync();
        await page.Panel("Sites").GetByRole(AriaRole.Columnheader).First.GetByRole(AriaRole.Button).ClickAsync();
        await page.Button("Zoom in (+)").ClickAsync();
        await page.Button("Sites on or off").ClickAsync();
        await page.Button("Light theme").ClickAsync();
        await page.Button("中文").ClickAsync();
        await page.Page.WaitForFunctionAsync(WrittenAddress, "lang=zh");
        string address = page.Page.Url;

        await using WatchedPage fresh = await chromium.NewPageAsync();
        await fresh.Page.GotoAsync(address);
        await Expect(fresh.Panel("点位表")).ToBeVisibleAsync();
        await Expect(fresh.Page.GetByRole(AriaRole.Term).First).ToBeVisibleAsync();

        await Expect(fresh.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(fresh.Panel("详情")).ToContainTextAsync("S-003");
        await Expect(fresh.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "地图指标" })).ToHaveValueAsync("notified@microGrid");
        await Expect(fresh.Panel("指令传导").GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await Expect(fresh.Button("显示或隐藏点位")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(await ViewAsync(page), await ViewAsync(fresh));
        Assert.Equal(address, fresh.Page.Url);
    }

    [Fact]
    public async Task Address_OfAnUnknownRun_IsSaidAndARunIsShown()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "run=999&lang=en&theme=dark");

        await Expect(page.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("999");
    }

    [Fact]
    public async Task Address_ChangedByHand_GivesThatViewAlone()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "lang=en&theme=dark&panel=log");
        await Expect(page.Panel("Map")).ToBeHiddenAsync();

        await page.Page.GotoAsync($"{server.Origin}#lang=en&theme=dark");

        await Expect(page.Panel("Map")).ToBeVisibleAsync();
    }

    /// <summary>The names and states of all controls but what was typed into the search, and the rows of all tables.</summary>
    private static Task<string> ViewAsync(WatchedPage page) => page.Page.EvaluateAsync<string>("""
        () => JSON.stringify([...document.querySelectorAll('main button, main select, main input:not([role=combobox]), main th, main td:first-child')]
          .map(one => [one.innerText, one.value, one.getAttribute('aria-pressed'), one.getAttribute('aria-selected'), one.getAttribute('aria-sort')].join('|')).filter(one => !/\d:\d\d/.test(one)))
        """);
}
