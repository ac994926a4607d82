using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Twin.Viewer.Relay;

namespace Twin.Silo.Tests.Serving;

/// <summary>The viewer as a program of its own, beside a silo in another process; and inside it.</summary>
public sealed class ViewerOnItsOwnTests
{
    [Fact]
    public async Task Viewer_BesideASilo_ShowsItsRunAsTheSiloDoes()
    {
        using Folder folder = new();
        await using ServedTwin silo = await ServedTwin.ServeAsync(folder, TwinProcess.Scenario("mass-testing-small"), "--speed", "600", "--paused");
        await silo.UntilAsync(run => run.GetProperty("state").GetString() == "paused");
        await using ServedTwin viewer = await ServedTwin.ViewAsync(folder, silo.Gateway);

        Assert.Contains("<script", await viewer.Http.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Equal("mass-testing-small", (await viewer.GetAsync("runs/1")).GetProperty("scenario").GetString());
        await viewer.ControlAsync(new { action = "runTo", to = 27_000_000 });
        await viewer.UntilAsync(run => run.GetProperty("state").GetString() == "paused" && run.GetProperty("simTime").GetInt64() == 27_000_000);
        foreach (string path in (string[])["runs/1/sites/S-001", "runs/1/communities", "runs/1/series", "runs/1/layout"])
        {
            Assert.Equal((await silo.GetAsync(path)).GetRawText(), (await viewer.GetAsync(path)).GetRawText());
        }

        JsonElement site = await viewer.GetAsync("runs/1/sites/S-001");
        Assert.True(site.GetProperty("state").GetProperty("tested").GetInt32() > 0);
        Assert.NotEmpty(site.GetProperty("events").EnumerateArray());
        await viewer.ControlAsync(new { action = "resume" });
        IReadOnlyList<Frame> frames = await viewer.FramesAsync("overview", 4);
        Assert.Equal("keyframe", frames[0].Kind);

        // A reader that was too slow for a moment gets a keyframe, never a delta that does not follow.
        Assert.All(frames.Zip(frames.Skip(1)), two => Assert.True(two.Second.Kind == "keyframe" || two.Second.Seq == two.First.Seq + 1, $"{two}"));
        Assert.True(frames[^1].SimTime > 27_000_000);
        Assert.InRange(frames[^1].WindowEndedAt, 1, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Viewer_WhoseSiloHasNoSuchRun_SaysSo()
    {
        using Folder folder = new();
        await using ServedTwin silo = await ServedTwin.ServeAsync(folder, TwinProcess.Scenario("mass-testing-small"), "--paused");
        await using ServedTwin viewer = await ServedTwin.ViewAsync(folder, silo.Gateway);
        using HttpResponseMessage answer = await viewer.Http.GetAsync("api/v1/runs/7");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Viewer_NoSiloAtTheGateway_IsRefused()
    {
        using Folder folder = new();
        string gateway = ServedTwin.FreeOrigin().Authority;
        using Process process = TwinProcess.Start(folder, "dotnet", [ServedTwin.Viewer, "--gateway", gateway, "--urls", ServedTwin.FreeOrigin().ToString(), "--wait", "1"]);
        (await TwinProcess.EndAsync(process)).MustRefuse($"--gateway: found no silo at {gateway} after 1 s; allowed: ");
    }

    [Fact]
    public async Task Viewer_HostWithoutAnAddress_IsRefused()
    {
        using Folder folder = new();
        using Process process = TwinProcess.Start(folder, "dotnet", [ServedTwin.Viewer, "--gateway", "nowhere.invalid:30000"]);
        (await TwinProcess.EndAsync(process)).MustRefuse("--gateway: found \"nowhere.invalid\", a host without an address; allowed: ");
    }
}
