using System.Net;
using System.Text.Json;
using Twin.Grains.Live;

namespace Twin.Viewer.Tests.Http;

public sealed class RunRoutesTests
{
    private static readonly string[] RunFields =
    [
        "behindSeconds", "close", "digest", "epoch", "error", "events", "expected", "horizon", "households", "id", "inputs", "lateP99Milliseconds", "mode", "open", "prepared", "residents",
        "resultsDigest", "scale", "scenario", "seed", "simTime", "speed", "speedActual", "start", "state", "targetLine", "targetShare", "targetWaitQuantile", "targetWaitSeconds", "tested", "title", "titleZh", "windows",
    ];

    [Fact]
    public async Task Scenarios_AreListed()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement scenario = Assert.Single((await host.GetAsync("/api/v1/scenarios")).GetProperty("scenarios").EnumerateArray());
        Assert.Equal(["name", "scale", "seed", "title", "titleZh"], scenario.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal("小", scenario.GetProperty("titleZh").GetString());
    }

    [Fact]
    public async Task Runs_HaveTheStateInCamelCaseWithModeAndTargetLine()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement run = Assert.Single((await host.GetAsync("/api/v1/runs")).GetProperty("runs").EnumerateArray());
        Assert.Equal(RunFields, run.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal("SIM", run.GetProperty("mode").GetString());
        Assert.Equal(36_000_000, run.GetProperty("targetLine").GetInt64());
        Assert.Equal("running", run.GetProperty("state").GetString());
        Assert.Equal(1, run.GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Run_HasMeasuresAndTopicsToo()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement run = await host.GetAsync("/api/v1/runs/1");
        Assert.Equal([.. RunFields.Append("measures").Append("topics").Order(StringComparer.Ordinal)], run.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
        Assert.Equal(6, run.GetProperty("measures").GetArrayLength());
        Assert.Equal("district", run.GetProperty("measures")[0].GetProperty("level").GetString());
        Assert.Equal(4, run.GetProperty("topics").GetArrayLength());
    }

    [Fact]
    public async Task Start_TakesAllFieldsAndSaysWhereTheRunIs()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync("/api/v1/runs", """{"scenario":"small","seed":18446744073709551615,"scale":0.05,"set":["a.b=1"],"speed":600,"paused":true}""");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal("/api/v1/runs/2", response.Headers.Location?.ToString());
        RunRequest asked = host.Twin.Asked!;
        Assert.Equal(("small", ulong.MaxValue, 0.05, 600d, true), (asked.Scenario, asked.Seed, asked.Scale, asked.Speed, asked.Paused));
        Assert.Equal(["a.b=1"], asked.Sets);
    }

    [Fact]
    public async Task Start_WithoutOptionalFields_LeavesThemToTheScenario()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync("/api/v1/runs", """{"scenario":"small","speed":null}""");
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(new RunRequest("small", null, null, host.Twin.Asked!.Sets, null, false), host.Twin.Asked);
        Assert.Empty(host.Twin.Asked.Sets);
    }

    [Fact]
    public async Task Control_AnswersWithTheRun()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync("/api/v1/runs/1/control", """{"action":"pause"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"state\":\"paused\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using HttpResponseMessage speed = await host.PostAsync("/api/v1/runs/1/control", """{"action":"speed","speed":10001}""");
        await Expect.Problem(speed, HttpStatusCode.BadRequest, "speed");
        host.Twin.Run.Now = host.Twin.Run.Now with { State = "ended" };
        using HttpResponseMessage stop = await host.PostAsync("/api/v1/runs/1/control", """{"action":"stop"}""");
        await Expect.Problem(stop, HttpStatusCode.Conflict, "action");
    }

    [Fact]
    public async Task Remove_ForgetsTheRun()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage removed = await host.Http.DeleteAsync("/api/v1/runs/1");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using HttpResponseMessage gone = await host.Http.GetAsync("/api/v1/runs/1");
        await Expect.Problem(gone, HttpStatusCode.NotFound, "run");
        using HttpResponseMessage again = await host.Http.DeleteAsync("/api/v1/runs/1");
        await Expect.Problem(again, HttpStatusCode.NotFound, "run");
    }

    [Fact]
    public async Task Series_HaveTheHistory()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement series = await host.GetAsync("/api/v1/runs/1/series");
        Assert.Equal("""{"minutes":2,"tested":[0,5],"notified":[1,2],"waiting":[3,4],"sites":{"expectedWait":[[1,2],[3,4],[5,6]]}}""", series.GetRawText());
    }

    [Fact]
    public async Task Results_ComeOnceTheRunHasEnded()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage early = await host.Http.GetAsync("/api/v1/runs/1/results");
        await Expect.Problem(early, HttpStatusCode.Conflict, "state");
        host.Twin.Run.Results = """{"answer":42}""";
        Assert.Equal("""{"answer":42}""", (await host.GetAsync("/api/v1/runs/1/results")).GetRawText());
    }

    [Fact]
    public async Task Start_WithKeyTwice_StartsOneRun()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage first = await host.PostAsync("/api/v1/runs", """{"scenario":"small"}""", ("Idempotency-Key", "k1"));
        using HttpResponseMessage again = await host.PostAsync("/api/v1/runs", """{"scenario":"small"}""", ("Idempotency-Key", "k1"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(2, host.Twin.Runs.Count);
        using HttpResponseMessage other = await host.PostAsync("/api/v1/runs", """{"scenario":"small","seed":1}""", ("Idempotency-Key", "k1"));
        await Expect.Problem(other, HttpStatusCode.UnprocessableEntity, "Idempotency-Key");
    }
}
