using System.Net.WebSockets;
using Microsoft.Playwright;

namespace Twin.Benchmarks.Viewing;

/// <summary>A full district served at 600 ×, watched by one viewer, by two hundred and in a browser, and queried.</summary>
internal static class ViewerSuite
{
    /// <summary>The speed of a paced run.</summary>
    public const double Speed = 600;

    /// <summary>When sites open, ms: 07:00.</summary>
    public const long Opening = 5 * 3_600_000;

    /// <summary>When most parts measure from, ms: 08:00, an hour after opening.</summary>
    public const long Busy = 6 * 3_600_000;

    /// <summary>Topics that a viewer watches; the first comes with each frame.</summary>
    public static readonly string[] Topics = ["overview", "notice", "testing", "sites"];

    /// <summary>Parts of the suite by name: each can be run alone.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Report, Task>> Parts = new Dictionary<string, Func<Report, Task>>(StringComparer.Ordinal)
    {
        ["one"] = OneViewer.RunAsync,
        ["many"] = ManyViewers.RunAsync,
        ["unpaced"] = UnpacedRun.RunAsync,
        ["queries"] = GrainQueries.RunAsync,
        ["page"] = PageInBrowser.RunAsync,
    };

    public static void Run(Report report) => Run(report, [.. Parts.Keys]);

    /// <summary>Runs some of the parts.</summary>
    /// <param name="report">Where the figures go.</param>
    /// <param name="names">The parts.</param>
    public static void Run(Report report, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            try
            {
                Parts[name](report).GetAwaiter().GetResult();
            }
            catch (Exception failure) when (failure is HttpRequestException or WebSocketException or TimeoutException or InvalidOperationException or PlaywrightException)
            {
                // The part's server has been ended; the other parts can still be measured.
                report.AddMissing($"part {name}", $"failed: {failure.Message}");
            }
        }
    }

    /// <summary>A server whose run is paused at a moment.</summary>
    /// <param name="moment">ms of simulated time.</param>
    public static async Task<ServedRun> ServedAtAsync(long moment)
    {
        ServedRun served = await ServedRun.StartAsync(Speed);
        await served.RunToAsync(moment);
        return served;
    }

    /// <summary>A quantile.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="share">0 to 1.</param>
    public static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
