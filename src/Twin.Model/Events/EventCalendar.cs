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
    private readonly int[] _place;
    private Event[][] _chunks = [];
    private int[] _nextChunk = [];
    private int _freeChunk = -1;
    private Bucket[] _buckets = new Bucket[1024];
    private long _floor;
    private long _first;
    private long _last = -1;
    private Event[] _window = new Event[1024];
    private int[] _touched = new int[1024];
    private int[] _from = new int[1024];

    /// <summary>A calendar for the entities of a plan.</summary>
    /// <param name="index">Dense numbers of the entities.</param>
    public EventCalendar(EntityIndex index)
    {
        _index = index;
        _place = new int[index.Count];
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
            _touched = new int[_window.Length];
            _from = new int[_window.Length + 1];
        }

        Count(in bucket, end);
        Pending -= bucket.Count;
        Group(in bucket, end, ref _buckets[number]);
        Pending += _buckets[number].Count;
    }

    /// <summary>Dense number of one entity of the window; valid until the next window is taken.</summary>
    /// <param name="touched">0 to <see cref="TouchedCount"/> − 1.</param>
    public int Touched(int touched) => _touched[touched];

    /// <summary>One entity of the window and its events, in no order; valid until the next window is taken.</summary>
    /// <param name="touched">0 to <see cref="TouchedCount"/> − 1.</param>
    /// <param name="entity">Dense number of the entity.</param>
    public Span<Event> Inbox(int touched, out int entity)
    {
        (Event[] events, int from, int count) = InboxPlace(touched, out entity);
        return events.AsSpan(from, count);
    }

    /// <summary>Where one entity's events of the window lie, for who hands them on; valid until the next window is taken.</summary>
    /// <param name="touched">0 to <see cref="TouchedCount"/> − 1.</param>
    /// <param name="entity">Dense number of the entity.</param>
    public (Event[] Events, int From, int Count) InboxPlace(int touched, out int entity)
    {
        entity = _touched[touched];
        return (_window, _from[touched], _from[touched + 1] - _from[touched]);
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

    /// <summary>Counts the window's events by entity, and finds the place of each entity's first.</summary>
    private void Count(in Bucket bucket, long end)
    {
        int chunk = bucket.FirstChunk;
        for (int seen = 0; seen < bucket.Count; seen += ChunkEvents)
        {
            foreach (ref readonly Event e in _chunks[chunk].AsSpan(0, Math.Min(ChunkEvents, bucket.Count - seen)))
            {
                if (e.Due < end)
                {
                    int entity = _index.Of(e.Target);
                    if (_place[entity]++ == 0)
                    {
                        _touched[TouchedCount++] = entity;
                    }
                }
            }

            chunk = _nextChunk[chunk];
        }

        for (int i = 0; i < TouchedCount; i++)
        {
            _from[i] = WindowCount;
            WindowCount += _place[_touched[i]];
            _place[_touched[i]] = _from[i];
        }

        _from[TouchedCount] = WindowCount;
    }

    /// <summary>Moves a bucket's events into the window, an entity's side by side; those due later into what is left of the bucket.</summary>
    private void Group(in Bucket bucket, long end, ref Bucket left)
    {
        int chunk = bucket.FirstChunk;
        for (int seen = 0; seen < bucket.Count; seen += ChunkEvents)
        {
            foreach (ref readonly Event e in _chunks[chunk].AsSpan(0, Math.Min(ChunkEvents, bucket.Count - seen)))
            {
                if (e.Due < end)
                {
                    _window[_place[_index.Of(e.Target)]++] = e;
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

        for (int i = 0; i < TouchedCount; i++)
        {
            _place[_touched[i]] = 0;
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
