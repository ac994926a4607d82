using Twin.Model.Time;

namespace Twin.Model.Events;

/// <summary>Pending events, and those of the window at hand grouped by the entity that they happen to.</summary>
/// <remarks>
/// A calendar queue: buckets one lookahead wide. A window never crosses a bucket's end, so a window of full width takes a whole bucket.
/// It holds events and nothing of the model; arrays are reused, so a warm calendar allocates nothing.
/// </remarks>
public sealed class EventCalendar
{
    private const long Width = SimTime.LookaheadMilliseconds;
    private readonly EntityIndex _index;
    private readonly Stack<Event[]> _spare = new();
    private readonly int[] _head;
    private Bucket[] _buckets = new Bucket[1024];
    private long _first;
    private long _last = -1;
    private Event[] _window = new Event[1024];
    private int[] _next = new int[1024];
    private int[] _touched = new int[1024];
    private int _windowCount;
    private Event[] _scratch = new Event[64];

    /// <summary>A calendar for the entities of a plan.</summary>
    /// <param name="index">Dense numbers of the entities.</param>
    public EventCalendar(EntityIndex index)
    {
        _index = index;
        _head = new int[index.Count];
    }

    /// <summary>Entities with events in the window at hand.</summary>
    public int TouchedCount { get; private set; }

    /// <summary>Events in the window at hand.</summary>
    public int WindowCount => _windowCount;

    /// <summary>Pending events, those of the window at hand aside.</summary>
    public long Pending { get; private set; }

    /// <summary>Adds an event.</summary>
    /// <param name="e">Due at or after the end of the last window taken.</param>
    public void Add(in Event e)
    {
        long number = e.Due / Width;
        if (number < _first || e.Due < 0)
        {
            throw new SimulationException(e.Target, in e, $"an event due before the window that begins at or after {_first * Width} ms");
        }

        if (number >= _buckets.Length)
        {
            Array.Resize(ref _buckets, (int)Math.Max(2L * _buckets.Length, number + 1));
        }

        ref Bucket bucket = ref _buckets[number];
        if (bucket.Count == 0)
        {
            bucket.Events ??= _spare.TryPop(out Event[]? spare) ? spare : new Event[64];
            bucket.Earliest = e.Due;
        }
        else if (bucket.Count == bucket.Events!.Length)
        {
            Array.Resize(ref bucket.Events, 2 * bucket.Count);
        }

        bucket.Events![bucket.Count++] = e;
        bucket.Earliest = Math.Min(bucket.Earliest, e.Due);
        _last = Math.Max(_last, number);
        Pending++;
    }

    /// <summary>When the earliest pending event is due, ms; <see cref="long.MaxValue"/> when there is none.</summary>
    public long Earliest()
    {
        for (; _first <= _last; _first++)
        {
            ref Bucket bucket = ref _buckets[_first];
            if (bucket.Count > 0)
            {
                return bucket.Earliest;
            }

            if (bucket.Events is { } events)
            {
                _spare.Push(events);
                bucket.Events = null;
            }
        }

        return long.MaxValue;
    }

    /// <summary>The end of the window that starts at the earliest event: at most a width later, and within one bucket.</summary>
    /// <param name="earliest">The window's start, ms.</param>
    /// <param name="width">Greatest width, ms; above 0, at most the lookahead.</param>
    public static long WindowEnd(long earliest, long width) => Math.Min(earliest + width, ((earliest / Width) + 1) * Width);

    /// <summary>Takes the events due before a window's end and groups them by entity.</summary>
    /// <param name="end">From <see cref="WindowEnd"/>.</param>
    public void Take(long end)
    {
        _windowCount = 0;
        TouchedCount = 0;
        long number = (end - 1) / Width;
        if (number >= _buckets.Length || _buckets[number].Count == 0)
        {
            return;
        }

        ref Bucket bucket = ref _buckets[number];
        if (end == (number + 1) * Width)
        {
            (_window, bucket.Events) = (bucket.Events!, _window);
            _windowCount = bucket.Count;
            bucket.Count = 0;
        }
        else
        {
            Split(ref bucket, end);
        }

        Pending -= _windowCount;
        Group();
    }

    /// <summary>One entity of the window and its events, in no order; valid until the next call.</summary>
    /// <param name="touched">0 to <see cref="TouchedCount"/> − 1.</param>
    /// <param name="entity">Dense number of the entity.</param>
    public Span<Event> Inbox(int touched, out int entity)
    {
        entity = _touched[touched];
        int count = 0;
        for (int at = _head[entity] - 1; at >= 0; at = _next[at] - 1)
        {
            if (count == _scratch.Length)
            {
                Array.Resize(ref _scratch, 2 * count);
            }

            _scratch[count++] = _window[at];
        }

        _head[entity] = 0;
        Span<Event> inbox = _scratch.AsSpan(0, count);
        inbox.Reverse();
        return inbox;
    }

    private void Split(ref Bucket bucket, long end)
    {
        if (_window.Length < bucket.Count)
        {
            _window = new Event[bucket.Events!.Length];
        }

        int kept = 0;
        long earliest = long.MaxValue;
        Event[] events = bucket.Events!;
        for (int i = 0; i < bucket.Count; i++)
        {
            if (events[i].Due < end)
            {
                _window[_windowCount++] = events[i];
            }
            else
            {
                earliest = Math.Min(earliest, events[i].Due);
                events[kept++] = events[i];
            }
        }

        bucket.Count = kept;
        bucket.Earliest = earliest;
    }

    private void Group()
    {
        if (_next.Length < _windowCount)
        {
            _next = new int[_window.Length];
            _touched = new int[_window.Length];
        }

        for (int i = 0; i < _windowCount; i++)
        {
            int entity = _index.Of(_window[i].Target);
            ref int head = ref _head[entity];
            if (head == 0)
            {
                _touched[TouchedCount++] = entity;
            }

            _next[i] = head;
            head = i + 1;
        }
    }

    private struct Bucket
    {
        public Event[]? Events;
        public int Count;
        public long Earliest;
    }
}
