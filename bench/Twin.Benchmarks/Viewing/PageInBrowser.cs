using System.IO.Compression;
using Microsoft.Playwright;

namespace Twin.Benchmarks.Viewing;

/// <summary>The page in a browser while it follows a full district at 600 ×: its first picture, how smoothly it moves, what its scripts weigh.</summary>
internal static class PageInBrowser
{
    private const int Loads = 5;
    private const double FirstPictureMost = 2;
    private const double TaskMost = 100;
    private const double ScriptBytesMost = 150_000;

    /// <summary>Of the map's canvas, the least part that is coloured once it shows the district.</summary>
    private const double DrawnLeast = 0.05;

    private static readonly string Scripts = Path.Combine("src", "Twin.Viewer", "wwwroot");

    public static async Task RunAsync(Report report)
    {
        if (WatchedBrowser.Program is null)
        {
            report.AddMissing("page in a browser", WatchedBrowser.HowToGet);
            return;
        }

        using ServedRun served = await ViewerSuite.ServedAtAsync(ViewerSuite.Opening);
        await using WatchedBrowser browser = await WatchedBrowser.OpenAsync();
        report.Note($"page: Chromium {browser.Version} without a GPU, {WatchedBrowser.Width} × {WatchedBrowser.Height}");
        await FirstPictureAsync(report, served, browser);
        await PageMotion.RunAsync(report, served, browser, "page, all panels", "");
        await PageMotion.RunAsync(report, served, browser, "page, map alone", "&panel=map");
        long bytes = Directory.GetFiles(Scripts, "*.js", SearchOption.AllDirectories).Sum(Compressed);
        report.Add("all scripts, gzip", bytes, "bytes", "at most 150,000", bytes <= ScriptBytesMost);
    }

    /// <summary>Address of the run in a page.</summary>
    public static string Address(ServedRun served, string view) => new Uri(served.Url, $"#run={served.Run}&lang=en&theme=dark{view}").ToString();

    private static async Task FirstPictureAsync(Report report, ServedRun served, WatchedBrowser browser)
    {
        List<double> seconds = [];
        List<double> tasks = [];
        double transferred = 0;
        for (int load = 0; load < Loads; load++)
        {
            IPage page = await browser.NewPageAsync();
            await served.ControlAsync(new { action = "resume" });
            await page.GotoAsync(Address(served, ""));
            await page.WaitForFunctionAsync("() => twinWatch.first !== null");
            seconds.Add(await page.EvaluateAsync<double>("() => twinWatch.first.at") / 1000);

            // What starts after the picture belongs to the load as well.
            await Task.Delay(500);
            await served.ControlAsync(new { action = "pause" });
            tasks.Add(await page.EvaluateAsync<double>("() => twinWatch.longest()"));
            transferred = await page.EvaluateAsync<double>("() => twinWatch.scriptBytes()");
            double drawn = await page.EvaluateAsync<double>("() => twinWatch.drawn()");
            if (drawn < DrawnLeast)
            {
                throw new InvalidOperationException($"The map should be drawn, and {drawn:P1} of it is; expected at least {DrawnLeast:P0}.");
            }

            await page.Context.CloseAsync();
        }

        report.Note("page: the first load (cold) is also the first that the server answers");
        report.Add(new Timings("page: first meaningful picture", seconds), "s", 1, $"each at most {FirstPictureMost:0}", seconds.TrueForAll(one => one <= FirstPictureMost));
        report.Add(new Timings("… longest task while it loads (0: none of 50 ms)", tasks), "ms", 1, $"each at most {TaskMost:0}", tasks.TrueForAll(one => one <= TaskMost));
        report.Add("… scripts as they came over the line", transferred, "bytes", "at most 150,000", transferred is > 0 and <= ScriptBytesMost);
    }

    private static long Compressed(string file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(file));
        }

        return packed.Length;
    }
}
