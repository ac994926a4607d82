using System.Text.Json.Nodes;
using Spectre.Console;
using Twin.Experiments;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Output;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Hands the answer of a finished sweep to the user.</summary>
/// <param name="options">What was asked.</param>
public sealed class SweepAnswer(SweepOptions options)
{
    /// <summary>Width of a table that goes to a file or pipe.</summary>
    private const int Wide = 200;

    /// <summary>Prints the answer, or with --json the summary.</summary>
    /// <param name="summary">What the sweep came to.</param>
    /// <param name="json">The summary as written.</param>
    /// <param name="folder">Where the files are.</param>
    public void Write(SweepSummary summary, JsonObject json, SweepFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (options.Output.Json)
        {
            Console.Out.Write(SummaryJson.ToText(json));
            return;
        }

        if (options.Output.Quiet)
        {
            return;
        }

        SweepText text = new(summary, options.Output.Language);
        Console.Out.WriteLine(text.Heading);
        Write(text);
        foreach (string line in text.Lines())
        {
            Console.Out.WriteLine(line);
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine(Path.Combine(Path.GetRelativePath(Environment.CurrentDirectory, folder.Path), summary.Sensitivity is null ? "points.csv" : "report.html"));
    }

    private static void Write(SweepText text)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in text.Header)
        {
            table.AddColumn(new Spectre.Console.TableColumn(Markup.Escape(column)).RightAligned());
        }

        foreach (IReadOnlyList<string> row in text.Rows())
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
}
