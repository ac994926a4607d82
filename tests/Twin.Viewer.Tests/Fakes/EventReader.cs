using System.Net;
using System.Text.Json;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>Reads server-sent events.</summary>
internal sealed class EventReader(HttpResponseMessage response, StreamReader lines) : IAsyncDisposable
{
    public static async Task<EventReader> OpenAsync(ViewerHost host, string path, string? lastEventId = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        HttpResponseMessage response = await host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    /// <summary>The next line that is not empty.</summary>
    public async Task<string> LineAsync()
    {
        while (true)
        {
            string line = await lines.ReadLineAsync().WaitAsync(ViewerHost.Patience) ?? throw new EndOfStreamException("The events have ended.");
            if (line.Length > 0)
            {
                return line;
            }
        }
    }

    public async Task<(string Id, string Kind, JsonElement Data)> NextAsync()
    {
        string line = await LineAsync();
        while (!line.StartsWith("id: ", StringComparison.Ordinal))
        {
            line = await LineAsync();
        }

        string kind = await LineAsync();
        string data = await LineAsync();
        Assert.StartsWith("event: ", kind);
        Assert.StartsWith("data: ", data);
        return (line[4..], kind[7..], JsonDocument.Parse(data[6..]).RootElement);
    }

    public ValueTask DisposeAsync()
    {
        lines.Dispose();
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
