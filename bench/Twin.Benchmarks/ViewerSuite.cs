using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Twin.Benchmarks;

/// <summary>A full district served at 600 ×, watched by one viewer and by two hundred, and queried.</summary>
internal static class ViewerSuite
{
    private const int Viewers = 200;
    private const int Stalled = 20;
    private const int QueriesPerSecond = 1_000;

    /// <summary>When it is measured from, ms: 08:00, an hour after opening.</summary>
    private const int Busy = 6 * 3_600_000;

    private static readonly string[] Topics = ["overview", "notice", "testing", "sites"];

    public static void Run(Report report) => RunAsync(report).GetAwaiter().GetResult();

    /// <summary>The viewers' side of the suite: in a process of its own, so that it takes no time from the server's.</summary>
    /// <param name="url">The server.</param>
    /// <param name="seconds">How long they watch.</param>
    public static async Task ViewersAsync(Uri url, int seconds)
    {
        List<FrameClient> clients = [];
        for (int i = 0; i < Viewers; i++)
        {
            FrameClient client = new();
            await client.ConnectAsync(url, 1, Topics);
            clients.Add(client);
        }

        using CancellationTokenSource until = new(TimeSpan.FromSeconds(seconds));
        await Task.WhenAll(clients.Skip(Stalled).Select(client => client.ReadAsync(until.Token)));
        double[] gaps = [.. clients.Skip(Stalled).SelectMany(client => client.Gaps).Order()];
        Console.WriteLine(JsonSerializer.Serialize(new { gap = gaps.Length == 0 ? -1 : At(gaps, 0.99), frames = gaps.Length, broken = clients.Skip(Stalled).Sum(client => client.OutOfSequence) }));
    }

    private static async Task RunAsync(Report report)
    {
        foreach (Func<Report, ServedRun, Task> part in new[] { OneViewerAsync, ManyViewersAsync, QueriesAsync })
        {
            using ServedRun served = await ServedRun.StartAsync("600");
            await served.WaitForAsync(state => state.GetProperty("state").GetString() == "running");
            await served.ControlAsync(new { action = "runTo", to = Busy });
            await served.WaitForAsync(state => state.GetProperty("simTime").GetInt64() >= Busy);
            await part(report, served);
        }
    }

    private static async Task OneViewerAsync(Report report, ServedRun served)
    {
        using FrameClient client = new();
        await client.ConnectAsync(served.Url, 1, Topics);
        await served.ControlAsync(new { action = "resume" });
        using CancellationTokenSource until = new(TimeSpan.FromSeconds(12));
        using CancellationTokenSource warm = new(TimeSpan.FromSeconds(2));
        await client.ReadAsync(warm.Token).WaitAsync(TimeSpan.FromSeconds(20));
        report.Add("keyframe of a topic, greatest", client.Keyframes.Values.Max(), "bytes", "a map measure: at most 20,000", client.Keyframes["testing"] / 3 <= 20_000);
        using FrameClient measured = new();
        await measured.ConnectAsync(served.Url, 1, Topics);
        Stopwatch watch = Stopwatch.StartNew();
        await measured.ReadAsync(until.Token);
        double[] latencies = [.. measured.Latencies.Order()];
        double rate = measured.Bytes / watch.Elapsed.TotalSeconds;
        report.Add("from a frame's making to its decoding, p95", At(latencies, 0.95), "ms", "at most 100", At(latencies, 0.95) <= 100);
        report.Add("a viewer of all topics at 600 ×", rate, "bytes/s", "at most 150,000", rate <= 150_000);
        report.Add("frames out of sequence", measured.OutOfSequence, "frames", "none", measured.OutOfSequence == 0);
    }

    private static async Task ManyViewersAsync(Report report, ServedRun served)
    {
        long before = served.WorkingSet();
        ProcessStartInfo start = new("dotnet") { ArgumentList = { typeof(ViewerSuite).Assembly.Location, "viewers", served.Url.ToString(), "15" }, RedirectStandardOutput = true };
        using Process viewers = Process.Start(start)!;
        await Task.Delay(TimeSpan.FromSeconds(4));
        await served.ControlAsync(new { action = "resume" });
        string answer = await viewers.StandardOutput.ReadToEndAsync();
        double late = (await served.StateAsync()).GetProperty("lateP99Milliseconds").GetDouble();
        using JsonDocument seen = JsonDocument.Parse(answer);
        double gap = seen.RootElement.GetProperty("gap").GetDouble();
        report.Add("200 viewers, 20 stalled: gap at the others, p99", gap, "ms", "at most 500", gap is >= 0 and <= 500);
        report.Add("… frames of the others out of sequence", seen.RootElement.GetProperty("broken").GetInt32(), "frames", "none", seen.RootElement.GetProperty("broken").GetInt32() == 0);
        report.Add("… windows late, p99", late, "ms", "at most 100", late <= 100);
        report.Add("… memory more than before", (served.WorkingSet() - before) / 1048576.0, "MiB");
    }

    private static async Task QueriesAsync(Report report, ServedRun served)
    {
        JsonElement layout = JsonDocument.Parse(await served.Http.GetStringAsync("/api/v1/runs/1/layout")).RootElement;
        string[] codes = [.. layout.GetProperty("microGrids").GetProperty("code").EnumerateArray().Select(code => code.GetString()!)];
        await served.ControlAsync(new { action = "resume" });
        await QueriesAsync(served, codes, 2);
        (double[] times, double seconds) = await QueriesAsync(served, codes, 10);
        double late = (await served.StateAsync()).GetProperty("lateP99Milliseconds").GetDouble();
        report.Add("grain queries over HTTP", times.Length / seconds, "queries/s", "about 1,000");
        report.Add("… answered, p99", At(times, 0.99), "ms", "at most 100", At(times, 0.99) <= 100);
        report.Add("… windows late meanwhile, p99", late, "ms", "at most 100", late <= 100);
    }

    private static async Task<(double[] Times, double Seconds)> QueriesAsync(ServedRun served, string[] codes, double length)
    {
        List<Task<double>> queries = [];
        Stopwatch watch = Stopwatch.StartNew();
        for (int i = 0; watch.Elapsed.TotalSeconds < length; i++)
        {
            string code = codes[(int)((long)i * 7919 % codes.Length)];
            string path = (i % 3) switch { 0 => $"micro-grids/{code}", 1 => $"households/{code}-H001", _ => $"sites/S-{((i % 200) + 1).ToString("000", CultureInfo.InvariantCulture)}" };
            queries.Add(QueryAsync(served, path));
            double ahead = ((i + 1) * 1000.0 / QueriesPerSecond) - watch.Elapsed.TotalMilliseconds;
            if (ahead > 1)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(ahead));
            }
        }

        double seconds = watch.Elapsed.TotalSeconds;
        return ([.. (await Task.WhenAll(queries)).Order()], seconds);
    }

    private static async Task<double> QueryAsync(ServedRun served, string path)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using HttpResponseMessage answer = await served.Http.GetAsync($"/api/v1/runs/1/{path}");
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
