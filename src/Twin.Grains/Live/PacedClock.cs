namespace Twin.Grains.Live;

/// <summary>Maps wall time to simulated time at a speed. It never drifts: both are counted from one anchor, not summed up.</summary>
/// <param name="time">Wall time.</param>
internal sealed class PacedClock(TimeProvider time)
{
    private long _anchor = time.GetTimestamp();
    private long _simAnchor;

    /// <summary>Simulated seconds per second; null for as fast as it goes.</summary>
    public double? Speed { get; private set; }

    /// <summary>The simulated moment that has come, ms; <see cref="long.MaxValue"/> when it goes as fast as it can.</summary>
    public long Now => Speed is { } speed ? _simAnchor + (long)(time.GetElapsedTime(_anchor).TotalMilliseconds * speed) : long.MaxValue;

    /// <summary>Counts anew from a simulated moment.</summary>
    /// <param name="simTime">The moment that it is now, ms.</param>
    /// <param name="speed">Simulated seconds per second; null for as fast as it goes.</param>
    public void Set(long simTime, double? speed)
    {
        _anchor = time.GetTimestamp();
        _simAnchor = simTime;
        Speed = speed;
    }

    /// <summary>How long until a simulated moment comes; zero when it has come.</summary>
    /// <param name="simTime">The moment, ms.</param>
    public TimeSpan Until(long simTime) => Speed is { } speed ? TimeSpan.FromMilliseconds(Math.Max(0, (simTime - Now) / speed)) : TimeSpan.Zero;
}
