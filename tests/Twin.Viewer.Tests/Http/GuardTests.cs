using System.Net;
using System.Net.WebSockets;

namespace Twin.Viewer.Tests.Http;

public sealed class GuardTests
{
    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Origin_Foreign_IsRefused(string origin)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        foreach ((HttpMethod method, string path) in new[] { (HttpMethod.Post, "/api/v1/runs"), (HttpMethod.Delete, "/api/v1/runs/1"), (HttpMethod.Get, "/api/v1/runs"), (HttpMethod.Post, "/hub/negotiate?negotiateVersion=1") })
        {
            using HttpRequestMessage request = new(method, path);
            request.Headers.TryAddWithoutValidation("Origin", origin);
            using HttpResponseMessage response = await host.Http.SendAsync(request);
            await Expect.Problem(response, HttpStatusCode.Forbidden, "Origin");
        }

        Assert.False(host.Twin.Run.IsGone);
    }

    [Fact]
    public async Task Origin_Foreign_GetsNoWebSocket()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        Uri hub = new($"{host.Address.Replace("http", "ws", StringComparison.Ordinal)}/hub");
        using ClientWebSocket foreign = new() { Options = { CollectHttpResponseDetails = true } };
        foreign.Options.SetRequestHeader("Origin", "http://evil.example");
        await Assert.ThrowsAsync<WebSocketException>(() => foreign.ConnectAsync(hub, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.HttpStatusCode);
        using ClientWebSocket own = new();
        own.Options.SetRequestHeader("Origin", host.Address);
        await own.ConnectAsync(hub, CancellationToken.None);
        Assert.Equal(WebSocketState.Open, own.State);
    }

    [Fact]
    public async Task Origin_Own_IsServed()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync("/api/v1/runs", """{"scenario":"small"}""", ("Origin", host.Address));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("192.0.2.1:80")]
    public async Task Host_OfAnotherMachine_IsRefused(string name)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/runs") { Headers = { Host = name } };
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        await Expect.Problem(response, HttpStatusCode.BadRequest, "Host");
    }

    [Fact]
    public async Task Host_OfThisMachine_IsServed()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        foreach (string name in new[] { "localhost", $"LOCALHOST:{new Uri(host.Address).Port}", "[::1]:80" })
        {
            using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/runs") { Headers = { Host = name } };
            using HttpResponseMessage response = await host.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }
}
