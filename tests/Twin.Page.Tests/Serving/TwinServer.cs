using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Twin.Page.Tests.Serving;

/// <summary>A <c>twin serve</c> process on a free port, with its journals in a folder of its own.</summary>
public sealed class TwinServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    /// <summary>How often a test asks while it waits for the run: the program has nothing that tells.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly Process process;
    private readonly Folder journals;
    private readonly HttpClient http;

    private TwinServer(Process process, Folder journals, Uri origin)
    {
        this.process = process;
        this.journals = journals;
        Origin = origin;
        http = new HttpClient { BaseAddress = new Uri(origin, "api/v1/") };
    }

    /// <summary>Where it serves.</summary>
    public Uri Origin { get; }

    /// <summary>The journal of its only run.</summary>
    public string Journal => Directory.GetFiles(journals.Path).Single();

    /// <summary>Starts one and waits until it serves, and has begun its run if it is to have one.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">Arguments besides the address and the folder of the journals.</param>
    public static async Task<TwinServer> StartAsync(string folder, params IReadOnlyList<string> arguments)
    {
        Folder journals = new();
        Uri origin = new($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}/");
        Process process = TwinProgram.Start(folder, ["serve", .. arguments, "--urls", origin.ToString(), "--journals", journals.Path]);
        using CancellationTokenSource limit = new(LongestStart);
        string last = arguments.Count > 0 ? "Run 1:" : "Gateway for";
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith(last, StringComparison.Ordinal))
            {
                // Read on, or a full pipe would stop the program.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
                return new TwinServer(process, journals, origin);
            }
        }

        throw new InvalidOperationException($"twin serve ended before it served: {await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Asks the API.</summary>
    /// <param name="path">Path below <c>/api/v1/</c>.</param>
    public async Task<JsonElement> GetAsync(string path) => await http.GetFromJsonAsync<JsonElement>(path);

    /// <summary>Tells the API.</summary>
    /// <param name="path">Path below <c>/api/v1/</c>.</param>
    /// <param name="body">What.</param>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using HttpResponseMessage answer = await http.PostAsJsonAsync(path, body);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"POST {path} was answered with {(int)answer.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>The first run.</summary>
    public Task<JsonElement> RunAsync() => GetAsync("runs/1");

    /// <summary>Controls the first run.</summary>
    /// <param name="what">The action and what it needs.</param>
    public Task<JsonElement> ControlAsync(object what) => PostAsync("runs/1/control", what);

    /// <summary>Runs the first run as fast as it goes to a moment of its clock and waits there.</summary>
    /// <param name="simTime">Milliseconds since the scenario's start.</param>
    public async Task RunToAsync(long simTime)
    {
        await ControlAsync(new { action = "speed", speed = (double?)null });
        await ControlAsync(new { action = "runTo", to = simTime });
        await UntilAsync(run => run.GetProperty("state").GetString() == "paused" && run.GetProperty("simTime").GetInt64() >= simTime, $"paused at {simTime}");
        await ControlAsync(new { action = "speed", speed = 600 });
    }

    /// <summary>Waits for the first run to be as a test needs it.</summary>
    /// <param name="fits">Whether it is.</param>
    /// <param name="expected">The same in words.</param>
    public async Task<JsonElement> UntilAsync(Predicate<JsonElement> fits, string expected)
    {
        using PeriodicTimer timer = new(Every);
        using CancellationTokenSource limit = new(LongestStart);
        JsonElement run = await RunAsync();
        try
        {
            while (!fits(run))
            {
                await timer.WaitForNextTickAsync(limit.Token);
                run = await RunAsync();
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"run 1: expected {expected}, after {LongestStart} it was {run}");
        }

        return run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Kill(true);
        await process.WaitForExitAsync();
        process.Dispose();
        journals.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
