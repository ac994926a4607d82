using System.Text.Json.Nodes;
using Spectre.Console;
using Twin.Experiments;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Reports;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Hands the answer of a stress test to the user.</summary>
/// <param name="options">What was asked.</param>
internal sealed class StressAnswer(StressOptions options)
{
    /// <summary>Width of a table that goes to a file or pipe.</summary>
    private const int Wide = 200;

    /// <summary>Prints the answer, or with --json the summary.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="summary">The summary as written.</param>
    /// <param name="folder">The out folder as the user names it.</param>
    public void Write(StressResult result, JsonObject summary, string folder)
    {
        if (options.Output.Json)
        {
            Console.Out.Write(SummaryJson.ToText(summary));
            return;
        }

        if (options.Output.Quiet)
        {
            return;
        }

        Write(StressText.Answer(result, options.Output.Language));
        Write(StressText.Table(result, options.Output.Language));
        Write(StressText.Rest(result, options.Output.Language));
        Console.Out.WriteLine();
        Console.Out.WriteLine(Path.Combine(folder, "report.html"));
    }

    private static void Write(IReadOnlyList<string> lines)
    {
        foreach (string line in lines)
        {
            Console.Out.WriteLine(line);
        }
    }

    private static void Write(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in rows[0])
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        }

        foreach (IReadOnlyList<string> row in rows.Skip(1))
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
