using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Twin.Grains.Live;

namespace Twin.Viewer.Tests.Http;

public sealed class ErrorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nothing")]
    [InlineData("{\"scenario\":\"small\",}")]
    [InlineData("{\"scenario\":\"small\"} x")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{\"\\ud800\":1}")]
    public async Task Body_Malformed_IsRefused(string body)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync("/api/v1/runs", body);
        await Expect.Problem(response, HttpStatusCode.BadRequest, "body");
    }

    [Fact]
    public async Task Body_WithHalfACharacter_IsRefused()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage text = await host.PostAsync("/api/v1/runs", "{\"scenario\":\"\\udfff\"}");
        await Expect.Problem(text, HttpStatusCode.BadRequest);
        using ByteArrayContent bytes = new([.. "{\"scenario\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage binary = await host.Http.PostAsync("/api/v1/runs", bytes);
        await Expect.Problem(binary, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Body_TooDeep_IsRefused()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync("/api/v1/runs", string.Concat(Enumerable.Repeat("{\"set\":", 33)) + "1" + new string('}', 33));
        await Expect.Problem(response, HttpStatusCode.BadRequest, "body");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_Oversized_IsRefused(bool isChunked)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        string body = $$"""{"scenario":"{{new string('x', 64 * 1024)}}"}""";
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = isChunked;
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        await Expect.Problem(response, HttpStatusCode.RequestEntityTooLarge, "body");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Body_OfAnotherType_IsRefused(string type)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using ByteArrayContent content = new("{\"scenario\":\"small\"}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using HttpResponseMessage response = await host.Http.PostAsync("/api/v1/runs", content);
        await Expect.Problem(response, HttpStatusCode.UnsupportedMediaType, "Content-Type");
        using HttpResponseMessage none = await host.Http.PostAsync("/api/v1/runs", null);
        await Expect.Problem(none, HttpStatusCode.UnsupportedMediaType, "Content-Type");
    }

    [Fact]
    public async Task Fields_AllThatIsWrongIsSaidAtOnce()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync("/api/v1/runs", """{"scenario":7,"seed":-1,"scale":"full","set":{},"speed":[],"paused":"yes","colour":1}""");
        JsonElement problem = await Expect.Problem(response, HttpStatusCode.BadRequest);
        Assert.Equal(
            ["colour", "paused", "scale", "scenario", "seed", "set", "speed"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains("scenario, seed, scale, set, speed, paused", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/runs/2")]
    [InlineData("/api/v1/runs/0")]
    [InlineData("/api/v1/runs/01")]
    [InlineData("/api/v1/runs/-1")]
    [InlineData("/api/v1/runs/r1")]
    [InlineData("/api/v1/runs/99999999999999999999")]
    [InlineData("/api/v1/runs/2/layout")]
    [InlineData("/api/v1/runs/2/layout/households")]
    [InlineData("/api/v1/runs/2/series")]
    [InlineData("/api/v1/runs/2/results")]
    [InlineData("/api/v1/runs/2/inputs")]
    [InlineData("/api/v1/runs/2/events")]
    [InlineData("/api/v1/runs/2/sites")]
    [InlineData("/api/v1/runs/2/sites/S-001")]
    [InlineData("/api/v1/runs/2/micro-grids/AA-01-01-001/households")]
    public async Task Run_Unknown_IsRefused(string path)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync(path);
        await Expect.Problem(response, HttpStatusCode.NotFound, "run");
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v1/runs/1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("PUT", "/api/v1/runs", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/api/v1/runs/1/inputs", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PATCH", "/api/v1/runs/1/sites/S-001", HttpStatusCode.MethodNotAllowed)]
    public async Task Address_Wrong_IsRefused(string method, string path, HttpStatusCode status)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        await Expect.Problem(response, status, status == HttpStatusCode.NotFound ? "path" : "method");
        Assert.True(status == HttpStatusCode.NotFound || response.Content.Headers.Allow.Count > 0);
    }

    [Fact]
    public async Task Cluster_ThatDoesNotAnswer_IsUnavailable()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        foreach (Exception trouble in new Exception[] { new TimeoutException("late"), new SiloUnavailableException("gone"), new OrleansException("full") })
        {
            host.Twin.Run.Trouble = trouble;
            using HttpResponseMessage response = await host.Http.GetAsync("/api/v1/runs/1/series");
            await Expect.Problem(response, HttpStatusCode.ServiceUnavailable);
            Assert.NotNull(response.Headers.RetryAfter);
        }
    }

    [Fact]
    public async Task Server_ThatFails_SaysNoMoreThanATraceId()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.Run.Trouble = new InvalidDataException("internal words");
        using HttpResponseMessage response = await host.Http.GetAsync("/api/v1/runs/1/series");
        JsonElement problem = await Expect.Problem(response, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("internal words", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_BeyondTheLimit_AreRefused()
    {
        await using ViewerHost host = await ViewerHost.StartAsync(options => (options.RequestsPerSecond, options.RequestBurst) = (10, 3));
        List<HttpResponseMessage> responses = [];
        for (int request = 0; request < 20; request++)
        {
            responses.Add(await host.Http.GetAsync("/api/v1/scenarios"));
        }

        HttpResponseMessage refused = responses.First(response => response.StatusCode != HttpStatusCode.OK);
        await Expect.Problem(refused, HttpStatusCode.TooManyRequests, "requests");
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, responses[0].StatusCode);
        using HttpResponseMessage page = await host.Http.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
