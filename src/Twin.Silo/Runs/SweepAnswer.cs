using System.Text.Json.Nodes;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Sweeps.Output;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Hands the answer of a finished sweep to the user.</summary>
/// <param name="options">What was asked.</param>
public sealed class SweepAnswer(SweepOptions options)
{
    /// <summary>Prints the answer, or with --json the summary.</summary>
    /// <param name="summary">What the sweep came to.</param>
    /// <param name="json">The summary as written.</param>
    /// <param name="folder">Where the files are.</param>
    public void Write(SweepSummary summary, JsonObject json, SweepFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        PrintedAnswer.Write(
            options.Output, json, () => Print(new SweepText(summary, options.Output.Language)), PrintedAnswer.Shown(folder.Path, summary.Sensitivity is null ? "points.csv" : "report.html"));
    }

    private static void Print(SweepText text)
    {
        PrintedAnswer.Lines([text.Heading]);
        PrintedAnswer.Table(text.Header, text.Rows());
        PrintedAnswer.Lines(text.Lines());
    }
}
