using Twin.Model.Events;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>The files that options of a run name: visits and trace. Opened before the run, so that a wrong path is said at once.</summary>
public sealed class RunFiles : IDisposable
{
    private readonly RunOptions _options;
    private readonly OutputFile? _visits;
    private readonly OutputFile? _traceFile;
    private EventTrace? _trace;

    /// <summary>Opens the files.</summary>
    /// <param name="options">What was asked.</param>
    /// <exception cref="InputException">One cannot be written.</exception>
    public RunFiles(RunOptions options)
    {
        _options = options;
        _visits = options.Visits is null ? null : new OutputFile("--visits", options.Visits);
        try
        {
            _traceFile = options.Trace is null ? null : new OutputFile("--trace", options.Trace);
        }
        catch (InputException)
        {
            _visits?.Dispose();
            throw;
        }
    }

    /// <summary>Whether every visit is written.</summary>
    public bool HasVisits => _visits is not null;

    /// <summary>Who sees the events for the trace; null without one.</summary>
    public IEventObserver? Observer => _trace;

    /// <summary>Finds the entities to trace, if there is a trace.</summary>
    /// <param name="plan">What is run.</param>
    /// <param name="start">Simulated time 0.</param>
    /// <exception cref="InputException">The plan has no such entity.</exception>
    public void Trace(SimulationPlan plan, DateTimeOffset start) =>
        _trace = _traceFile is null ? null : new EventTrace(plan, start, _options.Entities);

    /// <summary>Writes the visits, if they were asked for.</summary>
    /// <param name="header">The header.</param>
    /// <param name="lines">The lines.</param>
    public void WriteVisits(string? header, IEnumerable<string> lines) => _visits?.Complete(lines.Prepend(header ?? ""));

    /// <summary>Writes what was traced, if it was asked for: after a failure too, when it is needed most.</summary>
    public void WriteTrace()
    {
        if (_trace is not null)
        {
            _traceFile!.Complete(_options.Trace!.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? _trace.JsonLines() : _trace.Csv());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _visits?.Dispose();
        _traceFile?.Dispose();
    }
}
