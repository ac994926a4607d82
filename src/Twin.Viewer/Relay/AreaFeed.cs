using Twin.Grains.Live;
using Twin.Model.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Relay;

/// <summary>A topic's frames for one area: each made once, whatever the number of its viewers. All under the relay's lock.</summary>
/// <param name="area">The area.</param>
internal sealed class AreaFeed(Area area)
{
    /// <summary>Deltas kept for who comes back after a short break: 6 s at 10 frames a second.</summary>
    private const int RecentMost = 64;

    private readonly Queue<FrameMessage> _recent = new();
    private FrameMessage? _keyframe;

    /// <summary>The area.</summary>
    public Area Area { get; set; } = area;

    /// <summary>Its viewers.</summary>
    public List<Mailbox> Mailboxes { get; } = [];

    /// <summary>Gives a delta to all viewers.</summary>
    /// <param name="delta">The run's delta.</param>
    /// <param name="table">The numbers with it.</param>
    /// <param name="changed">Cells that changed, ascending.</param>
    public void Post(FrameMessage delta, LiveTable table, IReadOnlyList<int> changed)
    {
        FrameMessage own = Area.IsInside is null ? delta : delta with { Blob = FrameBlob.Delta(table, delta.Topic, changed, Area.IsInside) };
        _keyframe = null;
        _recent.Enqueue(own);
        if (_recent.Count > RecentMost)
        {
            _recent.Dequeue();
        }

        foreach (Mailbox mailbox in Mailboxes)
        {
            mailbox.Post(own);
        }
    }

    /// <summary>A keyframe has replaced all.</summary>
    public void Reset()
    {
        _keyframe = null;
        _recent.Clear();
        foreach (Mailbox mailbox in Mailboxes)
        {
            mailbox.Reset();
        }
    }

    /// <summary>The newest keyframe.</summary>
    /// <param name="head">The newest frame.</param>
    /// <param name="table">The numbers with it.</param>
    public FrameMessage Keyframe(FrameMessage head, LiveTable table) =>
        _keyframe ??= head with { IsKeyframe = true, Blob = FrameBlob.Keyframe(table, head.Topic, Area.IsInside) };

    /// <summary>The deltas after a frame; null when they are not all known.</summary>
    /// <param name="seq">Number of the frame.</param>
    /// <param name="newest">Number of the newest frame.</param>
    public IReadOnlyList<FrameMessage>? Since(long seq, long newest)
    {
        FrameMessage[] since = [.. _recent.Where(delta => delta.Seq > seq)];
        return seq <= newest && since.Length == newest - seq ? since : null;
    }
}
