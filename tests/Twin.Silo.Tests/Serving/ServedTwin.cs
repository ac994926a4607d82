using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Twin.Viewer.Relay;

namespace Twin.Silo.Tests.Serving;

/// <summary>A program that serves, on a free port: <c>twin serve</c> with a run of its own, or a viewer beside it.</summary>
internal sealed class ServedTwin : IAsyncDisposable
{
    /// <summary>How long anything may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private ServedTwin(Process process, Uri origin)
    {
        _process = process;
        Origin = origin;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 }) { BaseAddress = origin, Timeout = Patience };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_said)
            {
                _said.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
    }

    /// <summary>Where it serves.</summary>
    public Uri Origin { get; }

    /// <summary>Where a viewer on its own finds the silo; for <c>twin serve</c>.</summary>
    public string Gateway { get; private set; } = "";

    /// <summary>Asks it.</summary>
    public HttpClient Http { get; }

    /// <summary>What it has said on standard error.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Starts <c>twin serve</c> with a run.</summary>
    /// <param name="folder">The working folder, journals included.</param>
    /// <param name="arguments">Scenario and options.</param>
    public static async Task<ServedTwin> ServeAsync(Folder folder, params IReadOnlyList<string> arguments)
    {
        Uri origin = FreeOrigin();
        ServedTwin served = new(TwinProcess.Start(folder, "dotnet", [TwinProcess.Program, "serve", .. arguments, "--urls", origin.ToString()]), origin);
        const string Named = "Gateway for a viewer on its own: ";
        string line = await served.ReadUntilAsync(Named);
        served.Gateway = line[Named.Length..].Trim();
        await served.ReadUntilAsync("Run 1:");
        return served;
    }

    /// <summary>Starts a viewer as a program of its own.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="gateway">Where the silo takes clients.</param>
    public static async Task<ServedTwin> ViewAsync(Folder folder, string gateway)
    {
        Uri origin = FreeOrigin();
        ServedTwin served = new(TwinProcess.Start(folder, "dotnet", [Viewer, "--gateway", gateway, "--urls", origin.ToString()]), origin);
        await served.ReadUntilAsync("viewer: ");
        return served;
    }

    /// <summary>The viewer's program, of the configuration that is being tested.</summary>
    public static string Viewer { get; } = TwinProcess.Program.Replace("Twin.Silo", "Twin.Viewer", StringComparison.Ordinal).Replace("twin.dll", "Twin.Viewer.dll", StringComparison.Ordinal);

    /// <summary>An address of this machine at which nobody listens.</summary>
    public static Uri FreeOrigin()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/");
    }

    /// <summary>Asks the API.</summary>
    /// <param name="path">Path below <c>/api/v1/</c>.</param>
    public async Task<JsonElement> GetAsync(string path) => await Http.GetFromJsonAsync<JsonElement>($"api/v1/{path}");

    /// <summary>Controls the first run.</summary>
    /// <param name="what">The action and what it needs.</param>
    public async Task ControlAsync(object what)
    {
        using HttpResponseMessage answer = await Http.PostAsJsonAsync("api/v1/runs/1/control", what);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Waits for the first run: the HTTP API has nothing that tells.</summary>
    /// <param name="fits">Whether it is as expected.</param>
    public async Task<JsonElement> UntilAsync(Predicate<JsonElement> fits)
    {
        using PeriodicTimer timer = new(Every);
        using CancellationTokenSource limit = new(Patience);
        JsonElement run = await GetAsync("runs/1");
        try
        {
            while (!fits(run))
            {
                await timer.WaitForNextTickAsync(limit.Token);
                run = await GetAsync("runs/1");
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"run 1 did not get there; it stands at {run}, the server said:\n{Said}");
        }

        return run;
    }

    /// <summary>The first frames of a topic, as a page gets them.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="count">How many.</param>
    public async Task<IReadOnlyList<Frame>> FramesAsync(string topic, int count)
    {
        await using HubConnection hub = new HubConnectionBuilder().WithUrl(new Uri(Origin, "hub")).AddMessagePackProtocol().Build();
        using CancellationTokenSource limit = new(Patience);
        await hub.StartAsync(limit.Token);
        List<Frame> frames = [];
        await foreach (Frame frame in hub.StreamAsync<Frame>("Watch", 1, new[] { topic }, "", limit.Token))
        {
            frames.Add(frame);
            if (frames.Count == count)
            {
                break;
            }
        }

        return frames;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<string> ReadUntilAsync(string beginning)
    {
        using CancellationTokenSource limit = new(Patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(beginning, StringComparison.Ordinal))
            {
                return line;
            }
        }

        await _process.WaitForExitAsync(limit.Token);
        throw new InvalidOperationException($"the program ended before it said \"{beginning}\": {Said}");
    }
}
