using Orleans.Streams;
using Twin.Grains.Live;
using Twin.Model.Live;

namespace Twin.Grains.Tests.Live;

/// <summary>What a viewer assembles from a run's frames: a keyframe of each topic, then deltas.</summary>
internal sealed class FrameAssembly : IDisposable
{
    private readonly Dictionary<string, long> _seq = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _changed = new(0);
    private readonly Lock _lock = new();

    private FrameAssembly(LiveLayout layout) => Table = new LiveTable(layout);

    public LiveTable Table { get; }

    /// <summary>Deltas that did not follow.</summary>
    public int Gaps { get; private set; }

    /// <summary>Watches a run that is paused.</summary>
    public static async Task<FrameAssembly> WatchAsync(LiveServer server, IRunGrain run, LiveLayout layout)
    {
        FrameAssembly assembly = new(layout);
        foreach (string topic in layout.Topics)
        {
            await server.Streams.GetStream<FrameMessage>(LiveStreams.Of((int)run.GetPrimaryKeyLong(), topic)).SubscribeAsync((frame, _) => assembly.TakeAsync(frame));
            FrameMessage keyframe = await run.Keyframe(topic);
            lock (assembly._lock)
            {
                FrameBlob.Apply(keyframe, assembly.Table);
                assembly._seq[topic] = Math.Max(assembly._seq.GetValueOrDefault(topic), keyframe.Seq);
            }
        }

        return assembly;
    }

    /// <summary>Waits until each topic's latest frame has come.</summary>
    public async Task CaughtUpAsync(IRunGrain run)
    {
        foreach (string topic in Table.Layout.Topics)
        {
            long latest = (await run.Keyframe(topic)).Seq;
            while (SeqOf(topic) < latest)
            {
                Assert.True(await _changed.WaitAsync(TimeSpan.FromSeconds(60)), $"Topic {topic} stands at frame {SeqOf(topic)} of {latest}.");
            }
        }
    }

    public void Dispose() => _changed.Dispose();

    private long SeqOf(string topic)
    {
        lock (_lock)
        {
            return _seq[topic];
        }
    }

    private Task TakeAsync(FrameMessage frame)
    {
        lock (_lock)
        {
            long before = _seq.GetValueOrDefault(frame.Topic);
            if (frame.Seq > before)
            {
                Gaps += before > 0 && frame.Seq != before + 1 ? 1 : 0;
                _seq[frame.Topic] = frame.Seq;
                FrameBlob.Apply(frame, Table);
            }
        }

        _changed.Release();
        return Task.CompletedTask;
    }
}
