using System.Text.Json;

namespace Twin.Benchmarks.Viewing;

/// <summary>What a crowd of viewers saw.</summary>
/// <param name="Gap">Between two frames at a viewer that reads, p99, ms; −1 without frames.</param>
/// <param name="Frames">Gaps seen.</param>
/// <param name="Broken">Deltas that did not follow the frame before.</param>
/// <param name="Resyncs">Keyframes that readers got because they had fallen behind.</param>
/// <param name="Cut">Readers whose connection ended.</param>
/// <param name="StalledCut">Of those that stopped reading, how many the server let go.</param>
/// <param name="ProcessorSeconds">Processor time of the crowd's process while it watched, s.</param>
internal sealed record CrowdSight(double Gap, int Frames, int Broken, int Resyncs, int Cut, int StalledCut, double ProcessorSeconds);

/// <summary>Two hundred viewers of all topics, twenty of which stop reading: in a process of their own, so that the server shares nothing with them but the machine.</summary>
internal static class ViewerCrowd
{
    public const int Viewers = 200;
    public const int Stalled = 20;

    /// <summary>What the process says once each viewer that reads has a keyframe of each topic.</summary>
    public const string Ready = "ready";

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Watches until a line comes on the standard input; then says what was seen, as JSON.</summary>
    /// <param name="url">The server.</param>
    /// <param name="run">The run.</param>
    public static async Task WatchAsync(Uri url, string run)
    {
        List<FrameClient> stalled = [];
        List<FrameClient> readers = [];
        for (int i = 0; i < Viewers; i++)
        {
            FrameClient client = new(new FrameTally());
            await client.ConnectAsync(url, run, ViewerSuite.Topics, willStall: i < Stalled);
            (i < Stalled ? stalled : readers).Add(client);
        }

        using CancellationTokenSource end = new();
        Task reading = Task.WhenAll(readers.Select(client => client.ReadAsync(end.Token)));
        await KeyframesAsync(readers);
        TimeSpan used = Environment.CpuUsage.TotalTime;
        Console.WriteLine(Ready);
        Task pinging = PingAsync([.. stalled, .. readers], end.Token);
        await Task.Run(Console.In.ReadLine);
        used = Environment.CpuUsage.TotalTime - used;
        await end.CancelAsync();
        await Task.WhenAll(reading, pinging);
        int let = await LetGoAsync(stalled);
        double[] gaps = [.. readers.SelectMany(client => client.Tally.Gaps).Order()];
        CrowdSight sight = new(
            gaps.Length == 0 ? -1 : ViewerSuite.At(gaps, 0.99),
            gaps.Length,
            readers.Sum(client => client.Tally.OutOfSequence),
            readers.Sum(client => client.Tally.Resyncs),
            readers.Count(client => client.IsCut),
            let,
            used.TotalSeconds);
        Console.WriteLine(JsonSerializer.Serialize(sight));
    }

    private static async Task KeyframesAsync(List<FrameClient> readers)
    {
        using CancellationTokenSource patience = new(Patience);
        while (readers.Exists(client => client.Tally.Keyframes.Count < ViewerSuite.Topics.Length))
        {
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task PingAsync(List<FrameClient> clients, CancellationToken end)
    {
        using PeriodicTimer timer = new(PingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
            {
                await Task.WhenAll(clients.Where(client => !client.IsCut).Select(client => client.PingAsync()));
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    /// <summary>Reads what had piled up, to the end of the connection where the server has ended it.</summary>
    private static async Task<int> LetGoAsync(List<FrameClient> stalled)
    {
        using CancellationTokenSource end = new(TimeSpan.FromSeconds(2));
        await Task.WhenAll(stalled.Where(client => !client.IsCut).Select(client => client.ReadAsync(end.Token)));
        return stalled.Count(client => client.IsCut);
    }
}
