using System.Globalization;
using System.Text.Json;

namespace Twin.Page.Tests;

[Collection(MorningGroup.Name)]
public sealed class AccessibilityTests(Chromium chromium, PausedMorning morning)
{
    private const double TextContrast = 4.5;
    private const double GraphicsContrast = 3;

    private static readonly string[] Panels = ["map", "coverage", "cascade", "heat", "sites", "inside", "inputs", "log"];
    private static readonly string[] Pictures = ["map", "coverage", "cascade", "heat"];

    /// <summary>What is written on what.</summary>
    private static readonly (string Ink, string Ground)[] Texts =
    [
        .. from ink in (string[])["text", "muted", "accent", "primary"] from ground in (string[])["page", "surface", "raised"] select (ink, ground),
        ("on-primary", "primary"), ("on-accent", "accent"), ("label", "halo"), ("label-dim", "halo"), ("label", "map-ground"),
    ];

    /// <summary>What is drawn on what and must be seen to understand it.</summary>
    private static readonly (string Ink, string Ground)[] Graphics =
    [
        .. from ink in (string[])["control", "focus", "accent", "primary"] from ground in (string[])["page", "surface", "raised"] select (ink, ground),
        ("mark", "map-ground"), ("mark", "scale-0"), ("accent", "map-ground"), ("border-map", "map-ground"), ("select", "map-ground"), ("dot", "map-ground"), ("dot", "scale-0"),
        ("scale-4", "scale-0"), ("heat-3", "heat-0"), ("heat-3", "surface"),
    ];

    private readonly TwinServer server = morning.Server;

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Axe_EveryView_FindsNothing(string theme)
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await chromium.NewPageAsync();
        List<string> wrong = [];
        foreach (string view in Views())
        {
            await ShowAsync(page, theme, view);
            wrong.AddRange(await Axe.ViolationsAsync(page.Page, view));
        }

        await page.GoAsync(server.Origin, $"lang=en&theme={theme}");
        await page.Button("New run").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        wrong.AddRange(await Axe.ViolationsAsync(page.Page, "dialog to start a run"));
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Button("Help and keyboard").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        wrong.AddRange(await Axe.ViolationsAsync(page.Page, "help"));
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.GotoAsync("about:blank");
        await page.GoAsync(server.Origin, $"run=1&lang=en&theme={theme}&time=23400&speed=30");
        await Expect(page.Page.GetByText("This link was made at")).ToBeVisibleAsync();
        await page.Button("Baseline").ClickAsync();
        await Expect(page.Page.GetByText("There is no baseline yet.")).ToBeVisibleAsync();
        wrong.AddRange(await Axe.ViolationsAsync(page.Page, "moment of a link, and the baseline"));
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(3840, 1080)]
    [InlineData(820, 1180)]
    public async Task Board_EverySize_AxeFindsNothingAndNothingIsCutOff(int width, int height)
    {
        await using WatchedPage page = await (await chromium.NewPageAsync(width, height)).GoAsync(server.Origin, "lang=zh&theme=dark&sel=site:S-003");
        await Expect(page.Page.GetByRole(AriaRole.Term).First).ToBeVisibleAsync();

        Assert.Empty(await Axe.ViolationsAsync(page.Page, $"{width} × {height}"));
        Assert.True(await page.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), "the page is wider than its window");
    }

    [Fact]
    public async Task Canvases_EveryView_HaveANameAndATableTwin()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await chromium.NewPageAsync();
        List<string> wrong = [];
        int canvases = 0;
        foreach (string view in Panels.Select(panel => $"panel={panel}"))
        {
            await ShowAsync(page, "dark", view);
            JsonElement found = await page.Page.EvaluateAsync<JsonElement>("""
                () => [...document.querySelectorAll('canvas')].map(canvas => {
                  const image = canvas.closest('[role=img]');
                  const twin = canvas.closest('section')?.querySelector('button[aria-label$="as a table"]');
                  return { name: image?.getAttribute('aria-label') ?? '', hidden: canvas.closest('[aria-hidden=true]') !== null, twin: twin !== null && twin !== undefined };
                })
                """);
            foreach (JsonElement canvas in found.EnumerateArray())
            {
                canvases++;
                if (!canvas.GetProperty("hidden").GetBoolean() && (string.IsNullOrWhiteSpace(canvas.GetProperty("name").GetString()) || !canvas.GetProperty("twin").GetBoolean()))
                {
                    wrong.Add($"[{view}] {canvas}");
                }
            }
        }

        Assert.True(canvases >= Pictures.Length, $"expected a canvas in each of {Pictures.Length} pictures, found {canvases}");
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task MapTable_PausedRun_HasTheTotalThatTheDistrictShows()
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await chromium.NewPageAsync();
        TableTwin map = await page.TableAsync(server.Origin, "Map", "map", "tested@microGrid");

        long tested = (await server.RunAsync()).GetProperty("tested").GetInt64();
        Assert.Equal(tested, map.TotalOf("tested"));
        Assert.Equal(tested, map.Numbers("tested").Values.Sum());
        await Expect(page.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Control of the run" })).ToContainTextAsync(tested.ToString("N0", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Targets_EveryView_MeasureAtLeast24Pixels(string language)
    {
        Chromium.SkipWithoutProgram();
        await using WatchedPage page = await chromium.NewPageAsync();
        List<string> wrong = [];
        foreach (string view in Views())
        {
            await ShowAsync(page, "dark", view, language);
            string[] small = await page.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('button, input, select, textarea, summary, a[href], [role=tab], [role=button]')].filter(one => one.checkVisibility()).map(one => {
                  // The label of a box is part of its target.
                  const boxes = [one, ...(one.labels ?? [])].map(part => part.getBoundingClientRect());
                  const most = side => Math.max(...boxes.map(box => box[side]));
                  return { one, width: most('width'), height: most('height') };
                }).filter(({ width, height }) => width > 0 && (width < 23.99 || height < 23.99))
                  .map(({ one, width, height }) => `${one.localName} "${one.getAttribute('aria-label') ?? one.innerText.trim()}" ${width.toFixed(1)} × ${height.toFixed(1)}`)
                """);
            wrong.AddRange(small.Select(one => $"[{view}] {one}"));
        }

        Assert.Empty(wrong.Distinct());
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public async Task Theme_Tokens_ContrastIsEnough(string theme)
    {
        await using WatchedPage page = await (await chromium.NewPageAsync()).GoAsync(server.Origin, $"lang=en&theme={theme}");
        List<string> wrong = [];
        foreach ((string ink, string ground, double least) in Texts.Select(one => (one.Ink, one.Ground, TextContrast)).Concat(Graphics.Select(one => (one.Ink, one.Ground, GraphicsContrast))))
        {
            double contrast = Contrast(await ColourAsync(page, ink), await ColourAsync(page, ground));
            if (contrast < least)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{ink} on {ground}: {contrast:0.00}, expected {least}"));
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Views() =>
    [
        "", "sel=site:S-003",
        .. Panels.Select(panel => panel == "inside" ? "panel=inside&sel=microGrid:CC-01-01-001" : $"panel={panel}"),
        .. Pictures.Select(panel => $"panel={panel}&tables={panel}"),
    ];

    private async Task ShowAsync(WatchedPage page, string theme, string view, string language = "en")
    {
        await page.Page.GotoAsync("about:blank");
        await page.GoAsync(server.Origin, $"lang={language}&theme={theme}&{view}");
        await Expect(page.SimulatedClock).Not.ToHaveTextAsync("02:00:00");
    }

    private static async Task<string> ColourAsync(WatchedPage page, string token)
    {
        string colour = await page.Page.EvaluateAsync<string>("token => getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim()", token);
        Assert.True(colour.Length == 7 && colour[0] == '#', $"expected --{token} to be #rrggbb, found \"{colour}\"");
        return colour;
    }

    /// <summary>Contrast ratio, 1 to 21.</summary>
    /// <remarks>Source: WCAG 2.2, definitions of contrast ratio and of relative luminance.</remarks>
    private static double Contrast(string one, string other)
    {
        double a = Luminance(one) + 0.05;
        double b = Luminance(other) + 0.05;
        return Math.Max(a, b) / Math.Min(a, b);
    }

    private static double Luminance(string colour)
    {
        double[] linear = [.. Enumerable.Range(0, 3).Select(part => Convert.ToInt32(colour.Substring(1 + (2 * part), 2), 16) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}
