using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Twin.Benchmarks.Viewing;

/// <summary>A <c>twin serve</c> of the main scenario, as a process of its own.</summary>
internal sealed class ServedRun : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private ServedRun(Process process, Uri url)
    {
        _process = process;
        Url = url;
        Http = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
    }

    public Uri Url { get; }

    public HttpClient Http { get; }

    /// <summary>The run that is asked and controlled; the first is that of the command line.</summary>
    public string Run { get; private set; } = "1";

    /// <summary>Starts a server and waits until its run goes.</summary>
    /// <param name="speed">Simulated seconds per second.</param>
    public static async Task<ServedRun> StartAsync(double speed)
    {
        Uri url = new($"http://127.0.0.1:{FreePort()}");
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { Path.Combine("src", "Twin.Silo", "bin", "Release", "net10.0", "twin.dll"), "serve", MainScenario.File, "--speed", speed.ToString(CultureInfo.InvariantCulture), "--urls", url.ToString() },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        StringBuilder complaints = new();
        process.ErrorDataReceived += (_, said) => complaints.AppendLine(said.Data);
        process.BeginErrorReadLine();
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync();
        }
        while (line?.StartsWith("Run ", StringComparison.Ordinal) == false);
        if (line is null)
        {
            await process.WaitForExitAsync();
            throw new InvalidOperationException($"The server ended: {complaints}");
        }

        _ = process.StandardOutput.ReadToEndAsync();
        ServedRun served = new(process, url);
        await served.WaitForAsync(state => Is(state, "running"));
        return served;
    }

    /// <summary>Whether a run is in a state.</summary>
    public static bool Is(JsonElement run, string state) => run.GetProperty("state").GetString() == state;

    /// <summary>The simulated moment that a run shows, ms.</summary>
    public static long SimTime(JsonElement run) => run.GetProperty("simTime").GetInt64();

    public async Task<JsonElement> StateAsync() => await Http.GetFromJsonAsync<JsonElement>($"/api/v1/runs/{Run}");

    /// <summary>Asks often until the run is as wanted.</summary>
    /// <returns>Its state then.</returns>
    /// <exception cref="TimeoutException">It does not come to that.</exception>
    public async Task<JsonElement> WaitForAsync(Func<JsonElement, bool> until)
    {
        for (Stopwatch watch = Stopwatch.StartNew(); watch.Elapsed < Patience; await Task.Delay(Often))
        {
            JsonElement state = await StateAsync();
            if (until(state))
            {
                return state;
            }

            if (Is(state, "failed"))
            {
                throw new InvalidOperationException($"Run {Run} failed: {state.GetProperty("error")}");
            }
        }

        throw new TimeoutException($"Run {Run} is not as it was waited for after {Patience}: {await StateAsync()}");
    }

    /// <summary>Goes to a moment as fast as it can, and pauses there.</summary>
    /// <param name="moment">ms of simulated time.</param>
    public async Task RunToAsync(long moment)
    {
        await ControlAsync(new { action = "runTo", to = moment });
        await WaitForAsync(state => Is(state, "paused") && SimTime(state) >= moment);
    }

    public async Task<JsonElement> ControlAsync(object control)
    {
        using HttpResponseMessage answer = await Http.PostAsJsonAsync($"/api/v1/runs/{Run}/control", control);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Puts a new run of the main scenario in the place of the present one, paused at its beginning.</summary>
    /// <param name="speed">At which it goes on once it is resumed, simulated seconds per second; null for as fast as it goes.</param>
    public async Task AnewAsync(double? speed)
    {
        using HttpResponseMessage gone = await Http.DeleteAsync($"/api/v1/runs/{Run}");
        gone.EnsureSuccessStatusCode();
        using HttpResponseMessage made = await Http.PostAsJsonAsync("/api/v1/runs", new { scenario = Path.GetFileNameWithoutExtension(MainScenario.File), speed, paused = true });
        made.EnsureSuccessStatusCode();
        Run = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").ToString();
        await WaitForAsync(state => Is(state, "paused"));
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
