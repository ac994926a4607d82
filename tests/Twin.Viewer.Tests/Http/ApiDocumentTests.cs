using System.Net;
using System.Text.Json;

namespace Twin.Viewer.Tests.Http;

public sealed class ApiDocumentTests
{
    [Fact]
    public async Task Document_DescribesEveryAddress()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement document = await host.GetAsync("/api/v1/openapi.json");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
        JsonElement paths = document.GetProperty("paths");
        foreach (string path in new[] { "scenarios", "runs", "runs/{id}", "runs/{id}/layout", "runs/{id}/layout/households", "runs/{id}/series", "runs/{id}/results", "runs/{id}/control", "runs/{id}/inputs", "runs/{id}/events", "runs/{id}/micro-grids", "runs/{id}/micro-grids/{code}", "runs/{id}/micro-grids/{code}/households", "runs/{id}/households/{code}" })
        {
            Assert.True(paths.TryGetProperty($"/api/v1/{path}", out JsonElement item), path);
            foreach (JsonProperty operation in item.EnumerateObject())
            {
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
                Assert.NotEmpty(operation.Value.GetProperty("responses").EnumerateObject());
            }
        }
    }

    [Theory]
    [InlineData("/api/v1/runs", "RunList")]
    [InlineData("/api/v1/runs/1", "RunDetail")]
    [InlineData("/api/v1/runs/1/series", "SeriesAnswer")]
    [InlineData("/api/v1/runs/1/sites/S-001", "EntityAnswer")]
    [InlineData("/api/v1/runs/1/sites", "EntityList")]
    [InlineData("/api/v1/runs/7", "Problem")]
    public async Task Document_HasTheFieldsOfRealAnswers(string path, string schema)
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        JsonElement properties = (await host.GetAsync("/api/v1/openapi.json")).GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties");
        using HttpResponseMessage response = await host.Http.GetAsync(path);
        JsonElement answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(
            properties.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal), answer.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reader_LoadsItsScriptsFromHere()
    {
        await using ViewerHost host = await ViewerHost.StartAsync();
        using HttpResponseMessage redirect = await host.Http.GetAsync("/api");
        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        string at = redirect.Headers.Location!.ToString();
        using HttpResponseMessage page = await host.Http.GetAsync(at.EndsWith('/') ? at : $"{at}/");
        string html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();
        string nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains($"nonce=\"{nonce}\"", html, StringComparison.Ordinal);
        Assert.All(html.Split("src=\"")[1..], part => Assert.DoesNotContain("//", part.Split('"')[0], StringComparison.Ordinal));
        foreach (string part in html.Split("src=\"")[1..])
        {
            using HttpResponseMessage script = await host.Http.GetAsync(new Uri(new Uri($"{host.Address}{(at.EndsWith('/') ? at : $"{at}/")}"), part.Split('"')[0]));
            Assert.Equal(HttpStatusCode.OK, script.StatusCode);
        }
    }
}
