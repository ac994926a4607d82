using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>A lognormal duration.</summary>
public sealed record LogNormal : Distribution
{
    private readonly double _mu;
    private readonly double _sigma;

    /// <summary>By mean and standard deviation of the duration itself, not of its logarithm.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="sd">Seconds, at least 0.</param>
    public LogNormal(double mean, double sd)
    {
        Mean = mean;
        StandardDeviation = sd;
        double variance = Math.Log(1 + (sd * sd / (mean * mean)));
        _sigma = Math.Sqrt(variance);
        _mu = Math.Log(mean) - (variance / 2);
    }

    /// <summary>By median and the standard deviation of the logarithm.</summary>
    /// <param name="median">Seconds, above 0.</param>
    /// <param name="sigma">Standard deviation of the natural logarithm, at least 0.</param>
    public static LogNormal ByMedian(double median, double sigma)
    {
        double mean = median * Math.Exp(sigma * sigma / 2);
        return new LogNormal(mean, mean * Math.Sqrt(Math.Exp(sigma * sigma) - 1));
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <inheritdoc/>
    public override double Quantile(double u) => Math.Exp(_mu + (_sigma * Normal.InvCDF(0, 1, u)));
}
