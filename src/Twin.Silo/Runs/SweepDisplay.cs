using System.Globalization;
using Twin.Experiments.Sweeps;
using Twin.Experiments.Texts;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>Says on standard error how far a sweep is and how long it will take: a line drawn anew on a terminal, else a line every 5 s, the first after 2 s.</summary>
/// <param name="writer">Where lines go; null for nowhere.</param>
/// <param name="isTerminal">Whether a line can be drawn anew.</param>
/// <param name="isChinese">Whether words are Chinese.</param>
/// <param name="threads">Replications at a time.</param>
/// <param name="clock">Wall time.</param>
public sealed class SweepDisplay(TextWriter? writer, bool isTerminal, bool isChinese, int threads, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2), Between = TimeSpan.FromSeconds(5), Redraw = TimeSpan.FromMilliseconds(200);

    private readonly Lock _gate = new();
    private long _began = clock.GetTimestamp();
    private TimeSpan _next = isTerminal ? TimeSpan.Zero : First;
    private int _shown;

    /// <summary>Replications at a time, for the time that is left; at least 1.</summary>
    public int Threads { get; set; } = threads;

    /// <summary>The last progress reported.</summary>
    public SweepProgress Last { get; private set; }

    /// <summary>The display for this process.</summary>
    /// <param name="options">What was asked.</param>
    public static SweepDisplay Of(SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        bool isTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        return new SweepDisplay(options.Output.Quiet ? null : Console.Error, isTerminal, options.Output.Language == "zh", options.Threads, TimeProvider.System);
    }

    /// <summary>Time counts from now on: before, replications waited for silos.</summary>
    public void Begin() => _began = clock.GetTimestamp();

    /// <summary>Takes progress.</summary>
    /// <param name="progress">How far the sweep is.</param>
    public void Report(SweepProgress progress)
    {
        using Lock.Scope one = _gate.EnterScope();
        Last = progress;
        TimeSpan elapsed = clock.GetElapsedTime(_began);
        if (writer is null || elapsed < _next)
        {
            return;
        }

        _next = elapsed + (isTerminal ? Redraw : Between);
        string line = Line(progress, elapsed);
        if (isTerminal)
        {
            writer.Write("\r" + line.PadRight(_shown));
            writer.Flush();
            _shown = line.Length;
        }
        else
        {
            writer.WriteLine(line);
        }
    }

    /// <summary>Says something beside the progress, on a line of its own.</summary>
    /// <param name="text">What.</param>
    public void Note(string text)
    {
        using Lock.Scope one = _gate.EnterScope();
        Clear();
        writer?.WriteLine($"twin: {text}");
    }

    /// <summary>Progress in words, on one line.</summary>
    /// <param name="progress">How far the sweep is.</param>
    /// <param name="elapsed">Wall time since the display began.</param>
    public string Line(SweepProgress progress, TimeSpan elapsed)
    {
        int open = progress.Target - progress.Finished;
        double left = progress.Ran == 0 ? 0 : elapsed.TotalSeconds / progress.Ran * open;
        left = Math.Max(left, open == 0 || progress.Ran == 0 ? 0 : progress.Seconds / progress.Ran * Math.Ceiling((double)open / Math.Max(1, Threads)) / 2);
        string time = SweepEstimate.Time(left, isChinese);
        string share = (100.0 * progress.Finished / Math.Max(1, progress.Target)).ToString("0", CultureInfo.InvariantCulture);
        string least = progress.IsFixed ? "" : isChinese ? "至少 " : "at least ";
        return isChinese
            ? string.Create(CultureInfo.InvariantCulture, $"{progress.Finished:N0} / {least}{progress.Target:N0} 次重复模拟  {share}%  约 {time}后完成")
            : string.Create(CultureInfo.InvariantCulture, $"{progress.Finished:N0} of {least}{Counted.Of(progress.Target, "replication")}  {share} %  about {time} left");
    }

    /// <summary>Clears the line on a terminal.</summary>
    public void Dispose()
    {
        using Lock.Scope one = _gate.EnterScope();
        Clear();
    }

    private void Clear()
    {
        if (isTerminal && _shown > 0)
        {
            writer?.Write("\r" + new string(' ', _shown) + "\r");
            _shown = 0;
        }
    }
}
