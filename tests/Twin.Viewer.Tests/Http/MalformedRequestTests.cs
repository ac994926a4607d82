using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Twin.Viewer.Tests.Http;

public sealed class MalformedRequestTests
{
    private const int Seed = 470_611;
    private const int Requests = 2_000;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "QUERY"];
    private static readonly string[] Types = ["application/json", "application/json; charset=utf-8", "text/plain", "application/json; charset=latin1", "multipart/form-data; boundary=x", "nonsense"];

    private static readonly string[] Parts =
    [
        "api", "v1", "runs", "1", "2", "01", "-1", "scenarios", "layout", "households", "series", "results", "control", "inputs", "events", "micro-grids", "sites", "S-001", "AA-01-01-001",
        "party-groups", "%E5%BE%AE", "..", "%2e%2e", "a%2Fb", "hub", "negotiate", "openapi.json", "", "%25", "reader", "x", "99999999999", "'", "{id}", "%F0%9F%8F%A5",
    ];

    private static readonly string[] Queries = ["", "", "?preview=true", "?limit=0", "?limit=5&cursor=%00", "?cursor=cm93IDE", "?topics=testing", "?area=AA", "?street=AA&street=BB", "?=&&=", "?%F0", "?limit=%31"];

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"scenario\"", "\"small\"", "\"action\"", "\"pause\"", "\"type\"", "\"closeSite\"", "\"sites\"", "\"S-001\"", "\"set\"", "\"speed\"", "\"to\"", "\"seed\"", "null",
        "true", "1", "-1", "1e999", "0.5", "18446744073709551616", "\"\\ud800\"", "\"\\u0000\"", " ", "\n", "NaN", "/*", "\u0007", "\"微网格\"", "\"paused\"", "\"desks\"", "\"lengthMinutes\"",
    ];

    [Fact]
    public async Task Requests_Random_NeverBringTheServerDown()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        Random random = new(Seed);
        int refused = 0;
        for (int number = 0; number < Requests; number++)
        {
            using HttpRequestMessage request = Next(random, host.Address);
            string what = $"seed {Seed}, request {number}: {request.Method} {request.RequestUri}";
            if (request.Method == HttpMethod.Delete && host.Twin.Run.IsGone)
            {
                host.Twin.Run.IsGone = false;
            }

            using HttpResponseMessage response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.True((int)response.StatusCode < 500, $"{what} → {response.StatusCode}");
            if ((int)response.StatusCode >= 400 && request.Method != HttpMethod.Head && response.Content.Headers.ContentLength is not 0)
            {
                Assert.True(response.Content.Headers.ContentType?.MediaType == "application/problem+json", $"{what} → {response.StatusCode} as {response.Content.Headers.ContentType}");
                await Expect.Problem(response, response.StatusCode);
                refused++;
            }
        }

        Assert.True(refused > Requests / 3, $"{refused} were refused with a problem");
        host.Twin.Run.IsGone = false;
        Assert.Equal(1, (await host.GetAsync("/api/v1/runs/1")).GetProperty("id").GetInt32());
    }

    private static HttpRequestMessage Next(Random random, string address)
    {
        string[] begin = random.Next(4) switch { 0 => [], 1 => ["api", "v1"], _ => ["api", "v1", "runs", "1"] };
        string path = $"/{string.Join('/', begin.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, Parts))))}{Pick(random, Queries)}";
        HttpRequestMessage request = new(new HttpMethod(Pick(random, Methods)), new Uri(address + path));
        if (random.Next(3) > 0)
        {
            byte[] body = Body(random);
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", random.Next(3) == 0 ? Pick(random, Types) : "application/json");
        }

        if (random.Next(10) == 0)
        {
            request.Headers.TryAddWithoutValidation(Pick(random, ["Idempotency-Key", "If-None-Match", "Last-Event-ID", "Accept-Encoding", "Origin", "Content-Encoding"]), Pick(random, ["", "*", "\"x\"", "a b", ":::", "br;q=9", "null", "\t"]));
        }

        return request;
    }

    private static byte[] Body(Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                byte[] noise = new byte[random.Next(200)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return Encoding.UTF8.GetBytes(new string('[', random.Next(100)));
            case 2:
                return Encoding.UTF8.GetBytes($$"""{"{{Pick(random, ["action", "type", "scenario"])}}":{{Pick(random, Tokens)}},{{Pick(random, Tokens)}}:{{Pick(random, Tokens)}}}""");
            default:
                return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pick(random, Tokens))));
        }
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
