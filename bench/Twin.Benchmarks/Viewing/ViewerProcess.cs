using System.Diagnostics;
using System.Text.Json;

namespace Twin.Benchmarks.Viewing;

/// <summary>The process of a <see cref="ViewerCrowd"/>, seen from the suite's.</summary>
internal sealed class ViewerProcess : IDisposable
{
    /// <summary>First argument of this program that makes it a crowd of viewers.</summary>
    public const string Argument = "viewers";

    private readonly Process _process;

    private ViewerProcess(Process process) => _process = process;

    /// <summary>Starts it, and waits until all its viewers watch.</summary>
    /// <param name="served">The server, and its run.</param>
    /// <exception cref="InvalidOperationException">The viewers do not come to watch.</exception>
    public static async Task<ViewerProcess> StartAsync(ServedRun served)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList = { typeof(ViewerProcess).Assembly.Location, Argument, served.Url.ToString(), served.Run },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // A small, patient heap: the viewers are to take as little of the machine as they can.
        start.Environment["DOTNET_gcServer"] = "0";
        Process process = Process.Start(start)!;
        string? said = await process.StandardOutput.ReadLineAsync();
        return said == ViewerCrowd.Ready
            ? new ViewerProcess(process)
            : throw new InvalidOperationException($"The viewers said '{said}'; expected '{ViewerCrowd.Ready}'.");
    }

    /// <summary>Ends the watching.</summary>
    /// <returns>What was seen.</returns>
    public async Task<CrowdSight> FinishAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        string said = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return JsonSerializer.Deserialize<CrowdSight>(said) ?? throw new InvalidOperationException("The viewers said nothing.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
