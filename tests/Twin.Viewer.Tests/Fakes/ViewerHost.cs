using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Twin.Viewer.Hosting;
using Twin.Viewer.Page;
using Twin.Viewer.Relay;

namespace Twin.Viewer.Tests.Fakes;

/// <summary>The viewer on a free port of this machine, in front of a <see cref="FakeTwin"/>.</summary>
internal sealed class ViewerHost : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come; only a failing test waits so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _application;

    private ViewerHost(WebApplication application, FakeTwin twin)
    {
        (_application, Twin) = (application, twin);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address), Timeout = Patience };
    }

    public FakeTwin Twin { get; }

    public HttpClient Http { get; }

    public string Address => _application.Urls.First();

    public TopicRelays Relays => _application.Services.GetRequiredService<TopicRelays>();

    public static async Task<ViewerHost> StartAsync(Action<ViewerOptions>? configure = null)
    {
        FakeTwin twin = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IGrainFactory>(twin).AddSingleton<IFrameStreams>(twin.Streams).AddSingleton(Page());
        builder.Services.AddTwinViewer(options =>
        {
            (options.Belief, options.Silence, options.RunsInterval) = (TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromMilliseconds(20));
            configure?.Invoke(options);
        });
        WebApplication application = builder.Build();
        application.MapTwinViewer();
        await application.StartAsync();
        return new ViewerHost(application, twin);
    }

    public async Task<HubConnection> ConnectAsync(bool isMessagePack = true)
    {
        IHubConnectionBuilder builder = new HubConnectionBuilder().WithUrl($"{Address}/hub");
        if (isMessagePack)
        {
            builder.AddMessagePackProtocol();
        }

        HubConnection connection = builder.Build();
        await connection.StartAsync();
        return connection;
    }

    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>(path);

    public Task<HttpResponseMessage> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _application.DisposeAsync();
    }

    private static PageFiles Page() => new(
    [
        ("index.html", Encoding.UTF8.GetBytes("<!doctype html><title>Twin</title>")),
        ("js/app.js", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("export const a = 1;\n", 200)))),
    ]);
}
