using System.Diagnostics;
using Twin.Model.Live;

namespace Twin.Benchmarks.Viewing;

/// <summary>How late frames are at a viewer, and how many bytes it takes.</summary>
internal static class OneViewer
{
    private const double LatencyMost = 100;
    private const double BytesMost = 150_000;
    private const double KeyframeMost = 20_000;

    /// <summary>Measures of micro-grids in the topic whose keyframe is looked at: tested, on the way, missed.</summary>
    private const int MeasuresInTopic = 3;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(12);

    public static async Task RunAsync(Report report)
    {
        LiveLayout layout = MainScenario.Plan().Live;
        using ServedRun served = await ViewerSuite.ServedAtAsync(ViewerSuite.Busy);
        await served.ControlAsync(new { action = "resume" });
        FrameTally first = (await WatchAsync(served, layout, Warming)).Tally;
        Stopwatch watch = Stopwatch.StartNew();
        (FrameTally tally, long bytes) = await WatchAsync(served, layout, Length);
        double rate = bytes / watch.Elapsed.TotalSeconds;
        double[] latencies = [.. tally.Latencies.Order()];
        double late = ViewerSuite.At(latencies, 0.95);
        double keyframe = (double)first.Keyframes["testing"] / MeasuresInTopic;
        report.Add($"from a frame's {FrameTally.Stamp} to its decoding, p95", late, "ms", $"at most {LatencyMost:0}", late <= LatencyMost);
        report.Add("… median", ViewerSuite.At(latencies, 0.5), "ms");
        report.Add("… greatest", ViewerSuite.At(latencies, 1), "ms");
        report.Add("… frames decoded", latencies.Length, "frames");
        report.Add("a viewer of all topics at 600 ×", rate, "bytes/s", "at most 150,000", rate <= BytesMost);
        report.Add("keyframe of a map measure", keyframe, "bytes", "at most 20,000", keyframe <= KeyframeMost);
        report.Add("keyframe of a topic, greatest", first.Keyframes.Values.Max(), "bytes");
        report.Add("frames out of sequence", tally.OutOfSequence, "frames", "none", tally.OutOfSequence == 0);
    }

    private static async Task<(FrameTally Tally, long Bytes)> WatchAsync(ServedRun served, LiveLayout layout, TimeSpan length)
    {
        using FrameClient client = new(new FrameTally(new LiveTable(layout)));
        await client.ConnectAsync(served.Url, served.Run, ViewerSuite.Topics);
        using CancellationTokenSource until = new(length);
        await client.ReadAsync(until.Token);
        return client.IsCut ? throw new InvalidOperationException("The server cut the viewer off.") : (client.Tally, client.Bytes);
    }
}
