using System.Diagnostics;
using System.Text.Json;

namespace Twin.Benchmarks.Viewing;

/// <summary>A run that goes as fast as it can, in turn without viewers and with two hundred, twenty of which stop reading.</summary>
internal static class UnpacedRun
{
    private const int Rounds = 7;
    private const double KeptLeast = 0.8;

    /// <summary>Up to when it is timed, ms: 10:30. An hour later the sites run dry, and the rest of the day is over at once.</summary>
    private const long Until = 17 * 1_800_000;

    public static async Task RunAsync(Report report)
    {
        using ServedRun served = await ServedRun.StartAsync(ViewerSuite.Speed);

        // The first run only warms the server up.
        await served.ControlAsync(new { action = "speed", speed = (double?)null });
        await served.WaitForAsync(state => ServedRun.Is(state, "ended"));
        List<double> without = [];
        List<double> with = [];
        List<CrowdSight> seen = [];
        for (int round = 0; round < Rounds; round++)
        {
            // Who goes first changes, so that neither gains by its place.
            foreach (bool isWatched in round % 2 == 0 ? new[] { false, true } : [true, false])
            {
                await served.AnewAsync(null);
                using ViewerProcess? viewers = isWatched ? await ViewerProcess.StartAsync(served) : null;
                (isWatched ? with : without).Add(await SpeedAsync(served));
                if (viewers is not null)
                {
                    seen.Add(await viewers.FinishAsync());
                }
            }
        }

        double[] kept = [.. with.Zip(without, (watched, alone) => watched / alone)];
        report.Add("unpaced run, without viewers", without, "× real time");
        report.Add("… with 200 viewers, 20 stalled", with, "× real time");
        report.Add("… speed kept, round by round", kept, "ratio", "median at least 0.8", ViewerSuite.At([.. kept.Order()], 0.5) >= KeptLeast);
        report.Add("… gap at the others, p99", [.. seen.Select(one => one.Gap)], "ms");
        report.Add("… frames of the others out of sequence", seen.Sum(one => one.Broken), "frames", "none", seen.All(one => one.Broken == 0 && one.Frames > 0));
        report.Add("… others cut off", seen.Sum(one => one.Cut), "viewers", "none", seen.All(one => one.Cut == 0));
        report.Add("… stalled ones let go by the server", [.. seen.Select(one => (double)one.StalledCut)], "viewers");
        report.Add("… processor time of the viewers' process", [.. seen.Select(one => one.ProcessorSeconds)], "s");
    }

    /// <summary>Speed from the run's first window to <see cref="Until"/>.</summary>
    private static async Task<double> SpeedAsync(ServedRun served)
    {
        long from = ServedRun.SimTime(await served.StateAsync());
        Stopwatch watch = Stopwatch.StartNew();
        await served.ControlAsync(new { action = "resume" });
        JsonElement state = await served.WaitForAsync(state => ServedRun.SimTime(state) >= Until);
        return ServedRun.Is(state, "ended")
            ? throw new InvalidOperationException($"The run ended before it was seen after {Until} ms: the figure would be too high.")
            : (ServedRun.SimTime(state) - from) / watch.Elapsed.TotalMilliseconds;
    }
}
