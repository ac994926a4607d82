using System.Globalization;
using System.Text.Json;

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
    public async Task Address_OfAnEarlierMoment_MarksItSaysWhatWasThenAndLeavesTheRunAlone()
    {
        Chromium.SkipWithoutProgram();
        JsonElement before = await server.RunAsync();
        JsonElement series = await server.GetAsync("runs/1/series");
        long tested = series.GetProperty("tested")[390].GetInt64();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "run=1&lang=en&theme=dark&time=23400&speed=30");
        ILocator notice = page.Page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "This link was made at 08:30:00." });

        await Expect(notice).ToContainTextAsync($"Then: {tested.ToString("N0", CultureInfo.InvariantCulture)} tested");
        await Expect(notice).ToContainTextAsync("It was made at 30 ×");
        await Expect(notice.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Set 30 × for everybody" })).ToBeVisibleAsync();
        await Expect(page.SimulatedClock).ToHaveTextAsync(Clock.Text(before));
        JsonElement after = await server.RunAsync();
        Assert.Equal(before.GetProperty("simTime").GetInt64(), after.GetProperty("simTime").GetInt64());
        Assert.Equal(before.GetProperty("speed").GetDouble(), after.GetProperty("speed").GetDouble());
        Assert.Contains("time=23400&speed=30", page.Page.Url, StringComparison.Ordinal);

        await page.Page.Keyboard.PressAsync("l");

        await Expect(notice).ToBeHiddenAsync();
        await page.Page.WaitForFunctionAsync(WrittenAddress, $"time={before.GetProperty("simTime").GetInt64() / 1000}&");
    }

    [Fact]
    public async Task Address_OfALaterMoment_OffersToRunThere()
    {
        Chromium.SkipWithoutProgram();
        JsonElement run = await server.RunAsync();
        long later = (run.GetProperty("simTime").GetInt64() / 1000) + 7200;
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, $"run=1&lang=en&theme=dark&time={later}");

        await Expect(page.Button($"Run to {Clock.Text(run, later * 1000)[..5]}")).ToBeVisibleAsync();

        Assert.Equal(run.GetProperty("simTime").GetInt64(), (await server.RunAsync()).GetProperty("simTime").GetInt64());
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
