namespace Twin.Page.Tests;

/// <summary>The page on paper.</summary>
[Collection(MorningGroup.Name)]
public sealed class PrintTests(Chromium chromium, PausedMorning morning)
{
    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Print_AnyView_HidesControlsAndEachPictureSaysTitleTimeAndRun()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "lang=en&theme=dark&sel=site:S-003");
        string clock = await page.SimulatedClock.InnerTextAsync();
        await Expect(page.Panel("Inside").GetByRole(AriaRole.Term).First).ToBeVisibleAsync();

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        foreach (string title in (string[])["Map", "Coverage", "Order cascade", "Waits by site and time", "Inside"])
        {
            ILocator panel = page.Panel(title);
            ILocator said = panel.Locator(".print-about");
            await Expect(said).ToContainTextAsync(title);
            await Expect(said).ToContainTextAsync(clock);
            await Expect(said).ToContainTextAsync("SIM");
            await Expect(said).ToContainTextAsync("seed 1");
        }

        await Expect(page.Button("Play")).ToBeHiddenAsync();
        await Expect(page.Button("Print")).ToBeHiddenAsync();
        await Expect(page.Button("Zoom in (+)")).ToBeHiddenAsync();
        await Expect(page.Search).ToBeHiddenAsync();
        await Expect(page.Page.GetByRole(AriaRole.Combobox)).ToHaveCountAsync(0);
        await Expect(page.Panel("Interventions")).ToBeHiddenAsync();

        // Every picture has ink: none of its canvases has lost its height, and nothing is cut off.
        string[] empty = await page.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('main [data-panel]')]
              .filter(panel => panel.offsetHeight > 0 && [...panel.querySelectorAll('canvas')].some(one => one.clientHeight < 8))
              .map(panel => panel.dataset.panel)
            """);
        Assert.Empty(empty);
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.getElementById('app').scrollHeight <= document.documentElement.scrollHeight + 1"), "the page is cut off at the window");

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await Expect(page.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await Expect(page.Page.Locator(".print-about")).ToHaveCountAsync(0);
        await Expect(page.Button("Play")).ToBeVisibleAsync();
    }
}
