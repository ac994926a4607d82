using System.Net;
using System.Text.Json;

namespace Twin.Viewer.Tests.Http;

public sealed class EventRoutesTests
{
    private const string Path = "/api/v1/runs/1/events?topics=testing";

    [Fact]
    public async Task Events_BeginWithAKeyframeAndGoOnWithDeltas()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.Run.Set("tested", "microGrid", 0, 3);
        host.Twin.Run.Publish("testing");
        await using EventReader events = await EventReader.OpenAsync(host, Path);
        (string id, string kind, JsonElement data) = await events.NextAsync();
        Assert.Equal(("e1:testing:1", "frame", "keyframe"), (id, kind, data.GetProperty("kind").GetString()));
        Assert.Equal(
            ["area", "blob", "dropped", "epoch", "kind", "seq", "simTime", "topic", "wallTime", "windowEndedAt"], data.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.NotEmpty(data.GetProperty("blob").GetBytesFromBase64());
        host.Twin.Run.Publish("testing");
        (id, kind, data) = await events.NextAsync();
        Assert.Equal(("e1:testing:2", "frame", "delta"), (id, kind, data.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task LastEventId_Known_GoesOnWithoutKeyframe()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.Run.Publish("testing");
        await using EventReader other = await EventReader.OpenAsync(host, Path);
        await other.NextAsync();
        for (int frame = 2; frame <= 4; frame++)
        {
            host.Twin.Run.Publish("testing");
            await other.NextAsync();
        }

        await using EventReader back = await EventReader.OpenAsync(host, Path, "e1:testing:2");
        for (int frame = 3; frame <= 4; frame++)
        {
            (string id, string kind, JsonElement data) = await back.NextAsync();
            Assert.Equal(($"e1:testing:{frame}", "frame", "delta"), (id, kind, data.GetProperty("kind").GetString()));
        }
    }

    [Theory]
    [InlineData("e0:testing:2")]
    [InlineData("e1:testing:1")]
    [InlineData("e1:testing:99")]
    [InlineData("e1:sites:2")]
    [InlineData("nonsense")]
    public async Task LastEventId_Unknown_IsAResetWithAKeyframe(string last)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.Run.Publish("testing");
        host.Twin.Run.Publish("testing");
        await using EventReader events = await EventReader.OpenAsync(host, Path, last);
        (string id, string kind, JsonElement data) = await events.NextAsync();
        Assert.Equal(("e1:testing:2", "reset", "keyframe"), (id, kind, data.GetProperty("kind").GetString()));
        host.Twin.Run.Publish("testing");
        (_, kind, _) = await events.NextAsync();
        Assert.Equal("frame", kind);
    }

    [Fact]
    public async Task Silence_IsFilledWithHeartbeats()
    {
        await using ViewerHost host = await ViewerHost.StartAsync(options => options.Heartbeat = TimeSpan.FromMilliseconds(20));
        await using EventReader events = await EventReader.OpenAsync(host, Path);
        await events.NextAsync();
        Assert.Equal(": heartbeat", await events.LineAsync());
    }

    [Fact]
    public async Task Events_End_WithTheirSubscription()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        EventReader events = await EventReader.OpenAsync(host, "/api/v1/runs/1/events");
        HashSet<string> topics = [];
        while (topics.Count < 4)
        {
            topics.Add((await events.NextAsync()).Data.GetProperty("topic").GetString()!);
        }

        Assert.Equal(4, host.Twin.Streams.Open);
        await events.DisposeAsync();
        await Eventually.BecomesAsync(() => host.Twin.Streams.Open, 0);
    }

    [Theory]
    [InlineData("topics=weather", HttpStatusCode.NotFound, "topics[0]")]
    [InlineData("topics=testing,,sites", HttpStatusCode.NotFound, "topics[1]")]
    [InlineData("topics=testing&area=ZZ", HttpStatusCode.NotFound, "area")]
    [InlineData("topic=testing", HttpStatusCode.BadRequest, "topic")]
    public async Task Events_Wrong_AreRefused(string query, HttpStatusCode status, string path)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync($"/api/v1/runs/1/events?{query}");
        await Expect.Problem(response, status, path);
    }
}
