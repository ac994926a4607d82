namespace Twin.Model.Distributions;

/// <summary>A distribution of a duration in seconds, sampled by inversion: one uniform number a sample.</summary>
public abstract record Distribution
{
    /// <summary>Mean, seconds.</summary>
    public abstract double Mean { get; }

    /// <summary>Standard deviation, seconds.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>The inverse distribution function.</summary>
    /// <param name="u">In the open interval (0, 1).</param>
    /// <returns>Seconds.</returns>
    public abstract double Quantile(double u);

    /// <summary>A sample as a duration: whole ms, half to even, at least 1 ms.</summary>
    /// <param name="u">In the open interval (0, 1).</param>
    /// <param name="factor">Multiplies the sample before it is rounded.</param>
    public long Sample(double u, double factor = 1) => Math.Max(1, SampleSigned(u, factor));

    /// <summary>A sample that may be zero or negative (a lateness): whole ms, half to even.</summary>
    /// <param name="u">In the open interval (0, 1).</param>
    /// <param name="factor">Multiplies the sample before it is rounded.</param>
    public long SampleSigned(double u, double factor = 1) => (long)Math.Round(Quantile(u) * factor * 1000, MidpointRounding.ToEven);
}
