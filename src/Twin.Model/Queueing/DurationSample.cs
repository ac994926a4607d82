using Twin.Model.Results;

namespace Twin.Model.Queueing;

/// <summary>Durations of which exact quantiles are wanted: every one is kept, 4 bytes each; zeros are only counted.</summary>
/// <remarks>There is no bound that a long wait could overflow: those above 24 days are kept in 8 bytes.</remarks>
public sealed class DurationSample
{
    private int[] _short = new int[64];
    private int _shorts;
    private readonly List<long> _long = [];
    private long _zeros;
    private long _sum;
    private long _greatest;

    /// <summary>How many durations.</summary>
    public long Count => _zeros + _shorts + _long.Count;

    /// <summary>How many are above zero.</summary>
    public long AboveZero => _shorts + _long.Count;

    /// <summary>Adds a duration.</summary>
    /// <param name="milliseconds">At least 0.</param>
    public void Add(long milliseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds);
        _sum = checked(_sum + milliseconds);
        _greatest = Math.Max(_greatest, milliseconds);
        if (milliseconds == 0)
        {
            _zeros++;
        }
        else if (milliseconds > int.MaxValue)
        {
            _long.Add(milliseconds);
        }
        else
        {
            if (_shorts == _short.Length)
            {
                Array.Resize(ref _short, 2 * _shorts);
            }

            _short[_shorts++] = (int)milliseconds;
        }
    }

    /// <summary>Writes count, sum, quantiles and the greatest into the run's metrics.</summary>
    /// <param name="metrics">Where to.</param>
    /// <param name="first">The first of <see cref="DurationCell.Cells"/> cells.</param>
    public void Observe(MetricSink metrics, int first)
    {
        Array.Sort(_short, 0, _shorts);
        _long.Sort();
        metrics.Add(first + (int)DurationCell.Count, Count);
        metrics.Add(first + (int)DurationCell.AboveZero, AboveZero);
        metrics.Add(first + (int)DurationCell.Sum, _sum);
        metrics.Add(first + (int)DurationCell.P50, Quantile(50));
        metrics.Add(first + (int)DurationCell.P90, Quantile(90));
        metrics.Add(first + (int)DurationCell.P95, Quantile(95));
        metrics.Add(first + (int)DurationCell.P99, Quantile(99));
        metrics.Add(first + (int)DurationCell.Maximum, _greatest);
    }

    /// <summary>The least duration with at least ⌈percent × n / 100⌉ durations at most it; the sample is sorted.</summary>
    private long Quantile(int percent)
    {
        long place = (((percent * Count) + 99) / 100) - 1 - _zeros;
        return Count == 0 || place < 0 ? 0 : place < _shorts ? _short[place] : _long[(int)(place - _shorts)];
    }
}
