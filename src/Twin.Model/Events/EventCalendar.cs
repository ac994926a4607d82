using Twin.Model.Time;

namespace Twin.Model.Events;

/// <summary>Pending events, and those of the window at hand grouped by the entity that they happen to.</summary>
/// <remarks>
/// A calendar queue: buckets one lookahead wide. A window never crosses a bucket's end, so a window of full width takes a whole bucket.
/// A bucket is a chain of chunks from one pool, so a warm calendar allocates nothing. It holds events and nothing of the model.
/// </remarks>
public sealed class EventCalendar
{
    private const long Width = SimTime.LookaheadMilliseconds;
    private const int ChunkEvents = 32;
    private readonly EntityIndex _index;
    private readonly int[] _head;
    private Event[][] _chunks = [];
    private int[] _nextChunk = [];
    private int _freeChunk = -1;
    private Bucket[] _buckets = new Bucket[1024];
    private long _floor;
    private long _first;
    private long _last = -1;
    private Event[] _window = new Event[1024];
    private int[] _next = new int[1024];
    private int[] _touched = new int[1024];
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
    public int WindowCount { get; private set; }

    /// <summary>Pending events, those of the window at hand aside.</summary>
    public long Pending { get; private set; }

    /// <summary>Adds an event.</summary>
    /// <param name="e">Due at or after the end of the last window taken.</param>
    /// <exception cref="SimulationException">It is due before.</exception>
    public void Add(in Event e)
    {
        if (e.Due < _floor)
        {
            throw new SimulationException(e.Target, in e, $"an event due before the end of a window that was taken, {_floor} ms");
        }

        long number = e.Due / Width;
        if (number >= _buckets.Length)
        {
            Array.Resize(ref _buckets, (int)Math.Max(2L * _buckets.Length, number + 1));
        }

        Append(ref _buckets[number], in e);
        _first = Math.Min(_first, number);
        _last = Math.Max(_last, number);
        Pending++;
    }

    /// <summary>When the earliest pending event is due, ms; <see cref="long.MaxValue"/> when there is none.</summary>
    public long Earliest()
    {
        for (; _first <= _last; _first++)
        {
            if (_buckets[_first].Count > 0)
            {
                return _buckets[_first].Earliest;
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
        WindowCount = 0;
        TouchedCount = 0;
        _floor = end;
        long number = (end - 1) / Width;
        if (number >= _buckets.Length || _buckets[number].Count == 0)
        {
            return;
        }

        Bucket bucket = _buckets[number];
        _buckets[number] = default;
        if (_window.Length < bucket.Count)
        {
            _window = new Event[2 * bucket.Count];
            _next = new int[_window.Length];
            _touched = new int[_window.Length];
        }

        Pending -= bucket.Count;
        Empty(in bucket, end, ref _buckets[number]);
        Pending += _buckets[number].Count;
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

    private void Append(ref Bucket bucket, in Event e)
    {
        int place = bucket.Count % ChunkEvents;
        if (place == 0)
        {
            int chunk = TakeChunk();
            if (bucket.Count == 0)
            {
                bucket.FirstChunk = chunk;
                bucket.Earliest = e.Due;
            }
            else
            {
                _nextChunk[bucket.LastChunk] = chunk;
            }

            bucket.LastChunk = chunk;
        }

        _chunks[bucket.LastChunk][place] = e;
        bucket.Earliest = Math.Min(bucket.Earliest, e.Due);
        bucket.Count++;
    }

    private int TakeChunk()
    {
        if (_freeChunk < 0)
        {
            int count = _chunks.Length;
            Array.Resize(ref _chunks, Math.Max(256, 2 * count));
            Array.Resize(ref _nextChunk, _chunks.Length);
            for (int i = _chunks.Length - 1; i >= count; i--)
            {
                _nextChunk[i] = _freeChunk;
                _freeChunk = i;
            }
        }

        int chunk = _freeChunk;
        _freeChunk = _nextChunk[chunk];
        _chunks[chunk] ??= new Event[ChunkEvents];
        return chunk;
    }

    /// <summary>Moves a bucket's events into the window; those due later (a window narrower than a bucket) into what is left of it.</summary>
    private void Empty(in Bucket bucket, long end, ref Bucket left)
    {
        int chunk = bucket.FirstChunk;
        for (int taken = 0; taken < bucket.Count; taken += ChunkEvents)
        {
            ReadOnlySpan<Event> events = _chunks[chunk].AsSpan(0, Math.Min(ChunkEvents, bucket.Count - taken));
            foreach (ref readonly Event e in events)
            {
                if (e.Due < end)
                {
                    _window[WindowCount++] = e;
                }
                else
                {
                    Append(ref left, in e);
                }
            }

            int next = _nextChunk[chunk];
            _nextChunk[chunk] = _freeChunk;
            _freeChunk = chunk;
            chunk = next;
        }
    }

    private void Group()
    {
        for (int i = 0; i < WindowCount; i++)
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
        public int Count;
        public int FirstChunk;
        public int LastChunk;
        public long Earliest;
    }
}
