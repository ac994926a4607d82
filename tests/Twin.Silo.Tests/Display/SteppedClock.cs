namespace Twin.Silo.Tests.Display;

/// <summary>A clock that a test moves by hand.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public void Move(TimeSpan by) => _ticks += by.Ticks;
}
