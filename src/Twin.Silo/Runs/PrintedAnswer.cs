using System.Text.Json.Nodes;
using Spectre.Console;
using Twin.Experiments;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Prints what a command came to.</summary>
internal static class PrintedAnswer
{
    /// <summary>Width of a table that goes to a file or pipe.</summary>
    private const int Wide = 200;

    /// <summary>Prints the answer and the file to look at next; with --json the summary alone, with --quiet nothing.</summary>
    /// <param name="output">What was asked.</param>
    /// <param name="summary">The summary as written.</param>
    /// <param name="answer">Prints the answer.</param>
    /// <param name="file">The file as the user would name it.</param>
    public static void Write(OutputOptions output, JsonObject summary, Action answer, string file)
    {
        if (output.Json)
        {
            Console.Out.Write(SummaryJson.ToText(summary));
        }
        else if (!output.Quiet)
        {
            answer();
            Console.Out.WriteLine();
            Console.Out.WriteLine(file);
        }
    }

    /// <summary>Prints lines.</summary>
    /// <param name="lines">The lines.</param>
    public static void Lines(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Console.Out.WriteLine(line);
        }
    }

    /// <summary>Prints a table.</summary>
    /// <param name="header">The columns' names.</param>
    /// <param name="rows">The rows.</param>
    public static void Table(IEnumerable<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in header)
        {
            table.AddColumn(new Spectre.Console.TableColumn(Markup.Escape(column)).RightAligned());
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = Wide;
        }

        console.Write(table);
    }

    /// <summary>A file of a folder, relative to the working folder.</summary>
    /// <param name="folder">The folder's full path.</param>
    /// <param name="name">The file's name.</param>
    public static string Shown(string folder, string name) => Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, folder), name);
}
