using System.Net;
using System.Text.Json;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>What every refused request must look like.</summary>
internal static class Expect
{
    public static async Task<JsonElement> Problem(HttpResponseMessage response, HttpStatusCode status, string? path = null)
    {
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        JsonElement problem = JsonDocument.Parse(text).RootElement;
        Assert.StartsWith("/problems/", problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        if (path is not null)
        {
            JsonElement error = Assert.Single(problem.GetProperty("errors").EnumerateArray(), one => one.GetProperty("path").GetString() == path);
            Assert.NotEmpty(error.GetProperty("found").GetString()!);
            Assert.NotEmpty(error.GetProperty("allowed").GetString()!);
        }

        return problem;
    }
}
