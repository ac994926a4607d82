using System.Diagnostics;
using System.Globalization;

namespace Twin.Page.Tests;

/// <summary>Makes the pictures of docs/images. Only when asked for: <c>dotnet test --project tests/Twin.Page.Tests -c Release --explicit only</c>.</summary>
public sealed class ScreenshotTests(Chromium chromium)
{
    private const long MostBytes = 310_000;

    private static readonly (string View, string Select, string Panel, string Theme, int Width, int Height)[] Pictures =
    [
        ("overview", "{site}", "", "dark", 3840, 1080),
        ("overview", "{site}", "", "light", 3840, 1080),
        ("overview", "", "", "dark", 1280, 720),
        ("overview", "", "", "light", 1280, 720),
        ("street", "{street}", "", "dark", 1280, 720),
        ("grain", "{microGrid}", "", "light", 1280, 720),
        ("heatmap", "", "panel=heat", "dark", 1280, 720),
        ("log", "", "panel=log", "light", 1280, 720),
    ];

    [Fact(Explicit = true)]
    public async Task Pictures_FullDistrictAtHalfPastNine_AreWritten()
    {
        Chromium.SkipWithoutProgram();
        string folder = Path.Combine(Repository.Root, "docs", "images");
        Directory.CreateDirectory(folder);
        await using TwinServer server = await TwinServer.StartAsync(Repository.Root, Repository.Scenario("mass-testing-490k"), "--paused");
        await server.UntilAsync(run => run.GetProperty("state").GetString() == "paused", "paused at its start");
        await server.RunToAsync(PausedMorning.HalfPastNine);
        string street = (await server.GetAsync("runs/1/streets?limit=5")).GetProperty("items")[4].GetProperty("code").GetString()!;
        string microGrid = (await server.GetAsync("runs/1/micro-grids?limit=500")).GetProperty("items")[400].GetProperty("code").GetString()!;
        foreach ((string view, string select, string panel, string theme, int width, int height) in Pictures)
        {
            await using WatchedPage page = await (await chromium.NewPageAsync(width, height)).GoAsync(server.Origin, $"lang=en&theme={theme}&{panel}");
            await Expect(page.SimulatedClock).ToHaveTextAsync("09:30:00");
            if (select.Length > 0)
            {
                await page.SearchAsync(select switch { "{street}" => street, "{microGrid}" => microGrid, _ => "S-125" });
                await page.Page.Keyboard.PressAsync("Escape");
            }

            await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.Page.WaitForFunctionAsync("() => new Promise(done => setTimeout(() => requestAnimationFrame(() => done(true)), 2500))");
            string file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"page-{view}-{theme}-{width}x{height}.png"));
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file });
            await CompressAsync(file);
        }
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
