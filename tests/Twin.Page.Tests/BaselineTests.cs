using System.Text.Json;

namespace Twin.Page.Tests;

/// <summary>The state before an intervention beside what came of it.</summary>
public sealed class BaselineTests(Chromium chromium)
{
    /// <summary>The numbers of the map's cells, one checksum.</summary>
    private const string Map = "() => twinMap.live.tables[twinMap.measure.index].reduce((sum, value, row) => (sum * 31 + value * (row + 1)) % 1000000007, 0)";

    [Fact]
    public async Task HoldB_AfterAnIntervention_ShowsTheStateBeforeItWhileHeld()
    {
        Chromium.SkipWithoutProgram();
        await using TwinServer server = await TwinServer.StartAsync(Repository.Root, Repository.Scenario("mass-testing-small"), "--paused");
        await server.UntilAsync(run => run.GetProperty("state").GetString() == "paused", "paused at its start");
        await server.RunToAsync(PausedMorning.HalfPastNine);
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "lang=en&theme=dark&m=tested@microGrid");
        ILocator flag = page.Page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "BASELINE" });
        await Expect(page.SimulatedClock).ToHaveTextAsync("09:30:00");
        await page.Page.WaitForFunctionAsync("() => twinMap.live && twinMap.measure && twinMap.live.times.has(twinMap.measure.topic)");
        await page.Page.Keyboard.DownAsync("b");
        await Expect(page.Page.GetByText("There is no baseline yet.")).ToBeVisibleAsync();
        await page.Page.Keyboard.UpAsync("b");
        long before = await page.Page.EvaluateAsync<long>(Map);

        await server.PostAsync("runs/1/inputs", new { type = "closeSite", sites = new[] { "S-003" } });
        await server.RunToAsync(PausedMorning.HalfPastNine + (30 * 60_000));
        await Expect(page.SimulatedClock).ToHaveTextAsync("10:00:00");
        long after = await page.Page.EvaluateAsync<long>(Map);
        string outlook = await page.Panel("Coverage").InnerTextAsync();
        await page.Page.Keyboard.DownAsync("b");

        await Expect(flag).ToContainTextAsync("BASELINE 09:30:00");
        await Expect(flag).ToContainTextAsync("S-003");
        await Expect(page.SimulatedClock).ToHaveTextAsync("09:30:00");
        Assert.Equal(before, await page.Page.EvaluateAsync<long>(Map));
        Assert.NotEqual(before, after);
        await Expect(page.Panel("Coverage")).Not.ToContainTextAsync(outlook.Split('\n')[^1]);

        await page.Page.Keyboard.UpAsync("b");
        await Expect(flag).ToBeHiddenAsync();
        await Expect(page.SimulatedClock).ToHaveTextAsync("10:00:00");
        Assert.Equal(after, await page.Page.EvaluateAsync<long>(Map));

        await page.Panel("Map").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Baseline", Exact = true }).ClickAsync();
        await Expect(flag).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("l");
        await Expect(flag).ToBeHiddenAsync();
        JsonElement run = await server.RunAsync();
        Assert.Equal("paused", run.GetProperty("state").GetString());
        Assert.Empty(page.Complaints);
    }
}
