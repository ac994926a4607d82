using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Twin.Benchmarks;

/// <summary>A <c>twin serve</c> of the main scenario, as a process of its own.</summary>
internal sealed class ServedRun : IDisposable
{
    private readonly Process _process;

    private ServedRun(Process process, Uri url)
    {
        _process = process;
        Url = url;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Url { get; }

    public HttpClient Http { get; }

    public static async Task<ServedRun> StartAsync(string speed)
    {
        Uri url = new($"http://127.0.0.1:{FreePort()}");
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { Path.Combine("src", "Twin.Silo", "bin", "Release", "net10.0", "twin.dll"), "serve", MainScenario.File, "--speed", speed, "--urls", url.ToString() },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        for (string? line = await process.StandardOutput.ReadLineAsync(); line is not null && !line.StartsWith("Run ", StringComparison.Ordinal);)
        {
            line = await process.StandardOutput.ReadLineAsync();
        }

        _ = process.StandardOutput.ReadToEndAsync();
        return new ServedRun(process, url);
    }

    public async Task<JsonElement> StateAsync() => await Http.GetFromJsonAsync<JsonElement>("/api/v1/runs/1");

    public async Task WaitForAsync(Func<JsonElement, bool> until)
    {
        while (!until(await StateAsync()))
        {
            await Task.Delay(200);
        }
    }

    public async Task<JsonElement> ControlAsync(object control)
    {
        using HttpResponseMessage answer = await Http.PostAsJsonAsync("/api/v1/runs/1/control", control);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public long WorkingSet()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    public void Dispose()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
