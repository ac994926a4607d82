using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Twin.Benchmarks;

/// <summary>docs/cookbook.md: runs every command that it shows, on the full district, and compares what is printed with what is shown.</summary>
/// <remarks>
/// A block begins with <c>```console</c> and a line <c>$ ./twin …</c>; the lines up to the fence are what the command prints on standard output. The commands run in the
/// document's order in one new folder, which has nothing but the scenarios and experiments of this one, so that a command finds what an earlier one left in <c>out</c>.
/// </remarks>
internal static partial class Cookbook
{
    private const string Document = "docs/cookbook.md";

    [GeneratedRegex(@"^```console\n\$ \./twin (?<command>.+)\n(?<shown>(?:(?!```).*\n)*)```$", RegexOptions.Multiline)]
    private static partial Regex Blocks { get; }

    [GeneratedRegex(@"^## (?<number>\d+)\. ", RegexOptions.Multiline)]
    private static partial Regex Headings { get; }

    /// <summary>Checks the document, or writes it anew.</summary>
    /// <param name="write">Whether what is printed goes into the document.</param>
    /// <param name="sections">Numbers of the sections; empty for all.</param>
    /// <returns>Whether the document shows what is printed.</returns>
    public static bool Check(bool write, IReadOnlyCollection<int> sections)
    {
        string text = File.ReadAllText(Document).ReplaceLineEndings("\n");
        IReadOnlyList<Match> headings = [.. Headings.Matches(text).Cast<Match>()];
        string folder = Directory.CreateTempSubdirectory("twin-cookbook-").FullName;
        Copy("scenarios", folder);
        Copy("experiments", folder);
        bool holds = true;
        string anew = Blocks.Replace(text, block =>
        {
            string number = headings.Last(heading => heading.Index < block.Index).Groups["number"].Value;
            if (sections.Count > 0 && !sections.Contains(int.Parse(number, CultureInfo.InvariantCulture)))
            {
                return block.Value;
            }

            string command = block.Groups["command"].Value;
            string shown = block.Groups["shown"].Value;
            long began = Stopwatch.GetTimestamp();
            string printed = Run(command, folder);
            bool same = printed == shown;
            holds &= same;
            Console.WriteLine($"{(same ? "same   " : "DIFFERS")} {Stopwatch.GetElapsedTime(began).TotalSeconds,6:0.0} s  twin {command}");
            if (!same && !write)
            {
                Console.WriteLine(printed);
            }

            return $"```console\n$ ./twin {command}\n{printed}```";
        });
        Directory.Delete(folder, recursive: true);
        if (write)
        {
            File.WriteAllText(Document, anew);
        }

        return holds || write;
    }

    private static void Copy(string name, string folder)
    {
        string to = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        Array.ForEach(Directory.GetFiles(name), file => File.Copy(file, Path.Combine(to, Path.GetFileName(file))));
    }

    private static string Run(string command, string folder)
    {
        ProcessStartInfo start = new("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.GetFullPath(Path.Combine("src", "Twin.Silo", "bin", "Release", "net10.0", "twin.dll")));
        Array.ForEach(command.Split(' ', StringSplitOptions.RemoveEmptyEntries), start.ArgumentList.Add);
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? string.Concat(output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => line.TrimEnd() + "\n"))
            : throw new InvalidOperationException($"twin {command} ended with {process.ExitCode}");
    }
}
