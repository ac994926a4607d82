using Twin.Grains.Live;
using Twin.Model.Live;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Relay;

/// <summary>A topic's numbers and its viewers by area: where the relay's loop and the viewers meet, under one lock.</summary>
internal sealed class TopicFeeds
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AreaFeed> _feeds = new(StringComparer.Ordinal);
    private volatile LiveTable _table = new(LiveLayout.None);
    private RunDescription? _description;
    private FrameMessage? _head;

    /// <summary>Why nothing more comes; null while more may come.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Places of the numbers.</summary>
    public LiveLayout Layout => _table.Layout;

    /// <summary>Epoch of the newest frame; null before the first.</summary>
    public string? Epoch => _head?.Epoch;

    /// <summary>Adds a viewer.</summary>
    /// <param name="mailbox">Its mailbox.</param>
    /// <param name="area">Its area.</param>
    /// <param name="layout">The layout that the area was found in.</param>
    /// <param name="after">Epoch and number of the last frame that it has; null for none.</param>
    /// <param name="isResumed">Whether it goes on after that frame without a keyframe.</param>
    /// <returns>False when another epoch with other rows has begun since the area was found.</returns>
    public bool TryAdd(Mailbox mailbox, Area area, LiveLayout layout, (string Epoch, long Seq)? after, out bool isResumed)
    {
        isResumed = false;
        lock (_gate)
        {
            if (Failure is not null)
            {
                throw new LiveInputException(404, new LiveInputError("run", "a run that has just ended", "the id of a run"));
            }

            if (!ReferenceEquals(layout, Layout))
            {
                return false;
            }

            if (!_feeds.TryGetValue(area.Code, out AreaFeed? feed))
            {
                _feeds[area.Code] = feed = new AreaFeed(area);
            }

            feed.Mailboxes.Add(mailbox);
            if (after is { } last && last.Epoch == _head!.Epoch && feed.Since(last.Seq, _head.Seq) is { } since)
            {
                mailbox.Resume(last.Epoch, last.Seq, since);
                isResumed = true;
            }
            else
            {
                mailbox.Reset();
            }

            return true;
        }
    }

    /// <summary>Takes a viewer away.</summary>
    /// <param name="mailbox">Its mailbox.</param>
    /// <param name="area">Code of its area.</param>
    public void Remove(Mailbox mailbox, string area)
    {
        lock (_gate)
        {
            if (_feeds.TryGetValue(area, out AreaFeed? feed) && feed.Mailboxes.Remove(mailbox) && feed.Mailboxes.Count == 0 && area.Length > 0)
            {
                _feeds.Remove(area);
            }
        }
    }

    /// <summary>Hands over what waits for a viewer.</summary>
    /// <param name="mailbox">Its mailbox.</param>
    /// <param name="area">Code of its area.</param>
    /// <returns>The frame; null when nothing waits.</returns>
    public Frame? Take(Mailbox mailbox, string area)
    {
        lock (_gate)
        {
            return _feeds.TryGetValue(area, out AreaFeed? feed) ? mailbox.Take(area, () => feed.Keyframe(_head!, _table)) : null;
        }
    }

    /// <summary>Begins an epoch: the run may be another one with other measures.</summary>
    /// <param name="description">What the run says of itself.</param>
    /// <param name="layout">The layout that it describes.</param>
    /// <param name="district">Its district; null when it was not asked for.</param>
    /// <param name="keyframe">The first frame.</param>
    /// <returns>False when the district is needed, because somebody watches a part of it.</returns>
    public bool TryBegin(RunDescription description, LiveLayout layout, DistrictTable? district, FrameMessage keyframe)
    {
        lock (_gate)
        {
            List<AreaFeed> parts = [.. _feeds.Values.Where(feed => feed.Area.IsInside is not null)];
            if (parts.Count > 0 && district is null)
            {
                return false;
            }

            if (!ReferenceEquals(description, _description))
            {
                (_table, _description) = (new LiveTable(layout), description);
            }

            foreach (AreaFeed feed in parts)
            {
                try
                {
                    feed.Area = Area.Of(feed.Area.Code, _table.Layout, district!);
                }
                catch (LiveInputException failure)
                {
                    feed.Mailboxes.ForEach(mailbox => mailbox.Fail(failure));
                    _feeds.Remove(feed.Area.Code);
                }
            }

            Begin(keyframe);
            return true;
        }
    }

    /// <summary>Takes a keyframe, unless it is older than what is known.</summary>
    /// <param name="keyframe">The keyframe, of the same epoch.</param>
    public void Replace(FrameMessage keyframe)
    {
        lock (_gate)
        {
            if (keyframe.Seq > _head!.Seq)
            {
                Begin(keyframe);
            }
        }
    }

    /// <summary>Applies a frame that follows, and passes over one that is known already.</summary>
    /// <param name="frame">The frame.</param>
    /// <returns>Whether the numbers are those of this frame or a later one.</returns>
    public bool TryApply(FrameMessage frame)
    {
        if (frame.Epoch != _head!.Epoch || frame.Seq > _head.Seq + 1)
        {
            return false;
        }

        if (frame.Seq <= _head.Seq)
        {
            return true;
        }

        if (frame.IsKeyframe)
        {
            Replace(frame);
            return true;
        }

        lock (_gate)
        {
            FrameBlob.Apply(frame, _table);
            int[] changed = _feeds.Values.Any(feed => feed.Area.IsInside is not null) ? [.. _table.Changed.Order()] : [];
            _table.ClearChanges();
            _head = frame with { Blob = [] };
            foreach (AreaFeed feed in _feeds.Values)
            {
                feed.Post(frame, _table, changed);
            }
        }

        return true;
    }

    /// <summary>Nothing more comes.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            Failure = failure;
            foreach (Mailbox mailbox in _feeds.Values.SelectMany(feed => feed.Mailboxes))
            {
                mailbox.Fail(failure);
            }

            _feeds.Clear();
        }
    }

    /// <summary>All begins anew from a keyframe; under the lock.</summary>
    private void Begin(FrameMessage keyframe)
    {
        FrameBlob.Apply(keyframe, _table);
        _table.ClearChanges();
        _head = keyframe with { Blob = [] };
        foreach (AreaFeed feed in _feeds.Values)
        {
            feed.Reset();
        }
    }
}
