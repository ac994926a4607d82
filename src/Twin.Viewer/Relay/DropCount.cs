namespace Twin.Viewer.Relay;

/// <summary>How many frames of a topic a connection has missed.</summary>
internal sealed class DropCount
{
    private long _count;

    /// <summary>Frames missed so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Counts frames missed.</summary>
    /// <param name="frames">How many; nothing is counted below 1.</param>
    public void Add(long frames) => Interlocked.Add(ref _count, Math.Max(0, frames));
}
