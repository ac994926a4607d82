using Twin.Grains.Messages;
using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Grains.Running;

/// <summary>A thread's stepping buffers, and the arrays in which its replies lie side by side: few large allocations instead of many small.</summary>
internal sealed class StepArena : MetricSink
{
    private const int ChunkEvents = 512;
    private const int ChunkEntries = 1024;

    [ThreadStatic]
    private static StepArena? _ofThisThread;

    private Event[] _events = [];
    private int _eventCount;
    private MetricEntry[] _entries = [];
    private int _entryStart;
    private int _entryCount;

    /// <summary>The calling thread's arena.</summary>
    public static StepArena OfThisThread => _ofThisThread ??= new StepArena();

    /// <summary>Steps entities.</summary>
    public StepContext Context { get; } = new();

    /// <summary>What the entity at hand shows.</summary>
    public ShownChanges Shown { get; } = new();

    /// <summary>Copies events to where nobody overwrites them.</summary>
    /// <param name="sent">The events.</param>
    public EventBlock Keep(ReadOnlySpan<Event> sent)
    {
        if (sent.Length == 0)
        {
            return EventBlock.Empty;
        }

        if (_events.Length - _eventCount < sent.Length)
        {
            _events = new Event[Math.Max(ChunkEvents, sent.Length)];
            _eventCount = 0;
        }

        sent.CopyTo(_events.AsSpan(_eventCount));
        EventBlock block = new(_events, _eventCount, sent.Length);
        _eventCount += sent.Length;
        return block;
    }

    /// <summary>What an entity adds to the metrics.</summary>
    /// <param name="entity">The entity.</param>
    public MetricBlock Observe(Entity entity)
    {
        _entryStart = _entryCount;
        entity.Observe(this);
        return new MetricBlock(_entries, _entryStart, _entryCount - _entryStart);
    }

    /// <summary>Notes what an entity shows before a step.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="asOf">The moment up to which it was stepped, ms.</param>
    /// <param name="hasShown">Whether it has shown itself; what it shows for the first time is a change from nothing.</param>
    public void ShowBefore(Entity entity, long asOf, bool hasShown) => Shown.Before(entity, asOf, hasShown);

    /// <summary>What an entity shows after a step and did not before.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="asOf">The moment up to which it was stepped, ms.</param>
    public MetricBlock ShowAfter(Entity entity, long asOf)
    {
        _entryStart = _entryCount;
        Shown.After(entity, asOf, this);
        return _entryCount == _entryStart ? MetricBlock.Empty : new MetricBlock(_entries, _entryStart, _entryCount - _entryStart);
    }

    /// <inheritdoc/>
    public override void Add(int cell, long value) => Append(new MetricEntry(cell, value));

    /// <inheritdoc/>
    public override void Raise(int cell, long value) => Append(new MetricEntry(~cell, value));

    private void Append(MetricEntry entry)
    {
        if (_entryCount == _entries.Length)
        {
            int kept = _entryCount - _entryStart;
            MetricEntry[] larger = new MetricEntry[Math.Max(ChunkEntries, 2 * kept)];
            Array.Copy(_entries, _entryStart, larger, 0, kept);
            _entries = larger;
            _entryStart = 0;
            _entryCount = kept;
        }

        _entries[_entryCount++] = entry;
    }
}
