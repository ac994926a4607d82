using System.Diagnostics;
using System.Globalization;

namespace Twin.Page.Tests;

/// <summary>Makes the pictures of docs/images. Only when asked for: <c>dotnet test --project tests/Twin.Page.Tests -c Release --explicit only</c>.</summary>
public sealed class ScreenshotTests(Chromium chromium)
{
    private const long MostBytes = 310_000;

    /// <summary>Half an hour after the order went out: the cascade is under way.</summary>
    private const long CascadeUnderWay = 26 * 60_000;

    /// <summary>Time for the map's flight and the panels' slowest tick.</summary>
    private const string Settle = "() => new Promise(done => setTimeout(() => requestAnimationFrame(() => done(true)), 2500))";

    private static readonly Size Laptop = new(1280, 720);
    private static readonly Size Wall = new(3840, 1080);

    /// <summary>Each view with its theme on a laptop; on a wall it has the other one.</summary>
    private static readonly Picture[] Morning =
    [
        new("overview", "dark", "", null),
        new("overview", "light", "", null),
        new("site", "dark", "sel=site:S-017", null),
        new("heatmap", "dark", "panel=heat&sel=site:S-161", null),
        new("sites", "light", "panel=sites", null),
        new("coverage", "dark", "panel=coverage", null),
        new("grain", "light", "", page => FindAsync(page, "CC-20-02-003")),
        new("street", "dark", "", page => FindAsync(page, "KP")),
        new("households", "light", "dots=on&m=tested@microGrid", page => FindAsync(page, "WJ-07-03-004-H021")),
        new("interventions", "dark", "sel=site:S-017", PreviewAsync),
        new("log", "light", "panel=log", null),
        new("start", "dark", "", page => page.Button("New run").ClickAsync()),
        new("table", "light", "panel=map&tables=map", null),
        new("baseline", "light", "sel=site:S-017", page => page.Button("Baseline").ClickAsync()),
        new("chinese", "light", "sel=site:S-017", null, "zh"),
        new("print", "dark", "sel=site:S-017", page => page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print })),
    ];

    [Fact(Explicit = true)]
    public async Task Pictures_FullDistrictWithTheGuidelinesStaff_AreWritten()
    {
        Chromium.SkipWithoutProgram();
        string folder = Path.Combine(Repository.Root, "docs", "images");
        foreach (string old in Directory.GetFiles(Directory.CreateDirectory(folder).FullName, "page-*.png"))
        {
            File.Delete(old);
        }

        await using TwinServer server = await TwinServer.StartAsync(Repository.Root, Repository.Scenario("mass-testing-guideline"), "--paused");
        await server.UntilAsync(run => run.GetProperty("state").GetString() == "paused", "paused at its start");
        await server.RunToAsync(CascadeUnderWay);
        await TakeAsync(server, folder, new Picture("cascade", "dark", "panel=cascade", null));
        await server.RunToAsync(PausedMorning.HalfPastNine);
        foreach (Picture picture in Morning.Where(picture => picture.View != "baseline"))
        {
            await TakeAsync(server, folder, picture);
        }

        await BaselineAsync(server, folder);
    }

    /// <summary>A baseline is kept by a page that was open when the intervention came.</summary>
    private async Task BaselineAsync(TwinServer server, string folder)
    {
        Picture picture = Morning.Single(one => one.View == "baseline");
        await using WatchedPage page = await OpenAsync(server, picture, Laptop, picture.Theme);
        await Expect(page.SimulatedClock).ToHaveTextAsync("09:30:00");
        await server.PostAsync("runs/1/inputs", new { type = "closeSite", sites = new[] { "S-017" } });
        await server.RunToAsync(PausedMorning.HalfPastNine + (30 * 60_000));
        await Expect(page.SimulatedClock).ToHaveTextAsync("10:00:00");
        await picture.Prepare!(page);
        await SaveAsync(page, Path.Combine(folder, picture.File(Laptop, picture.Theme)), false);
    }

    private async Task TakeAsync(TwinServer server, string folder, Picture picture)
    {
        string other = picture.Theme == "dark" ? "light" : "dark";
        bool paper = picture.View == "print";
        (Size Size, string Theme)[] both = paper ? [(Laptop, picture.Theme)] : [(Laptop, picture.Theme), (Wall, other)];
        foreach ((Size size, string theme) in both)
        {
            await using WatchedPage page = await OpenAsync(server, picture, size, theme);
            if (picture.Prepare is not null)
            {
                await picture.Prepare(page);
            }

            await SaveAsync(page, Path.Combine(folder, paper ? "page-print.png" : picture.File(size, theme)), paper);
        }
    }

    private async Task<WatchedPage> OpenAsync(TwinServer server, Picture picture, Size size, string theme)
    {
        WatchedPage page = await (await chromium.NewPageAsync(size.Width, size.Height)).GoAsync(server.Origin, $"lang={picture.Language}&theme={theme}&{picture.Link}");
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        return page;
    }

    private static async Task SaveAsync(WatchedPage page, string file, bool whole)
    {
        await page.Page.WaitForFunctionAsync(Settle);
        await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = whole });
        await CompressAsync(file);
        Assert.Empty(page.Complaints);
    }

    /// <summary>Goes to something and leaves the search.</summary>
    private static async Task FindAsync(WatchedPage page, string code)
    {
        await page.SearchAsync(code);
        await page.Page.Keyboard.PressAsync("Escape");
    }

    /// <summary>What would happen if the selected site were closed.</summary>
    private static async Task PreviewAsync(WatchedPage page)
    {
        await page.Button("Intervene here").ClickAsync();
        await Expect(page.Page.GetByText("Would affect")).ToBeVisibleAsync();
    }

    private readonly record struct Size(int Width, int Height);

    /// <param name="View">What it shows, in its file's name.</param>
    /// <param name="Theme">The theme on a laptop.</param>
    /// <param name="Link">The permalink's part for it.</param>
    /// <param name="Prepare">What is done then.</param>
    /// <param name="Language">The language.</param>
    private sealed record Picture(string View, string Theme, string Link, Func<WatchedPage, Task>? Prepare, string Language = "en")
    {
        public string File(Size size, string theme) => string.Create(CultureInfo.InvariantCulture, $"page-{View}-{theme}-{size.Width}x{size.Height}.png");
    }

    /// <summary>To a palette, where pngquant is installed: as many colours as fit into the bytes that a picture may have.</summary>
    private static async Task CompressAsync(string file)
    {
        string original = $"{file}.original";
        File.Move(file, original, true);
        try
        {
            foreach (string colours in (string[])["256", "128", "64", "32"])
            {
                using Process process = Process.Start("pngquant", ["--force", "--strip", "--speed", "1", "--nofs", "--output", file, colours, original]);
                await process.WaitForExitAsync();
                if (new FileInfo(file).Length <= MostBytes)
                {
                    break;
                }
            }

            File.Delete(original);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            File.Move(original, file, true);
            TestContext.Current.SendDiagnosticMessage($"{file} is not compressed: there is no pngquant here");
        }
    }
}
