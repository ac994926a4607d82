using System.Text.Json.Nodes;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Reports;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Hands the answer of a stress test to the user.</summary>
/// <param name="options">What was asked.</param>
internal sealed class StressAnswer(StressOptions options)
{
    /// <summary>Prints the answer, or with --json the summary.</summary>
    /// <param name="result">What it came to.</param>
    /// <param name="summary">The summary as written.</param>
    /// <param name="folder">The out folder as the user names it.</param>
    public void Write(StressResult result, JsonObject summary, string folder) => PrintedAnswer.Write(options.Output, summary, () => Print(result), Path.Combine(folder, "report.html"));

    private void Print(StressResult result)
    {
        PrintedAnswer.Lines(StressText.Answer(result, options.Output.Language));
        IReadOnlyList<IReadOnlyList<string>> rows = StressText.Table(result, options.Output.Language);
        PrintedAnswer.Table(rows[0], rows.Skip(1));
        PrintedAnswer.Lines(StressText.Rest(result, options.Output.Language));
    }
}
