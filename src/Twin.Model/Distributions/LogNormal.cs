using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>A lognormal duration.</summary>
public sealed record LogNormal : Distribution
{
    private readonly double _mu;

    /// <summary>By mean and standard deviation of the duration itself, not of its logarithm.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="sd">Seconds, at least 0.</param>
    public LogNormal(double mean, double sd)
    {
        Mean = mean;
        StandardDeviation = sd;
        double variance = Math.Log(1 + (sd * sd / (mean * mean)));
        Sigma = Math.Sqrt(variance);
        _mu = Math.Log(mean) - (variance / 2);
        Median = Math.Exp(_mu);
    }

    private LogNormal(double median, double sigma, bool isByMedian)
    {
        Median = median;
        Sigma = sigma;
        IsByMedian = isByMedian;
        _mu = Math.Log(median);
        Mean = median * Math.Exp(sigma * sigma / 2);
        StandardDeviation = Mean * Math.Sqrt(Math.Exp(sigma * sigma) - 1);
    }

    /// <summary>By median and the standard deviation of the logarithm.</summary>
    /// <param name="median">Seconds, above 0.</param>
    /// <param name="sigma">Standard deviation of the natural logarithm, at least 0.</param>
    public static LogNormal ByMedian(double median, double sigma) => new(median, sigma, isByMedian: true);

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <summary>Median, seconds.</summary>
    public double Median { get; }

    /// <summary>Standard deviation of the natural logarithm.</summary>
    public double Sigma { get; }

    /// <summary>Whether it was given by median and sigma; a file shows it as it was given.</summary>
    public bool IsByMedian { get; }

    /// <inheritdoc/>
    public override double Least => Sigma == 0 ? Median : 0;

    /// <inheritdoc/>
    public override double Quantile(double u) => Math.Exp(_mu + (Sigma * InverseNormal.At(u)));

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => seconds <= 0 ? 0
        : Sigma == 0 ? (seconds >= Median ? 1 : 0)
        : Normal.CDF(_mu, Sigma, Math.Log(seconds));
}
