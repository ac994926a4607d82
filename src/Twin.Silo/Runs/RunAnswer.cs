using System.Text.Json.Nodes;
using Twin.Experiments;
using Twin.Experiments.Queueing;
using Twin.Model.Results;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Hands a finished run to the out folder, and its answer to the user.</summary>
/// <param name="options">What was asked.</param>
public sealed class RunAnswer(RunOptions options)
{
    /// <summary>Writes the out folder; then prints the answer, or with --json the summary.</summary>
    /// <param name="record">The run.</param>
    /// <param name="folder">Where its files go.</param>
    public void Write(RunRecord record, OutFolder folder)
    {
        JsonObject summary = RunOutput.Write(record, folder, options.Output.Language);
        PrintedAnswer.Write(
            options.Output, summary, () => PrintedAnswer.Lines(Lines(record)), PrintedAnswer.Shown(folder.Path, "report.html"));
    }

    private IReadOnlyList<string> Lines(RunRecord record) => record.Queue is null
        ? RunText.Answer(record, options.Output.Language)
        : QueueOutput.Text(record, options.Output.Language).TrimEnd().Split('\n');
}
