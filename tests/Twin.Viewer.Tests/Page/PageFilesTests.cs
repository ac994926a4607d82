using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Twin.Viewer.Page;

namespace Twin.Viewer.Tests.Page;

public sealed class PageFilesTests
{
    [Fact]
    public async Task Files_OfTheAssembly_AreAllServedWithTheirTypes()
    {
        PageFiles page = PageFiles.Embedded();
        Assert.Contains("index.html", page.Paths);
        Assert.DoesNotContain(page.Paths, path => path.Contains('\\', StringComparison.Ordinal));
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using WebApplication application = builder.Build();
        page.Map(application);
        await application.StartAsync();
        using HttpClient http = new() { BaseAddress = new Uri(application.Urls.First()) };
        foreach (string path in page.Paths)
        {
            using HttpResponseMessage response = await http.GetAsync($"/{path}");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Content.Headers.ContentType?.MediaType != "application/octet-stream", $"The page's {path} has no type.");
        }
    }
}
