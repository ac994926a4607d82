using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>What waits for one viewer on one topic: at most one frame. Who is slow gets the newest keyframe, not a backlog.</summary>
/// <param name="dropped">Counts what the viewer misses.</param>
/// <param name="ready">Says that something waits, or that nothing more comes; must not block.</param>
internal sealed class Mailbox(DropCount dropped, Action ready)
{
    private readonly Queue<FrameMessage> _resumed = new();
    private FrameMessage? _waiting;
    private bool _isStale = true;
    private string _epoch = "";
    private long _last;

    /// <summary>Why nothing more comes; null while more may come.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Goes on after a frame that the viewer has, if what came after it is still known. Under the relay's lock.</summary>
    /// <param name="epoch">Epoch of that frame.</param>
    /// <param name="seq">Its number.</param>
    /// <param name="since">The deltas after it, in order.</param>
    public void Resume(string epoch, long seq, IEnumerable<FrameMessage> since)
    {
        (_epoch, _last, _isStale) = (epoch, seq, false);
        foreach (FrameMessage delta in since)
        {
            _resumed.Enqueue(delta);
        }

        ready();
    }

    /// <summary>Takes a delta in. Under the relay's lock.</summary>
    /// <param name="delta">The delta.</param>
    public void Post(FrameMessage delta)
    {
        _isStale |= _waiting is not null || _resumed.Count > 0;
        if (_isStale)
        {
            _waiting = null;
            _resumed.Clear();
        }
        else
        {
            _waiting = delta;
        }

        ready();
    }

    /// <summary>All that the viewer has is out of date: the next frame is a keyframe. Under the relay's lock.</summary>
    public void Reset()
    {
        (_isStale, _waiting) = (true, null);
        _resumed.Clear();
        ready();
    }

    /// <summary>Nothing more comes. Under the relay's lock.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(Exception failure)
    {
        Failure = failure;
        ready();
    }

    /// <summary>Hands over what waits. Under the relay's lock.</summary>
    /// <param name="area">Code of the area.</param>
    /// <param name="keyframe">Makes the newest keyframe.</param>
    /// <returns>The frame; null when nothing waits.</returns>
    public Frame? Take(string area, Func<FrameMessage> keyframe)
    {
        if (Failure is not null)
        {
            return null;
        }

        FrameMessage? frame = _isStale ? keyframe() : _resumed.Count > 0 ? _resumed.Dequeue() : _waiting;
        if (frame is null)
        {
            return null;
        }

        if (_isStale || ReferenceEquals(frame, _waiting))
        {
            (_isStale, _waiting) = (false, null);
        }

        if (_epoch == frame.Epoch)
        {
            dropped.Add(frame.Seq - _last - 1);
        }

        (_epoch, _last) = (frame.Epoch, frame.Seq);
        return Frame.Of(frame, area, dropped.Count);
    }
}
