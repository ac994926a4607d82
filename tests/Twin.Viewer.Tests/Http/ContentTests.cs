using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Twin.Viewer.Tests.Http;

public sealed class ContentTests
{
    [Theory]
    [InlineData("/api/v1/runs/1/layout", "application/json")]
    [InlineData("/api/v1/runs/1/layout/households", "application/octet-stream")]
    [InlineData("/js/app.js", "text/javascript")]
    [InlineData("/", "text/html")]
    public async Task Content_IsNotSentAgainToWhoHasIt(string path, string type)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage first = await host.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        EntityTagHeaderValue tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
        using HttpResponseMessage again = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        using HttpRequestMessage stale = new(HttpMethod.Get, path) { Headers = { IfNoneMatch = { new EntityTagHeaderValue("\"other\"") } } };
        using HttpResponseMessage whole = await host.Http.SendAsync(stale);
        Assert.Equal(HttpStatusCode.OK, whole.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Layout_IsCompressedForWhoTakesIt(string encoding)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/runs/1/layout") { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue(encoding) } } };
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Stream body = await response.Content.ReadAsStreamAsync();
        using Stream plain = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using MemoryStream bytes = new();
        await plain.CopyToAsync(bytes);
        Assert.Equal(FakeDistrict.Layout, bytes.ToArray());
        Assert.True(response.Content.Headers.ContentLength < FakeDistrict.Layout.Length / 2);
    }

    [Fact]
    public async Task Page_CarriesThePolicyOnEverything()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        foreach (string path in new[] { "/", "/js/app.js", "/api/v1/runs", "/api/v1/runs/99", "/nowhere", "/api/v1/openapi.json" })
        {
            using HttpResponseMessage response = await host.Http.GetAsync(path);
            Assert.Equal([Twin.Viewer.Http.GuardMiddleware.Policy], response.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["no-referrer"], response.Headers.GetValues("Referrer-Policy"));
        }
    }
}
