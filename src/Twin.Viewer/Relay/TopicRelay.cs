using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Twin.Grains.Live;
using Twin.Model.Live;
using Twin.Viewer.Hosting;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Relay;

/// <summary>One subscription to a topic of a run for all viewers of this process: keeps the topic's numbers, and gives them on.</summary>
/// <remarks>Frames come through a bounded queue into one loop; the loop and the viewers meet under one lock, never across an await.</remarks>
internal sealed class TopicRelay : IAsyncDisposable
{
    private const int IncomingMost = 256;

    private readonly Channel<FrameMessage> _incoming = Channel.CreateBounded<FrameMessage>(
        new BoundedChannelOptions(IncomingMost) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AreaFeed> _feeds = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _run;
    private readonly string _topic;
    private readonly RelayContext _context;
    private readonly Task _work;
    private LiveTable _table = new(LiveLayout.None);
    private RunDescription? _description;
    private FrameMessage? _head;

    /// <summary>Begins to relay.</summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="context">What relays share.</param>
    public TopicRelay(int run, string topic, RelayContext context)
    {
        (_run, _topic, _context) = (run, topic, context);
        _work = Task.Run(WorkAsync);
    }

    /// <summary>Whether it has ended by itself, so that nobody should join it.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Adds a viewer, once the topic's numbers are known.</summary>
    /// <param name="mailbox">Its mailbox.</param>
    /// <param name="area">Code of its area; empty for all.</param>
    /// <param name="after">Epoch and number of the last frame that it has; null for none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Whether it goes on after that frame without a keyframe.</returns>
    public async Task<bool> AddAsync(Mailbox mailbox, string area, (string Epoch, long Seq)? after, CancellationToken cancellation)
    {
        await _ready.Task.WaitAsync(cancellation);
        KnownRun known = await _context.Catalogue.GetAsync(_run);
        Area asked = await known.AreaAsync(area, _table.Layout);
        lock (_gate)
        {
            if (HasFailed)
            {
                throw new LiveInputException(404, new LiveInputError("run", $"{_run}, which has just ended", "the id of a run"));
            }

            if (!_feeds.TryGetValue(area, out AreaFeed? feed))
            {
                _feeds[area] = feed = new AreaFeed(asked);
            }

            feed.Mailboxes.Add(mailbox);
            if (after is { } last && last.Epoch == _head!.Epoch && feed.Since(last.Seq, _head.Seq) is { } since)
            {
                mailbox.Resume(last.Epoch, last.Seq, since);
                return true;
            }

            mailbox.Reset();
            return false;
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work;
        _end.Dispose();
    }

    private async Task WorkAsync()
    {
        try
        {
            await using IAsyncDisposable subscription = await _context.Streams.SubscribeAsync<FrameMessage>(_run, _topic, frame => _incoming.Writer.TryWrite(frame));
            await SynchroniseAsync();
            _ready.TrySetResult();
            while (!_end.IsCancellationRequested)
            {
                await StepAsync();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            _ready.TrySetCanceled(_end.Token);
        }
        catch (Exception failure)
        {
            // The process's edge towards the cluster: whatever went wrong, the viewers hear of it and may ask again.
            Fail(failure);
        }
    }

    private async Task StepAsync()
    {
        if (await NextAsync() is not { } frame)
        {
            await SynchroniseWithPatienceAsync();
        }
        else if (!TryApply(frame))
        {
            await SynchroniseWithPatienceAsync();
            TryApply(frame);
        }
    }

    /// <summary>The next frame; null after a silence.</summary>
    private async Task<FrameMessage?> NextAsync()
    {
        if (_incoming.Reader.TryRead(out FrameMessage? frame))
        {
            return frame;
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

    /// <summary>Asks for a keyframe; a cluster that does not answer is asked again after the next silence.</summary>
    private async Task SynchroniseWithPatienceAsync()
    {
        try
        {
            await SynchroniseAsync();
        }
        catch (Exception failure) when (failure is not LiveInputException and (OrleansException or TimeoutException))
        {
            _context.Log.LogWarning(failure, "Run {Run} did not give a keyframe of topic {Topic}; asking again.", _run, _topic);
            await Task.Delay(_context.Options.Silence, _context.Time, _end.Token);
        }
    }

    private async Task SynchroniseAsync()
    {
        KnownRun known = await _context.Catalogue.GetAsync(_run);
        FrameMessage keyframe = await known.Grain.Keyframe(_topic).WaitAsync(_end.Token);
        if (_head is not null && keyframe.Epoch == _head.Epoch)
        {
            if (keyframe.Seq > _head.Seq)
            {
                Replace(keyframe);
            }

            return;
        }

        if (known.State.Epoch != keyframe.Epoch)
        {
            known = await _context.Catalogue.AskAsync(_run);
        }

        await AdoptAsync(known, keyframe);
    }

    /// <summary>Begins an epoch: the run may be another one with other measures.</summary>
    private async Task AdoptAsync(KnownRun known, FrameMessage keyframe)
    {
        RunDescription description = await known.DescriptionAsync();
        LiveLayout layout = LiveDescription.Layout(description);
        DistrictTable? district = _feeds.Keys.Any(area => area.Length > 0) ? await known.DistrictAsync() : null;
        lock (_gate)
        {
            if (!ReferenceEquals(description, _description))
            {
                (_table, _description) = (new LiveTable(layout), description);
            }

            foreach ((string code, AreaFeed feed) in _feeds.Where(feed => feed.Key.Length > 0).ToList())
            {
                try
                {
                    feed.Area = Area.Of(code, layout, district ?? throw new LiveInputException(409, new LiveInputError("area", Found.Text(code), "an area of the run")));
                }
                catch (LiveInputException failure)
                {
                    feed.Mailboxes.ForEach(mailbox => mailbox.Fail(failure));
                    _feeds.Remove(code);
                }
            }
        }

        Replace(keyframe);
    }

    private void Replace(FrameMessage keyframe)
    {
        lock (_gate)
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

    /// <summary>Applies a frame that follows, and passes over one that is known already.</summary>
    /// <returns>Whether the numbers are those of this frame or a later one.</returns>
    private bool TryApply(FrameMessage frame)
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

    private void Fail(Exception failure)
    {
        if (failure is not LiveInputException)
        {
            _context.Log.LogError(failure, "The relay of run {Run}, topic {Topic} has ended.", _run, _topic);
        }

        lock (_gate)
        {
            HasFailed = true;
            foreach (Mailbox mailbox in _feeds.Values.SelectMany(feed => feed.Mailboxes))
            {
                mailbox.Fail(failure);
            }

            _feeds.Clear();
        }

        _ready.TrySetException(failure);
    }
}
