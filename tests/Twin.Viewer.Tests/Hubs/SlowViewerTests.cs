using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Twin.Viewer.Relay;

namespace Twin.Viewer.Tests.Hubs;

public sealed class SlowViewerTests
{
    private readonly Queue<string> _read = [];

    private const int Rows = 60_000;
    private const int Rounds = 100;

    [Fact]
    public async Task Viewer_WhoStopsReading_GetsTheNewestKeyframeAndTheOthersMissNothing()
    {
        await using ViewerHost host = await ViewerHost.StartAsync(options => options.SendTimeout = TimeSpan.FromMinutes(5));
        FakeRun run = host.Twin.Add(FakeDistrict.Wide(Rows));
        using ClientWebSocket slow = await StopAsync(host);
        await WatchAsync(host, run, 0);

        long last = -1;
        long missed = 0;
        while (last < Rounds)
        {
            JsonElement frame = await NextAsync(slow);
            long seq = frame.GetProperty("seq").GetInt64();
            bool isKeyframe = frame.GetProperty("kind").GetString() == "keyframe";
            Assert.True(isKeyframe || seq == last + 1, $"delta {seq} after {last}");
            missed += last < 0 ? 0 : seq - last - 1;
            Assert.Equal(missed, frame.GetProperty("dropped").GetInt64());
            last = seq;
        }

        Assert.True(missed > 0, "The viewer was never too slow: the frames were too small for this test.");
    }

    [Fact]
    public async Task Viewer_WhoReadsNothingForTooLong_IsClosed()
    {
        await using ViewerHost host = await ViewerHost.StartAsync(options => options.SendTimeout = TimeSpan.FromMilliseconds(200));
        FakeRun run = host.Twin.Add(FakeDistrict.Wide(Rows));
        using ClientWebSocket slow = await StopAsync(host);
        await WatchAsync(host, run, 0);
        await Eventually.BecomesAsync(() => host.Twin.Streams.Open, 0);
    }

    /// <summary>A viewer who watches at once what is published, and must not miss a frame.</summary>
    private static async Task WatchAsync(ViewerHost host, FakeRun run, long first)
    {
        await using HubConnection quick = await host.ConnectAsync();
        await using IAsyncEnumerator<Frame> frames = quick.StreamAsync<Frame>("Watch", 2, new[] { "testing" }, "").GetAsyncEnumerator();
        Assert.True(await frames.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience));
        for (int round = 1; round <= Rounds; round++)
        {
            for (int row = 0; row < Rows; row++)
            {
                run.Set("tested", "microGrid", row, (round * 1_000) + (row % 100));
            }

            run.Publish("testing");
            Assert.True(await frames.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience));
            Assert.Equal(("delta", first + round, 0L), (frames.Current.Kind, frames.Current.Seq, frames.Current.Dropped));
        }
    }

    private static async Task<ClientWebSocket> StopAsync(ViewerHost host)
    {
        ClientWebSocket socket = new();
        await socket.ConnectAsync(new Uri($"{host.Address.Replace("http", "ws", StringComparison.Ordinal)}/hub"), CancellationToken.None);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        await ReadAsync(socket);
        await SendAsync(socket, """{"type":4,"invocationId":"1","target":"Watch","arguments":[2,["testing"],""]}""");
        await Eventually.BecomesAsync(() => host.Twin.Streams.Open, 1);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes($"{message}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>The next frame; pings are passed over.</summary>
    private async Task<JsonElement> NextAsync(ClientWebSocket socket)
    {
        while (true)
        {
            // The server may put several messages of its protocol into one of the socket's.
            while (_read.Count == 0)
            {
                foreach (string part in (await ReadAsync(socket)).Split('\u001e', StringSplitOptions.RemoveEmptyEntries))
                {
                    _read.Enqueue(part);
                }
            }

            JsonElement message = JsonDocument.Parse(_read.Dequeue()).RootElement;
            if (message.GetProperty("type").GetInt32() == 2)
            {
                return message.GetProperty("item");
            }

            Assert.Equal(6, message.GetProperty("type").GetInt32());
        }
    }

    private static async Task<string> ReadAsync(ClientWebSocket socket)
    {
        using MemoryStream message = new();
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(ViewerHost.Patience);
            message.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }
}
