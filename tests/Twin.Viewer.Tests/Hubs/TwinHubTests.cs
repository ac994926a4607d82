using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Twin.Viewer.Hubs;
using Twin.Viewer.Relay;
using Twin.Viewer.Tests.Relay;

namespace Twin.Viewer.Tests.Hubs;

public sealed class TwinHubTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Watch_GivesTheNumbersOfTheRun(bool isMessagePack)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.Run.Set("tested", "microGrid", 1, 4);
        await using HubConnection connection = await host.ConnectAsync(isMessagePack);
        foreach (object run in new object[] { 1, "1" })
        {
            await using IAsyncEnumerator<Frame> frames = connection.StreamAsync<Frame>("Watch", run, new[] { "testing", "sites" }, "AA").GetAsyncEnumerator();
            Follower follower = new();
            foreach (string topic in new[] { "testing", "sites" })
            {
                Frame keyframe = await NextAsync(frames);
                Assert.Equal((topic, "AA", "keyframe"), (keyframe.Topic, keyframe.Area, keyframe.Kind));
                follower.Take(keyframe);
            }

            host.Twin.Run.Set("tested", "microGrid", 3, 9);
            host.Twin.Run.Publish("testing");
            follower.Take(await NextAsync(frames));
            Assert.Equal([0, 4, 0, 9, 0, 0], follower.Of("tested", "microGrid"));
        }
    }

    [Fact]
    public async Task Log_IsLossless()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.Run.Write("first");
        host.Twin.Run.Write("second");
        await using HubConnection connection = await host.ConnectAsync();
        await using IAsyncEnumerator<LogLine> lines = connection.StreamAsync<LogLine>("Log", 1, 1).GetAsyncEnumerator();
        Assert.Equal((2L, "second"), Read(await NextAsync(lines)));
        host.Twin.Run.Write("third", isLost: true);
        host.Twin.Run.Write("fourth");
        Assert.Equal((3L, "third"), Read(await NextAsync(lines)));
        Assert.Equal((4L, "fourth"), Read(await NextAsync(lines)));

        static (long Seq, string Text) Read(LogLine line) => (line.Seq, line.Text);
    }

    [Fact]
    public async Task Runs_ComeAgainWhenOneChanges()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        await using HubConnection connection = await host.ConnectAsync(isMessagePack: false);
        await using IAsyncEnumerator<System.Text.Json.JsonElement> lists = connection.StreamAsync<System.Text.Json.JsonElement>("Runs").GetAsyncEnumerator();
        Assert.Equal("running", (await NextAsync(lists))[0].GetProperty("state").GetString());
        host.Twin.Run.Now = host.Twin.Run.Now with { State = "paused" };
        Assert.Equal("paused", (await NextAsync(lists))[0].GetProperty("state").GetString());
        host.Twin.Add();
        Assert.Equal(2, (await NextAsync(lists)).GetArrayLength());
    }

    [Fact]
    public async Task MessagePack_HasTheNamesOfTheContract()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        await using HubConnection connection = await host.ConnectAsync();
        await using IAsyncEnumerator<Dictionary<object, object>> frames = connection.StreamAsync<Dictionary<object, object>>("Watch", 1, new[] { "testing" }, "").GetAsyncEnumerator();
        Assert.Equal(
            ["area", "blob", "dropped", "epoch", "kind", "seq", "simTime", "topic", "wallTime", "windowEndedAt"], (await NextAsync(frames)).Keys.Cast<string>().Order(StringComparer.Ordinal));
        await using IAsyncEnumerator<object[]> lists = connection.StreamAsync<object[]>("Runs").GetAsyncEnumerator();
        Dictionary<object, object> run = Assert.IsType<Dictionary<object, object>>(Assert.Single(await NextAsync(lists)));
        Assert.Equal("SIM", run["mode"]);
        Assert.Contains("targetLine", run.Keys);
        Assert.Equal(33, run.Count);
    }

    [Theory]
    [InlineData("Watch", "run: \"9\"", 9, "testing", "")]
    [InlineData("Watch", "run: \"x\"", "x", "testing", "")]
    [InlineData("Watch", "run: 1.5", 1.5, "testing", "")]
    [InlineData("Watch", "run: nothing", null, "testing", "")]
    [InlineData("Watch", "topics[0]: \"weather\"", 1, "weather", "")]
    [InlineData("Watch", "area: \"ZZ\"", 1, "testing", "ZZ")]
    [InlineData("Watch", "area: 7", 1, "testing", 7)]
    [InlineData("Log", "run: \"9\"", 9, null, 0)]
    [InlineData("Log", "after: -1", 1, null, -1)]
    [InlineData("Log", "after: \"one\"", 1, null, "one")]
    public async Task Method_AskedWrongly_SaysWhereFoundAllowed(string method, string says, object? run, string? topic, object? last)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        foreach (bool isMessagePack in new[] { true, false })
        {
            await using HubConnection connection = await host.ConnectAsync(isMessagePack);
            object?[] arguments = topic is null ? [run, last] : [run, new[] { topic }, last];
            HubException failure = await Assert.ThrowsAsync<HubException>(async () =>
            {
                await foreach (object _ in connection.StreamAsyncCore<object>(method, arguments))
                {
                }
            });
            Assert.Contains(says == "run: \"9\"" ? "run: " : says, failure.Message, StringComparison.Ordinal);
            Assert.Contains("; allowed: ", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Streams_SixOnAConnection_AreOneTooMany()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        await using HubConnection connection = await host.ConnectAsync();
        List<IAsyncEnumerator<Frame>> streams = [];
        for (int stream = 0; stream < 5; stream++)
        {
            streams.Add(connection.StreamAsync<Frame>("Watch", 1, new[] { "testing" }, "").GetAsyncEnumerator());
            await NextAsync(streams[^1]);
        }

        await using IAsyncEnumerator<Frame> sixth = connection.StreamAsync<Frame>("Watch", 1, new[] { "testing" }, "").GetAsyncEnumerator();
        HubException failure = await Assert.ThrowsAsync<HubException>(() => NextAsync(sixth));
        Assert.Contains("allowed: 5", failure.Message, StringComparison.Ordinal);
        await streams[0].DisposeAsync();
        await Eventually.BecomesAsync(() => host.Twin.Streams.Open, 1);
    }

    [Fact]
    public async Task Connection_ThatGoes_LeavesNoSubscription()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        HubConnection connection = await host.ConnectAsync();
        await using IAsyncEnumerator<Frame> frames = connection.StreamAsync<Frame>("Watch", 1, new[] { "testing", "notice" }, "").GetAsyncEnumerator();
        await NextAsync(frames);
        await using IAsyncEnumerator<LogLine> lines = connection.StreamAsync<LogLine>("Log", 1, 0).GetAsyncEnumerator();
        host.Twin.Run.Write("first");
        await NextAsync(lines);
        Assert.Equal(3, host.Twin.Streams.Open);
        await connection.DisposeAsync();
        await Eventually.BecomesAsync(() => host.Twin.Streams.Open, 0);
        Assert.Equal(0, host.Relays.Count);
    }

    private static async Task<T> NextAsync<T>(IAsyncEnumerator<T> items)
    {
        Assert.True(await items.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience));
        return items.Current;
    }
}
