using System.Diagnostics;
using System.Text;

namespace Twin.Benchmarks;

/// <summary>docs/cookbook.md: runs every command that it shows, on the full district, and compares what is printed with what is shown.</summary>
/// <remarks>A block begins with <c>```console</c> and a line <c>$ ./twin …</c>; the lines up to the fence are what the command prints on standard output.</remarks>
internal static class Cookbook
{
    private const string Path = "docs/cookbook.md", Begin = "```console\n$ ./twin ", End = "```\n";

    /// <summary>Checks the document, or writes it anew.</summary>
    /// <param name="write">Whether what is printed goes into the document.</param>
    /// <returns>Whether the document shows what is printed.</returns>
    public static bool Check(bool write)
    {
        string text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        StringBuilder anew = new();
        bool holds = true;
        int from = 0;
        for (int begin = text.IndexOf(Begin, StringComparison.Ordinal); begin >= 0; begin = text.IndexOf(Begin, from, StringComparison.Ordinal))
        {
            int line = text.IndexOf('\n', begin + Begin.Length);
            int end = text.IndexOf(End, line, StringComparison.Ordinal);
            string command = text[(begin + Begin.Length)..line];
            string shown = text[(line + 1)..end];
            long began = Stopwatch.GetTimestamp();
            string printed = Run(command);
            bool same = printed == shown;
            holds &= same;
            Console.WriteLine($"{(same ? "same   " : "DIFFERS")} {Stopwatch.GetElapsedTime(began).TotalSeconds,6:0.0} s  twin {command}");
            if (!same && !write)
            {
                Console.WriteLine(printed);
            }

            anew.Append(text, from, line + 1 - from).Append(printed);
            from = end;
        }

        anew.Append(text, from, text.Length - from);
        if (write)
        {
            File.WriteAllText(Path, anew.ToString());
        }

        return holds || write;
    }

    private static string Run(string command)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(System.IO.Path.Combine("src", "Twin.Silo", "bin", "Release", "net10.0", "twin.dll"));
        Array.ForEach(command.Split(' ', StringSplitOptions.RemoveEmptyEntries), start.ArgumentList.Add);
        start.ArgumentList.Add("--force");
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? string.Concat(output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n"))
            : throw new InvalidOperationException($"twin {command} ended with {process.ExitCode}");
    }
}
