using System.Diagnostics;
using System.Text;

namespace Twin.Silo.Tests;

/// <summary>The built program, run from outside as its users run it.</summary>
internal static class TwinProcess
{
    /// <summary>How long a run of a test may take before it is given up.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The repository's root: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program, of the configuration that is being tested.</summary>
    public static string Program { get; } = Path.Combine(
        Root, "src", "Twin.Silo", "bin", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/'))!), "net10.0", "twin.dll");

    /// <summary>A scenario of the repository.</summary>
    /// <param name="name">Its name.</param>
    public static string Scenario(string name) => Path.Combine(Root, "scenarios", $"{name}.yaml");

    /// <summary>Runs the program to its end, in a folder.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="arguments">The arguments.</param>
    public static Task<Ended> RunAsync(Folder folder, params IReadOnlyList<string> arguments) => EndAsync(Start(folder, "dotnet", [Program, .. arguments]));

    /// <summary>Starts a program with its output redirected.</summary>
    /// <param name="folder">The working folder.</param>
    /// <param name="file">The program.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="environment">Variables besides those of the test run.</param>
    public static Process Start(
        Folder folder, string file, IReadOnlyList<string> arguments, params IReadOnlyList<(string Name, string? Value)> environment)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for a program's end.</summary>
    /// <param name="process">The program.</param>
    public static async Task<Ended> EndAsync(Process process)
    {
        using (process)
        {
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
                throw new TimeoutException($"{string.Join(' ', process.StartInfo.ArgumentList)} did not end within {Longest}; it said:\n{await output}{await error}");
            }

            return new Ended(process.ExitCode, await output, await error);
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twin.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Twin.slnx.");
    }
}

/// <summary>How a program ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Ended(int Code, string Output, string Error)
{
    /// <summary>Fails, saying all that the program said, unless it ended with a code.</summary>
    /// <param name="code">The code that is right.</param>
    public Ended MustEndWith(int code)
    {
        Assert.True(Code == code, $"expected exit code {code}, was {Code}\n--- output\n{Output}\n--- error\n{Error}");
        Assert.DoesNotMatch(@"(?m)^\s+at [A-Z]\w*\.", Error + Output);
        return this;
    }

    /// <summary>Refused as wrong input: exit code 2, the reason on standard error, nothing on standard output.</summary>
    /// <param name="said">What the message must contain.</param>
    public void MustRefuse(params IReadOnlyList<string> said)
    {
        MustEndWith(2);
        Assert.Equal("", Output);
        Assert.All(said, text => Assert.Contains(text, Error, StringComparison.Ordinal));
    }
}
