using System.Text;

namespace Twin.Silo.Tests.Serving;

/// <summary>Random requests, each wrong in a way: whatever it may do elsewhere, it must do nothing to the run.</summary>
/// <remarks>Reads may be right by chance. What would change something never is: a field that does not exist, JSON that is none, another media type, a value out of range, or a run that does not exist.</remarks>
/// <param name="random">The draws.</param>
internal sealed class MalformedRequests(Random random)
{
    private static readonly string[] Methods = ["GET", "GET", "HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "QUERY", "NONSENSE"];
    private static readonly string[] Types = ["text/plain", "application/xml", "application/json; charset=latin1", "multipart/form-data; boundary=x", "nonsense", "application/jsonx", ""];

    private static readonly string[] Parts =
    [
        "api", "v1", "runs", "1", "2", "01", "-1", "0", "1e3", "scenarios", "layout", "households", "series", "results", "control", "inputs", "micro-grids", "sites", "S-001", "S-999", "s-001",
        "WJ-01-01-001", "WJ-01-01-001-H001", "party-groups", "communities", "districts", "JB", "%E5%BE%AE", "..", "%2e%2e", "a%2Fb", "hub", "negotiate", "openapi.json", "", "%25", "texts.json", "js", "app.js",
        "99999999999", "'", "{id}", "%F0%9F%8F%A5", "%ff%fe", "index.html", "lib", "con", "~",
    ];

    private static readonly string[] Resources =
    [
        "districts", "streets", "communities", "compounds", "base-grids", "micro-grids", "party-groups", "sites", "households", "layout", "series", "results", "inputs", "events", "control",
    ];

    private static readonly string[] Queries =
    [
        "", "", "?limit=0", "?limit=-5", "?limit=501", "?limit=99999999999999999999", "?limit=5&cursor=%00", "?cursor=cm93IDE", "?cursor=cm93IDk5OTk5OTk5OTk5", "?cursor=====", "?topics=nothing",
        "?area=ZZ", "?street=WJ&street=WJ", "?=&&=", "?%F0", "?limit=%31", "?asOf=-1", "?after=x", "?preview=maybe", "?street=%E2%82",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1e999", "0.5", "18446744073709551616", "\"\"", "\"S-999\"", "\"\\ud800\"", "\"\\u0000\"", "[]", "[[]]", "{}", "[\"S-999\"]", "[1,2]", "\"nothing\"", "99999999", "\"微网格\"", "NaN", "[null]",
    ];

    private static readonly string[] Fields = ["action", "type", "scenario", "speed", "to", "sites", "samplers", "desks", "seed", "scale", "set", "from", "lengthMinutes", "paused"];

    private static readonly string[] Headers = ["Idempotency-Key", "If-None-Match", "Last-Event-ID", "Accept-Encoding", "Accept", "Origin", "Content-Encoding", "Range", "X-Forwarded-For", "Upgrade", "Expect"];

    /// <summary>The next request.</summary>
    /// <param name="origin">Where to.</param>
    public HttpRequestMessage Next(Uri origin) => random.Next(3) switch
    {
        0 => Write(origin),
        _ => Read(origin),
    };

    private HttpRequestMessage Read(Uri origin)
    {
        string[] begin = random.Next(5) switch { 0 => [], 1 => ["api", "v1"], 2 => ["api", "v1", "runs", "1"], _ => ["api", "v1", "runs", "1", Pick(Resources)] };
        string path = string.Join('/', begin.Concat(Enumerable.Range(0, random.Next(3)).Select(_ => Pick(Parts))));
        HttpRequestMessage request = new(new HttpMethod(Pick(Methods)), new Uri($"http://{origin.Authority}/{path}{Pick(Queries)}"));
        if (random.Next(4) == 0)
        {
            request.Headers.TryAddWithoutValidation(Pick(Headers), Pick(["", "*", "\"x\"", "a b", ":::", "br;q=9", "null", "\t", new string('k', 300), "http://elsewhere.example", "1-1:overview:9", "e:1:2:3"]));
        }

        if (random.Next(5) == 0 && request.Method != HttpMethod.Trace)
        {
            request.Content = new ByteArrayContent(Noise());
        }

        return request;
    }

    private HttpRequestMessage Write(Uri origin)
    {
        string path = Pick(["runs", "runs/1/control", "runs/1/inputs", "runs/1/inputs?preview=true", "runs/1/inputs?preview=2", "runs/2/control", "runs/x/inputs", "runs/1", "runs/99", "scenarios"]);
        HttpRequestMessage request = new(HttpMethod.Post, new Uri(origin, $"/api/v1/{path}"));
        if (random.Next(8) == 0)
        {
            (request.Method, request.RequestUri) = (HttpMethod.Delete, new Uri(origin, $"/api/v1/runs/{Pick(["99", "01", "x", "-1", "%31", ""]).Replace("%31", "1%20", StringComparison.Ordinal)}"));
        }

        bool isOfAnotherType = random.Next(4) == 0;
        request.Content = new ByteArrayContent(isOfAnotherType ? Encoding.UTF8.GetBytes("{\"action\":\"stop\"}") : Body());
        string type = isOfAnotherType ? Pick(Types) : "application/json";
        if (type.Length > 0)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (random.Next(3) == 0)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Pick(["a", "b", "", new string('k', 256), "key with spaces", "\u00e9"]));
        }

        return request;
    }

    /// <summary>A body that can never be right.</summary>
    private byte[] Body() => random.Next(7) switch
    {
        0 => Noise(),
        1 => Encoding.UTF8.GetBytes(new string('[', random.Next(1, 200))),
        2 => Encoding.UTF8.GetBytes($"{{\"set\":[\"{new string('x', 70_000)}\"]}}"),
        3 => Encoding.UTF8.GetBytes("{\"action\":\"stop\""),
        4 => Encoding.UTF8.GetBytes($$"""{"action":"stop","{{Pick(["x", "Action ", "__proto__", "微"])}}":{{Pick(Values)}}}"""),
        5 => Encoding.UTF8.GetBytes($$"""{"type":"closeSite","sites":{{Pick(["[\"S-999\"]", "\"S-001\"", "[1]", "{}", "[[\"S-001\"]]"])}}}"""),
        _ => Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{Pick(Fields)}\":{Pick(Values)}"))},\"nothing\":1}}"),
    };

    private byte[] Noise()
    {
        byte[] noise = new byte[random.Next(1, 300)];
        random.NextBytes(noise);
        noise[0] = (byte)'?';
        return noise;
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
