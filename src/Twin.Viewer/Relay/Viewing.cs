using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>What one viewer watches: some topics of a run in an area, out of a mailbox each.</summary>
internal sealed class Viewing : IAsyncDisposable
{
    private readonly Channel<bool> _ready = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly List<Part> _parts = [];
    private readonly string _area;

    private Viewing(string area) => _area = area;

    /// <summary>Topics that go on after the frame that the viewer has, without a keyframe.</summary>
    public HashSet<string> Resumed { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins to watch.</summary>
    /// <param name="relays">The relays of this process.</param>
    /// <param name="asked">What is to be watched.</param>
    /// <param name="dropped">Counts what is missed, by topic.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LiveInputException">There is no such area.</exception>
    public static async Task<Viewing> OpenAsync(TopicRelays relays, WatchRequest asked, Func<string, DropCount> dropped, CancellationToken cancellation)
    {
        Viewing viewing = new(asked.Area);
        try
        {
            // All at once: each relay that nobody watched yet waits for its stream.
            string[] topics = [.. asked.Topics];
            bool[] resumed = await Task.WhenAll(topics.Select(topic => viewing.AddAsync(relays, asked, topic, dropped(topic), cancellation)));
            viewing.Resumed.UnionWith(topics.Where((_, i) => resumed[i]));
            return viewing;
        }
        catch
        {
            await viewing.DisposeAsync();
            throw;
        }
    }

    /// <summary>Frames as they come; of each topic the newest when the viewer is slow.</summary>
    /// <param name="heartbeat">Yields null after so long a silence; null for never.</param>
    /// <param name="time">The process's clock.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<Frame?> FramesAsync(TimeSpan? heartbeat, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            if (!await WaitAsync(heartbeat, time, cancellation))
            {
                yield return null;
                continue;
            }

            foreach (Part part in _parts)
            {
                // What was resumed may be several frames.
                while (part.Share.Value.Take(part.Mailbox, _area) is { } frame)
                {
                    yield return frame;
                }

                if (part.Mailbox.Failure is { } failure)
                {
                    throw failure is LiveInputException ? failure : new TimeoutException("The run's frames have stopped.", failure);
                }
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (Part part in _parts)
        {
            part.Share.Value.Remove(part.Mailbox, _area);
            await part.Share.DisposeAsync();
        }
    }

    private Task<bool> AddAsync(TopicRelays relays, WatchRequest asked, string topic, DropCount dropped, CancellationToken cancellation)
    {
        Part part = new(new Mailbox(dropped, () => _ready.Writer.TryWrite(true)), relays.Join(asked.Run, topic));
        _parts.Add(part);
        return part.Share.Value.AddAsync(part.Mailbox, asked.Area, asked.AfterOf(topic), cancellation);
    }

    private async Task<bool> WaitAsync(TimeSpan? heartbeat, TimeProvider time, CancellationToken cancellation)
    {
        if (_ready.Reader.TryRead(out _))
        {
            return true;
        }

        if (heartbeat is not { } longest)
        {
            return await _ready.Reader.ReadAsync(cancellation);
        }

        using CancellationTokenSource silence = new(longest, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(silence.Token, cancellation);
        try
        {
            return await _ready.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private sealed record Part(Mailbox Mailbox, SharedByKey<(int Run, string Topic), TopicRelay>.Share Share);
}
