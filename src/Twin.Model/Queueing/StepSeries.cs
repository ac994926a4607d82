namespace Twin.Model.Queueing;

/// <summary>A number that changes by jumps, as its exact integral over each of equal steps since the start, number × ms.</summary>
/// <param name="step">Length of a step, ms; above 0.</param>
/// <param name="end">Nothing counts from this moment on, ms; the last step may be cut by it.</param>
public sealed class StepSeries(long step, long end)
{
    private readonly long[] _areas = new long[QueueRecording.StepsOf(step, end)];
    private long _since;
    private int _at;
    private long _stepEnd = Math.Min(step, end);

    /// <summary>The integral over each step, number × ms.</summary>
    public long[] Areas => _areas;

    /// <summary>Counts a number up to a moment.</summary>
    /// <param name="value">The number since the moment of the last call.</param>
    /// <param name="now">The moment, ms; never earlier than before.</param>
    public void Hold(int value, long now)
    {
        while (_since < now && _at < _areas.Length)
        {
            long until = Math.Min(now, _stepEnd);
            _areas[_at] += (until - _since) * value;
            _since = until;
            if (until == _stepEnd)
            {
                _at++;
                _stepEnd = Math.Min(_stepEnd + step, end);
            }
        }

        _since = now;
    }
}
