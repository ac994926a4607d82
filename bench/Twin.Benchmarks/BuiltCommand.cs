using System.Diagnostics;

namespace Twin.Benchmarks;

/// <summary>The built program, run to its end in a folder that is then deleted.</summary>
internal static class BuiltCommand
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">Its arguments; <c>OUT</c> stands for a folder that does not exist.</param>
    /// <returns>Wall time until its end, s; processor time, s; the greatest working set, MiB; what it said.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static Ended Run(params string[] arguments)
    {
        string folder = Directory.CreateTempSubdirectory("twin-bench-").FullName;
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine("src", "Twin.Silo", "bin", "Release", "net10.0", "twin.dll"));
        Array.ForEach(arguments, argument => start.ArgumentList.Add(argument == "OUT" ? Path.Combine(folder, "out") : argument));
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        long peak = 0;
        TimeSpan used = TimeSpan.Zero;
        while (!process.WaitForExit(50))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
                used = process.TotalProcessorTime;
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // It ended between the question whether it had and this look: the last look stands.
            }
        }

        double seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Directory.Delete(folder, recursive: true);
        return process.ExitCode == 0
            ? new Ended(seconds, used.TotalSeconds, peak / Mebibyte, output.GetAwaiter().GetResult())
            : throw new InvalidOperationException($"twin {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    /// <summary>How a command ended.</summary>
    /// <param name="Seconds">Wall time, s.</param>
    /// <param name="Processor">Processor time up to the last look, s.</param>
    /// <param name="Peak">Greatest working set, MiB.</param>
    /// <param name="Output">Its standard output.</param>
    internal sealed record Ended(double Seconds, double Processor, double Peak, string Output);
}
