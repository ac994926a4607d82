using System.Text.Json;
using System.Text.RegularExpressions;

namespace Twin.Viewer.Tests.Http;

/// <summary>docs/api.md and docs/requests.http name what is served, no less and no more.</summary>
public sealed partial class ApiDocumentationTests
{
    private static readonly string Document = Read("api.md");
    private static readonly string Requests = Read("requests.http");

    [Fact]
    public async Task Document_NamesEveryAddress()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        foreach (JsonProperty path in (await host.GetAsync("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject())
        {
            string address = path.Name["/api/v1".Length..];
            string kind = address.Split('/') is [_, _, _, var part, ..] ? part : address;
            Assert.True(Document.Contains($"{address}`", StringComparison.Ordinal) || Document.Contains($"`{kind}`", StringComparison.Ordinal), $"docs/api.md does not name {address}.");
        }
    }

    [Fact]
    public async Task Document_NamesEveryFieldOfARun()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        foreach (JsonProperty field in (await host.GetAsync("/api/v1/runs/1")).EnumerateObject())
        {
            Assert.Contains($"`{field.Name}`", Document, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Requests_AreAllServed()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement paths = (await host.GetAsync("/api/v1/openapi.json")).GetProperty("paths");
        Regex[] served = [.. paths.EnumerateObject().Select(path => new Regex($"^{Regex.Escape(path.Name).Replace(@"\{id}", "[^/]+", StringComparison.Ordinal).Replace(@"\{code}", "[^/]+", StringComparison.Ordinal)}$"))];
        string[] asked = [.. RequestLine().Matches(Requests).Select(match => match.Groups[1].Value.Split('?')[0].Replace("{{base}}", "/api/v1", StringComparison.Ordinal).Replace("{{run}}", "1", StringComparison.Ordinal))];
        Assert.True(asked.Length > 25, $"{asked.Length} requests");
        Assert.All(asked.Where(path => path != "/api/v1/openapi.json"), path => Assert.Contains(served, one => one.IsMatch(path)));
        Assert.All(served, one => Assert.True(asked.Any(path => one.IsMatch(path)) || one.ToString().EndsWith("s$", StringComparison.Ordinal), $"requests.http has nothing for {one}"));
    }

    [GeneratedRegex("^(?:GET|POST|DELETE) (\\S+)", RegexOptions.Multiline)]
    private static partial Regex RequestLine();

    private static string Read(string name)
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Twin.slnx")))
        {
            folder = folder.Parent ?? throw new FileNotFoundException(name);
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "docs", name));
    }
}
