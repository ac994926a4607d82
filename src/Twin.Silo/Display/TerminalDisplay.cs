using Spectre.Console;
using Twin.Model.Results;

namespace Twin.Silo.Display;

/// <summary>One line on a terminal, drawn anew while the run goes on.</summary>
/// <param name="console">The terminal.</param>
/// <param name="words">The words of the user's language.</param>
public sealed class TerminalDisplay(IAnsiConsole console, ProgressWords words) : IRunDisplay
{
    /// <inheritdoc/>
    public Task<T> ShowAsync<T>(RunMeter meter, Func<IProgress<RunProgress>?, Task<T>> work) => console.Progress()
        .AutoClear(true)
        .HideCompleted(false)
        .Columns(new ProgressBarColumn { Width = 30 }, new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(context => work(new Bar(context.AddTask("…", maxValue: 1), meter, words)));

    private sealed class Bar(ProgressTask task, RunMeter meter, ProgressWords words) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            RunReading reading = meter.Read(value);
            task.Description = Markup.Escape(RunMeter.Line(reading, words));
            task.Value = reading.Tested is { } tested && tested > 0 ? tested : reading.Fraction;
        }
    }
}
