using Twin.Grains.Messages;
using Twin.Model.Events;

namespace Twin.Grains.Running;

/// <summary>Events for another partition, collected in a window.</summary>
internal sealed class Outbox
{
    private Event[] _events = [];
    private int _count;

    /// <summary>When the earliest of them is due, ms; <see cref="long.MaxValue"/> when there is none.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    /// <summary>Adds an event.</summary>
    /// <param name="e">The event.</param>
    public void Add(in Event e)
    {
        if (_count == _events.Length)
        {
            Array.Resize(ref _events, Math.Max(16, 2 * _count));
        }

        _events[_count++] = e;
        Earliest = Math.Min(Earliest, e.Due);
    }

    /// <summary>Hands them over: the other partition reads them while the next window fills another array.</summary>
    public EventBlock Take()
    {
        EventBlock block = new(_events, 0, _count);
        _events = [];
        _count = 0;
        Earliest = long.MaxValue;
        return block;
    }
}
