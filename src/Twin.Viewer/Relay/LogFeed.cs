using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>A run's log for all viewers of this process: lossless and in order, with one subscription. Each viewer reads at its own place; nothing waits for it.</summary>
internal sealed class LogFeed : IAsyncDisposable
{
    private const int IncomingMost = 256;
    private const int PageMost = 500;

    private readonly Channel<LogEntry> _incoming = Channel.CreateBounded<LogEntry>(
        new BoundedChannelOptions(IncomingMost) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly LogTail _tail = new();
    private readonly CancellationTokenSource _end = new();
    private readonly int _run;
    private readonly RelayContext _context;
    private readonly Task _work;

    /// <summary>Begins to follow a log.</summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="context">What relays share.</param>
    public LogFeed(int run, RelayContext context)
    {
        (_run, _context) = (run, context);
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Whether it has ended by itself.</summary>
    public bool HasFailed => _tail.Failure is not null;

    /// <summary>Entries as they come.</summary>
    /// <param name="after">Number of the entry before the first one wanted; 0 for all.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<LogEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            Task changed = _tail.Changed;
            if (_tail.Failure is { } failure)
            {
                throw failure is LiveInputException ? failure : new TimeoutException("The run's log has stopped.", failure);
            }

            IReadOnlyList<LogEntry> entries = _tail.After(after) ?? await FetchAsync(after);
            foreach (LogEntry entry in entries)
            {
                yield return entry;
                after = entry.Seq;
            }

            if (entries.Count == 0)
            {
                await changed.WaitAsync(cancellation);
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _end.Dispose();
    }

    private async Task<IReadOnlyList<LogEntry>> FetchAsync(long after)
    {
        Runs.KnownRun known = await _context.Catalogue.GetAsync(_run);
        IReadOnlyList<LogEntry> entries = await known.Grain.Log(after, PageMost);
        _tail.Offer(entries);
        return entries;
    }

    private async Task WorkAsync()
    {
        try
        {
            string epoch = (await _context.Catalogue.GetAsync(_run)).State.Epoch;
            await using IAsyncDisposable subscription = await _context.Streams.SubscribeAsync<LogEntry>(_run, LiveStreams.Log, entry => _incoming.Writer.TryWrite(entry));
            while (!_end.IsCancellationRequested)
            {
                if (await NextAsync() is { } entry && _tail.Offer([entry]))
                {
                    continue;
                }

                await FillAsync(epoch);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The last viewer has left.
        }
        catch (Exception failure)
        {
            // The process's edge towards the cluster: the viewers hear of it and may ask again.
            if (failure is not LiveInputException)
            {
                _context.Log.LogError(failure, "The log of run {Run} has ended.", _run);
            }

            _tail.Fail(failure);
        }
    }

    /// <summary>Asks for what is missing, after a gap or a silence.</summary>
    private async Task FillAsync(string epoch)
    {
        try
        {
            if ((await _context.Catalogue.GetAsync(_run)).State.Epoch != epoch)
            {
                throw new LiveInputException(409, new LiveInputError("run", $"{_run}, whose log has begun anew", "to ask for the log again, after 0"));
            }

            while ((await FetchAsync(_tail.Last)).Count == PageMost)
            {
            }
        }
        catch (Exception failure) when (failure is not LiveInputException and (OrleansException or TimeoutException))
        {
            _context.Log.LogWarning(failure, "Run {Run} did not give its log; asking again.", _run);
            await Task.Delay(_context.Options.Silence, _context.Time, _end.Token);
        }
    }

    private async Task<LogEntry?> NextAsync()
    {
        if (_incoming.Reader.TryRead(out LogEntry? entry))
        {
            return entry;
        }

        using CancellationTokenSource silence = new(_context.Options.Silence, _context.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, _end.Token);
        try
        {
            return await _incoming.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!_end.IsCancellationRequested)
        {
            return null;
        }
    }
}
