namespace Twin.Grains.Live;

/// <summary>Simulated time by wall time over the last seconds.</summary>
/// <param name="time">Wall time.</param>
internal sealed class RecentSpeed(TimeProvider time)
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    private readonly Queue<(long Wall, long SimTime)> _notes = [];

    /// <summary>Simulated seconds per second.</summary>
    public double Value { get; private set; }

    /// <summary>Notes the simulated moment that has come.</summary>
    /// <param name="simTime">The moment, ms.</param>
    public void Note(long simTime)
    {
        long now = time.GetTimestamp();
        _notes.Enqueue((now, simTime));
        while (_notes.Count > 2 && time.GetElapsedTime(_notes.Peek().Wall, now) > Span)
        {
            _notes.Dequeue();
        }

        (long wall, long from) = _notes.Peek();
        double elapsed = time.GetElapsedTime(wall, now).TotalMilliseconds;
        Value = elapsed > 0 ? Math.Round((simTime - from) / elapsed, 1) : 0;
    }
}
