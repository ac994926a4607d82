using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Twin.Grains.Live;
using Twin.Viewer.Http;
using Twin.Viewer.Relay;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Hubs;

/// <summary>Frames, the log and the list of runs as streams: docs/streaming.md.</summary>
/// <param name="catalogue">The runs.</param>
/// <param name="relays">The relays of this process.</param>
/// <param name="logs">The logs of this process.</param>
/// <param name="runs">The list of runs.</param>
/// <param name="log">Says what went wrong.</param>
internal sealed class TwinHub(RunCatalogue catalogue, TopicRelays relays, LogFeeds logs, RunsFeed runs, ILogger<TwinHub> log) : Hub
{
    /// <summary>Where the hub is.</summary>
    public const string Path = "/hub";

    private const int StreamsMost = 5;

    /// <summary>Frames of some topics in an area.</summary>
    /// <param name="run">Id of the run, an integer or a text.</param>
    /// <param name="topics">Names of the topics.</param>
    /// <param name="area">Code of the area; empty for all.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public IAsyncEnumerable<Frame> Watch(object? run, object? topics, object? area, CancellationToken cancellation)
    {
        ConnectionStreams streams = Streams();
        return Refuse(WatchAsync(streams, run, topics, area, cancellation), streams, cancellation);
    }

    /// <summary>The log of a run, lossless and in order.</summary>
    /// <param name="run">Id of the run, an integer or a text.</param>
    /// <param name="after">Number of the entry before the first one wanted; 0 for all.</param>
    /// <param name="cancellation">Ends the stream.</param>
    public IAsyncEnumerable<LogLine> Log(object? run, object? after, CancellationToken cancellation) =>
        Refuse(LogAsync(run, after, cancellation), Streams(), cancellation);

    /// <summary>The list of runs, again whenever one changes.</summary>
    /// <param name="cancellation">Ends the stream.</param>
    public IAsyncEnumerable<RunView[]> Runs(CancellationToken cancellation) => Refuse(RunsAsync(cancellation), Streams(), cancellation);

    private async IAsyncEnumerable<Frame> WatchAsync(
        ConnectionStreams streams, object? run, object? topics, object? area, [EnumeratorCancellation] CancellationToken cancellation)
    {
        KnownRun known = await catalogue.GetAsync(HubValue.Run(run));
        WatchRequest asked = await WatchRequest.CheckAsync(known, HubValue.Topics(topics), HubValue.Area(area));
        await using Viewing viewing = await Viewing.OpenAsync(relays, asked, topic => streams.Dropped(asked.Run, topic), cancellation);
        await foreach (Frame? frame in viewing.FramesAsync(heartbeat: null, TimeProvider.System, cancellation))
        {
            yield return frame!;
        }
    }

    private async IAsyncEnumerable<LogLine> LogAsync(object? run, object? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        KnownRun known = await catalogue.GetAsync(HubValue.Run(run));
        await foreach (LogEntry entry in logs.ReadAsync(known.State.Id, HubValue.After(after), cancellation))
        {
            yield return LogLine.Of(entry);
        }
    }

    private async IAsyncEnumerable<RunView[]> RunsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (IReadOnlyList<RunState> list in runs.ReadAsync(cancellation))
        {
            // An array: the protocol writes the type that it finds, and that must be a public one.
            yield return list.Select(RunView.Of).ToArray();
        }
    }

    /// <summary>Turns what goes wrong into an answer with where, found and allowed, and counts the connection's streams.</summary>
    private async IAsyncEnumerable<T> Refuse<T>(IAsyncEnumerable<T> items, ConnectionStreams streams, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!streams.TryBegin(StreamsMost))
        {
            throw new HubException($"streams: {StreamsMost + 1} on one connection; allowed: {StreamsMost}");
        }

        try
        {
            await using IAsyncEnumerator<T> each = items.GetAsyncEnumerator(cancellation);
            while (await NextAsync(each))
            {
                yield return each.Current;
            }
        }
        finally
        {
            streams.End();
        }
    }

    private async Task<bool> NextAsync<T>(IAsyncEnumerator<T> each)
    {
        try
        {
            return await each.MoveNextAsync();
        }
        catch (LiveInputException failure)
        {
            throw new HubException(failure.Message);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception failure)
        {
            // The hub's edge: the viewer asks again, the log says why.
            log.LogWarning(failure, "A stream of the hub has ended.");
            throw new HubException("The server's silo does not answer; try again in a few seconds.");
        }
    }

    private ConnectionStreams Streams()
    {
        if (Context.Items.TryGetValue(nameof(ConnectionStreams), out object? known))
        {
            return (ConnectionStreams)known!;
        }

        ConnectionStreams streams = new();
        Context.Items[nameof(ConnectionStreams)] = streams;
        return streams;
    }

    /// <summary>What one connection has open, and what it has missed.</summary>
    private sealed class ConnectionStreams
    {
        private readonly ConcurrentDictionary<(int Run, string Topic), DropCount> _dropped = new();
        private int _open;

        public DropCount Dropped(int run, string topic) => _dropped.GetOrAdd((run, topic), _ => new DropCount());

        public bool TryBegin(int most)
        {
            if (Interlocked.Increment(ref _open) <= most)
            {
                return true;
            }

            Interlocked.Decrement(ref _open);
            return false;
        }

        public void End() => Interlocked.Decrement(ref _open);
    }
}
