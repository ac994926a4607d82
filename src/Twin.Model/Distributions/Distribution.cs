namespace Twin.Model.Distributions;

/// <summary>A distribution of a duration in seconds, sampled by inversion: one uniform number a sample.</summary>
public abstract record Distribution
{
    // A century: beyond every horizon, and far from where adding a time could overflow.
    private const double GreatestMilliseconds = 36_525.0 * 24 * 3600 * 1000;

    /// <summary>Mean, seconds.</summary>
    public abstract double Mean { get; }

    /// <summary>Standard deviation, seconds.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The least value that can occur, seconds: the support's lower end; may be −∞.</summary>
    public abstract double Least { get; }

    /// <summary>The inverse distribution function; it never falls as u rises.</summary>
    /// <param name="u">In the open interval (0, 1).</param>
    /// <returns>Seconds.</returns>
    public abstract double Quantile(double u);

    /// <summary>The distribution function: the probability of at most so many seconds.</summary>
    /// <param name="seconds">Seconds; any number.</param>
    /// <returns>0 to 1.</returns>
    public abstract double Cumulative(double seconds);

    /// <summary>A sample as a duration: whole ms, half to even, at least 1 ms.</summary>
    /// <param name="u">In the open interval (0, 1).</param>
    /// <param name="factor">Multiplies the sample before it is rounded.</param>
    public long Sample(double u, double factor = 1) => Math.Max(1, SampleSigned(u, factor));

    /// <summary>A sample that may be zero or negative (a lateness): whole ms, half to even.</summary>
    /// <param name="u">In the open interval (0, 1).</param>
    /// <param name="factor">Multiplies the sample before it is rounded.</param>
    /// <remarks>A sample beyond a century, which a heavy tail can give, is taken as a century: no run lasts so long.</remarks>
    public long SampleSigned(double u, double factor = 1)
    {
        double milliseconds = Math.Round(Quantile(u) * factor * 1000, MidpointRounding.ToEven);
        return (long)Math.Clamp(milliseconds, -GreatestMilliseconds, GreatestMilliseconds);
    }
}
