namespace Twin.Model.Queueing;

/// <summary>A number that changes in steps, integrated exactly over the time of statistics, in whole ms.</summary>
/// <param name="from">Statistics begin, ms.</param>
/// <param name="to">Statistics end, ms.</param>
/// <param name="series">Takes the number over time as well; null for nothing.</param>
public sealed class TimeIntegral(long from, long to, StepSeries? series = null)
{
    private long _since;
    private long _sum;

    /// <summary>The number now.</summary>
    public int Value { get; private set; }

    /// <summary>The greatest number that lasted for at least 1 ms of the statistics, as far as it has changed since.</summary>
    public int Greatest { get; private set; }

    /// <summary>Changes the number.</summary>
    /// <param name="change">What is added to it.</param>
    /// <param name="now">The moment, ms; never earlier than before.</param>
    public void Change(int change, long now)
    {
        long lasted = Overlap(_since, now);
        if (lasted > 0)
        {
            _sum += lasted * Value;
            Greatest = Math.Max(Greatest, Value);
        }

        series?.Hold(Value, now);
        _since = now;
        Value += change;
    }

    /// <summary>The number in each step of the series, as far as a moment; empty without one.</summary>
    /// <param name="now">At or after the last change, ms.</param>
    public long[] Series(long now)
    {
        series?.Hold(Value, now);
        return series?.Areas ?? [];
    }

    /// <summary>The integral up to a moment, number × ms.</summary>
    /// <param name="now">At or after the last change, ms.</param>
    public long Until(long now) => _sum + (Overlap(_since, now) * Value);

    /// <summary>How much of a span lies in the time of statistics, ms.</summary>
    /// <param name="begin">Begin, ms.</param>
    /// <param name="end">End, ms; not before the begin.</param>
    public long Overlap(long begin, long end) => Math.Max(0, Math.Min(end, to) - Math.Max(begin, from));
}
