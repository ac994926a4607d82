using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace Twin.Benchmarks.Viewing;

/// <summary>How smoothly the page moves: while frames come, while the map is dragged, while it is dragged with each household as a dot.</summary>
internal static class PageMotion
{
    private const double FrameRateLeast = 30;
    private const double DottedFrameRateLeast = 20;
    private const double TaskMost = 100;

    /// <summary>Turn of a wheel that makes the map four fifths as large: the district then stays in view while it is dragged.</summary>
    private const float WheelPixels = 161;

    private static readonly TimeSpan Length = TimeSpan.FromSeconds(4);

    /// <summary>Some 80 moves a second: each frame has at least one.</summary>
    private static readonly TimeSpan BetweenMoves = TimeSpan.FromMilliseconds(11);

    public static async Task RunAsync(Report report, ServedRun served, WatchedBrowser browser, string name, string view)
    {
        await served.AnewAsync(ViewerSuite.Speed);
        await served.RunToAsync(ViewerSuite.Busy);
        IPage page = await browser.NewPageAsync();
        await page.GotoAsync(PageInBrowser.Address(served, view));
        await page.WaitForFunctionAsync("() => twinWatch.first !== null");
        ILocator map = page.Locator(".map");
        LocatorBoundingBoxResult box = await map.BoundingBoxAsync() ?? throw new InvalidOperationException("The map has no place on the page.");
        (int x, int y) = ((int)(box.X + (box.Width / 2)), (int)(box.Y + (box.Height / 2)));

        Motion streaming = await WatchAsync(served, page, () => Task.Delay(Length));
        Motion panning = await WatchAsync(served, page, () => DragAsync(page.Mouse, x, y, 120));
        await ShowDotsAsync(page, x, y);
        Motion dotted = await WatchAsync(served, page, () => DragAsync(page.Mouse, x, y, 30));
        int households = (await served.StateAsync()).GetProperty("households").GetInt32();
        await page.Context.CloseAsync();

        Add(report, $"{name}: while streaming", streaming, streaming.Frames, FrameRateLeast);
        Add(report, $"{name}: while panning", panning, panning.Moved, FrameRateLeast);
        Add(report, $"{name}: while panning with dots", dotted, dotted.Moved, DottedFrameRateLeast);
        bool isAll = dotted.Dots == households && dotted.All == dotted.Frames;
        report.Add("… households in view in each frame", isAll ? dotted.Dots : 0, "dots", $"all {households}", isAll);
    }

    private static void Add(Report report, string name, Motion motion, int frames, double least)
    {
        double rate = frames / motion.Seconds;
        report.Add(name, rate, "frames/s", $"at least {least:0}", rate >= least);
        report.Add("… all frames, also those in which the map stood", motion.Frames / motion.Seconds, "frames/s");
        report.Add("… longest task (0: none of 50 ms)", motion.LongestTask, "ms", $"at most {TaskMost:0}", motion.LongestTask <= TaskMost);
        report.Add("… longest between two frames", motion.LongestGap, "ms");
        report.Add("… frames of the run shown", motion.Told / motion.Seconds, "frames/s", "above 1", motion.Told / motion.Seconds > 1);
    }

    private static async Task<Motion> WatchAsync(ServedRun served, IPage page, Func<Task> act)
    {
        await served.ControlAsync(new { action = "resume" });
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        await page.EvaluateAsync("() => twinWatch.begin()");
        await act();
        JsonElement seen = await page.EvaluateAsync<JsonElement>("() => twinWatch.end()");
        await served.ControlAsync(new { action = "pause" });
        return seen.Deserialize<Motion>(JsonSerializerOptions.Web)!;
    }

    /// <summary>Drags to and fro in small steps, each to whole pixels as a mouse does, with a few moves under way at once.</summary>
    private static async Task DragAsync(IMouse mouse, int x, int y, int reach)
    {
        const int Step = 3;
        const int MostUnderWay = 12;
        Queue<Task> moves = [];
        await mouse.MoveAsync(x, y);
        await mouse.DownAsync();
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 1; watch.Elapsed < Length; i++)
        {
            moves.Enqueue(mouse.MoveAsync(x + Wave(i * Step, reach), y + Wave(i, reach / 3)));
            if (moves.Count > MostUnderWay)
            {
                await moves.Dequeue();
            }

            await Task.Delay(BetweenMoves);
        }

        await Task.WhenAll(moves);
        await mouse.UpAsync();
    }

    /// <summary>0, up to the reach, down to its opposite, and back: a triangle.</summary>
    private static int Wave(int at, int reach)
    {
        int place = (at + reach) % (4 * reach);
        return place < 2 * reach ? place - reach : (3 * reach) - place;
    }

    private static async Task ShowDotsAsync(IPage page, int x, int y)
    {
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "The whole district" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Households as dots" }).ClickAsync();
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.WheelAsync(0, WheelPixels);
        await page.WaitForFunctionAsync("() => twinWatch.dotted()");
    }

    /// <summary>What watch.js tells of a while.</summary>
    private sealed record Motion(double Seconds, int Frames, int Moved, int Told, int All, int Dots, double LongestTask, double LongestGap);
}
