using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>The newest entries of a log, without gaps; the run itself has those before.</summary>
internal sealed class LogTail
{
    private const int Most = 2_048;

    private readonly Lock _gate = new();
    private readonly Queue<LogEntry> _entries = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Number of the newest entry known; 0 for none.</summary>
    public long Last { get; private set; }

    /// <summary>Why it has ended; null while it goes on.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Ends when something changes after this was asked for.</summary>
    public Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>Entries after one; null when they are not all here.</summary>
    /// <param name="after">Number of that entry.</param>
    public IReadOnlyList<LogEntry>? After(long after)
    {
        lock (_gate)
        {
            return _entries.Count == 0 || _entries.Peek().Seq > after + 1 ? null : after >= Last ? [] : [.. _entries.SkipWhile(entry => entry.Seq <= after)];
        }
    }

    /// <summary>Takes entries in, those known aside.</summary>
    /// <param name="entries">Entries in order.</param>
    /// <returns>False when some before them are missing: then they are not taken.</returns>
    public bool Offer(IReadOnlyList<LogEntry> entries)
    {
        lock (_gate)
        {
            bool any = false;
            foreach (LogEntry entry in entries.SkipWhile(entry => entry.Seq <= Last))
            {
                if (Last > 0 && entry.Seq != Last + 1)
                {
                    return false;
                }

                _entries.Enqueue(entry);
                Last = entry.Seq;
                any = true;
                if (_entries.Count > Most)
                {
                    _entries.Dequeue();
                }
            }

            if (any)
            {
                Wake();
            }

            return true;
        }
    }

    /// <summary>Nothing more comes.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(Exception failure)
    {
        lock (_gate)
        {
            Failure = failure;
            Wake();
        }
    }

    private void Wake()
    {
        TaskCompletionSource changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
    }
}
