using System.Net;
using System.Text.Json;

namespace Twin.Viewer.Tests.Http;

public sealed class InputRoutesTests
{
    private const string Path = "/api/v1/runs/1/inputs";
    private const string Close = """{"type":"closeSite","sites":["S-001"]}""";

    [Fact]
    public async Task Input_IsTakenAndListed()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage given = await host.PostAsync(Path, Close);
        Assert.Equal(HttpStatusCode.Created, given.StatusCode);
        JsonElement entry = JsonDocument.Parse(await given.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(
            """{"seq":1,"at":0,"input":{"type":"closeSite","sites":["S-001"],"from":null,"samplers":0,"desks":0,"lengthMinutes":0,"to":null}}""", entry.GetRawText());
        Assert.Equal($$"""{"inputs":[{{entry.GetRawText()}}]}""", (await host.GetAsync(Path)).GetRawText());
    }

    [Fact]
    public async Task Preview_ChangesNothing()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage preview = await host.PostAsync($"{Path}?preview=true", Close);
        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Equal(
            """{"affected":{"sites":["S-001"],"waiting":12,"homeResidents":345,"neighbours":[{"code":"S-002","distance":200,"queue":7}]}}""",
            await preview.Content.ReadAsStringAsync());
        Assert.Equal("""{"inputs":[]}""", (await host.GetAsync(Path)).GetRawText());
    }

    [Fact]
    public async Task Input_WithKeyTwice_IsDoneOnce()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage first = await host.PostAsync(Path, Close, ("Idempotency-Key", "close-1"));
        using HttpResponseMessage again = await host.PostAsync(Path, Close, ("Idempotency-Key", "close-1"));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
        Assert.Single((await host.GetAsync(Path)).GetProperty("inputs").EnumerateArray());
        using HttpResponseMessage other = await host.PostAsync(Path, """{"type":"closeSite","sites":["S-002"]}""", ("Idempotency-Key", "close-1"));
        await Expect.Problem(other, HttpStatusCode.UnprocessableEntity, "Idempotency-Key");
        using HttpResponseMessage wrong = await host.PostAsync(Path, Close, ("Idempotency-Key", new string('k', 256)));
        await Expect.Problem(wrong, HttpStatusCode.BadRequest, "Idempotency-Key");
    }

    [Fact]
    public async Task Input_RefusedWithKey_MayBeTriedAgain()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        host.Twin.Run.Trouble = new TimeoutException("slow");
        using HttpResponseMessage late = await host.PostAsync(Path, Close, ("Idempotency-Key", "k"));
        await Expect.Problem(late, HttpStatusCode.ServiceUnavailable);
        host.Twin.Run.Trouble = null;
        using HttpResponseMessage again = await host.PostAsync(Path, Close, ("Idempotency-Key", "k"));
        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.False(again.Headers.Contains("Idempotency-Replayed"));
    }

    [Theory]
    [InlineData("""{"type":"closeSite","sites":"S-001"}""", "sites")]
    [InlineData("""{"type":"closeSite","sites":["S-001",2]}""", "sites[1]")]
    [InlineData("""{"sites":["S-001"]}""", "type")]
    [InlineData("""{"type":"closeSite","samplers":1.5}""", "samplers")]
    [InlineData("""{"type":"closeSite","desks":99999999999}""", "desks")]
    [InlineData("""{"type":"closeSite","lengthMinutes":"ten"}""", "lengthMinutes")]
    [InlineData("""{"type":"closeSite","to":1e400}""", "to")]
    [InlineData("""{"type":"closeSite","colour":"red"}""", "colour")]
    [InlineData("""{"type":"closeSite","type":"openSite"}""", "body")]
    [InlineData("""{"type":"explode"}""", "type")]
    public async Task Input_Wrong_IsRefused(string body, string path)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage response = await host.PostAsync(Path, body);
        await Expect.Problem(response, HttpStatusCode.BadRequest, path);
        using HttpResponseMessage preview = await host.PostAsync($"{Path}?preview=perhaps", Close);
        await Expect.Problem(preview, HttpStatusCode.BadRequest, "preview");
    }
}
