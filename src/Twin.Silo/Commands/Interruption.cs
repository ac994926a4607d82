using System.Runtime.InteropServices;

namespace Twin.Silo.Commands;

/// <summary>Ctrl-C or a request to end: asks what is being done to stop, and ends the program within a second in any case.</summary>
public sealed class Interruption : IDisposable
{
    /// <summary>How long the work has to stop by itself; together with a process's end it stays below a second.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;
    private readonly TextWriter _error;
    private Timer? _deadline;
    private int _told;

    /// <summary>Listens from now on.</summary>
    /// <param name="error">Where the end is said when the work did not stop by itself.</param>
    public Interruption(TextWriter error)
    {
        _error = error;
        _signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Interrupt))];
    }

    /// <summary>Cancelled when the user interrupts.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What is being done, in words that follow "interrupted while".</summary>
    public string Doing { get; set; } = "starting";

    /// <summary>What was done so far, in words.</summary>
    public Func<string> Done { get; set; } = () => "no result was written";

    /// <summary>Says once that the run was interrupted.</summary>
    /// <returns>The exit code.</returns>
    public int Tell()
    {
        if (Interlocked.Exchange(ref _told, 1) == 0)
        {
            _error.WriteLine($"twin: interrupted while {Doing}: {Done()}");
            _error.Flush();
        }

        return ExitCode.Interrupted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _deadline?.Dispose();
        _source.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_source.IsCancellationRequested)
        {
            End();
            return;
        }

        _deadline = new Timer(_ => End(), null, Grace, Timeout.InfiniteTimeSpan);
        _source.Cancel();
    }

    private void End() => Environment.Exit(Tell());
}
