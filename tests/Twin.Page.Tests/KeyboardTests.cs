using System.Text.Json;

namespace Twin.Page.Tests;

/// <summary>Everything without a pointer.</summary>
[Collection(MorningGroup.Name)]
public sealed class KeyboardTests(Chromium chromium, PausedMorning morning)
{
    /// <summary>More than any view has: whoever presses Tab so often has gone round.</summary>
    private const int MostStops = 400;

    private const string Focused = """
        () => {
          const one = document.activeElement;
          return one === document.body || !one ? '' : `${one.localName} ${one.getAttribute('role') ?? ''} ${one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText}`.trim();
        }
        """;

    private readonly TwinServer server = morning.Server;

    [Fact]
    public async Task Tab_AllTheWay_ReachesEverythingAndIsNeverTrapped()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, "lang=en&theme=dark&sel=site:S-003");
        await Expect(page.Page.GetByRole(AriaRole.Term).First).ToBeVisibleAsync();
        await page.Page.EvaluateAsync("() => document.activeElement.blur()");

        // Marks what has had the focus, so that one that comes twice in a row, a trap, is told from two with the same name.
        List<string> stops = [];
        while (stops.Count < MostStops)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            string stop = await page.Page.EvaluateAsync<string>(Focused);
            bool again = await page.Page.EvaluateAsync<bool>("() => { const one = document.activeElement; const was = one.seen === true; one.seen = true; return was; }");
            if (stop.Length == 0 || again)
            {
                break;
            }

            stops.Add(stop);
        }

        Assert.True(stops.Count < MostStops, $"{MostStops} presses of Tab did not go round; the last: {string.Join("; ", stops.TakeLast(5))}");
        int left = await page.Page.EvaluateAsync<int>("""
            () => [...document.querySelectorAll('button, input, select, textarea, summary, [tabindex="0"]')]
              .filter(one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !one.seen).length
            """);
        Assert.Equal(0, left);
        Assert.Contains(stops, stop => stop.StartsWith("button", StringComparison.Ordinal) && stop.Contains("Play", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("Search by code or name", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("Map of the district", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("as a table", StringComparison.Ordinal));
        Assert.Contains(stops, stop => stop.Contains("Intervene here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Focus_OnControls_IsVisible()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        for (int i = 0; i < 12; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            bool isVisible = await page.Page.EvaluateAsync<bool>("() => { const s = getComputedStyle(document.activeElement); return document.activeElement === document.body || (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2); }");
            Assert.True(isVisible, $"no outline of 2 px or more on {await page.Page.EvaluateAsync<string>(Focused)}");
        }
    }

    [Fact]
    public async Task RunControl_KeysAlone_StepsAndPlaysAndPauses()
    {
        Chromium.SkipWithoutProgram();
        await server.ControlAsync(new { action = "speed", speed = 60 });
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        await Expect(page.Button("Play")).ToBeVisibleAsync();
        long before = (await server.RunAsync()).GetProperty("simTime").GetInt64();

        await page.Page.Keyboard.PressAsync("ArrowRight");
        JsonElement stepped = await server.UntilAsync(run => run.GetProperty("simTime").GetInt64() > before, $"after {before}");
        await Expect(page.SimulatedClock).ToHaveTextAsync(Clock.Text(stepped));

        await page.Page.Keyboard.PressAsync(".");
        await server.UntilAsync(run => run.GetProperty("speed").GetDouble() == 120, "speed 120");
        await page.Page.Keyboard.PressAsync(",");
        await server.UntilAsync(run => run.GetProperty("speed").GetDouble() == 60, "speed 60");

        await page.Page.Keyboard.PressAsync("Space");
        await Expect(page.Button("Pause")).ToBeVisibleAsync();
        await page.Button("Pause").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Button("Play")).ToBeVisibleAsync();
        await server.UntilAsync(run => run.GetProperty("state").GetString() == "paused", "paused");
    }

    [Fact]
    public async Task SearchPanelAndTable_KeysAlone_AreReachedAndLeft()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        IKeyboard keys = page.Page.Keyboard;

        await keys.PressAsync("/");
        await Expect(page.Search).ToBeFocusedAsync();
        await keys.TypeAsync("S-00");
        await Expect(page.Found.First).ToBeVisibleAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("Enter");
        await Expect(page.Panel("Inside")).ToContainTextAsync("S-001");
        await keys.PressAsync("Escape");
        await Expect(page.Search).Not.ToBeFocusedAsync();

        ILocator tab = page.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Inside", Exact = true });
        await tab.FocusAsync();
        await keys.PressAsync("ArrowRight");
        await Expect(page.Page.GetByRole(AriaRole.Tab, new PageGetByRoleOptions { Name = "Interventions", Exact = true })).ToBeFocusedAsync();
        await Expect(page.Panel("Interventions")).ToBeVisibleAsync();

        ILocator twin = page.Button("Map as a table");
        await twin.FocusAsync();
        await keys.PressAsync("Space");
        await Expect(page.Panel("Map").GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await keys.PressAsync("t");
        await Expect(page.Panel("Map").GetByRole(AriaRole.Table)).ToBeHiddenAsync();
        await keys.PressAsync("f");
        await Expect(page.Panel("Coverage")).ToBeHiddenAsync();
        await keys.PressAsync("Escape");
        await Expect(page.Panel("Coverage")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Dialog_KeysAlone_HoldsTheFocusAndGivesItBack()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        IKeyboard keys = page.Page.Keyboard;
        ILocator opener = page.Button("New run");
        ILocator dialog = page.Page.GetByRole(AriaRole.Dialog);

        await opener.FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(dialog).ToBeVisibleAsync();
        for (int i = 0; i < 12; i++)
        {
            await keys.PressAsync("Tab");
            Assert.True(await page.Page.EvaluateAsync<bool>("() => document.activeElement === document.body || document.querySelector('dialog').contains(document.activeElement)"), "the focus left the dialog");
        }

        await keys.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(opener).ToBeFocusedAsync();
        await keys.PressAsync("?");
        await Expect(dialog).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new LocatorGetByRoleOptions { Name = "Shortcuts are on" }).FocusAsync();
        await keys.PressAsync("Space");
        await keys.PressAsync("Escape");
        await Expect(dialog).ToBeHiddenAsync();
        await keys.PressAsync("?");
        await Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Map_Keys_MoveZoomAndSelect()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin);
        ILocator map = page.Page.GetByRole(AriaRole.Application);
        await map.FocusAsync();

        string clock = await page.SimulatedClock.InnerTextAsync();
        await page.Page.Keyboard.PressAsync("+");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("[#&]at="));
        await page.Page.Keyboard.PressAsync("Enter");

        await Expect(page.Panel("Inside").GetByRole(AriaRole.Term).First).ToBeVisibleAsync();
        await Expect(page.SimulatedClock).ToHaveTextAsync(clock);
    }
}
