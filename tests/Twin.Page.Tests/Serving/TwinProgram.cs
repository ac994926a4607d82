using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Twin.Page.Tests.Serving;

/// <summary>The built program, run from outside as its users run it.</summary>
internal static class TwinProgram
{
    /// <summary>How long a run of a test may take before it is given up.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Starts the program with its output redirected.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The arguments.</param>
    public static Process Start(string folder, params IReadOnlyList<string> arguments)
    {
        Process process = Process.Start(new ProcessStartInfo("dotnet", [Repository.Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs the program to its end and reads the JSON that it prints.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The arguments.</param>
    public static async Task<JsonElement> JsonAsync(string folder, params IReadOnlyList<string> arguments)
    {
        using Process process = Start(folder, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(true);
            throw new TimeoutException($"{string.Join(' ', arguments)} did not end within {Longest}; it said:\n{await output}{await error}");
        }

        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await error}");
        return JsonElement.Parse(await output);
    }
}
