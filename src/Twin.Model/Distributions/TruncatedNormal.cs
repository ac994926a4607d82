using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>A normal duration on condition that it lies between two bounds: conditional, not clamped.</summary>
/// <remarks>Mean and variance: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, vol. 1, 2nd ed., section 13.10.1.</remarks>
public sealed record TruncatedNormal : Distribution
{
    private readonly bool _isUpperTail;
    private readonly double _from;
    private readonly double _mass;

    /// <summary>The distribution of a normal duration that is known to lie between two bounds.</summary>
    /// <param name="mean">Mean before the truncation, seconds.</param>
    /// <param name="sd">Standard deviation before the truncation, seconds, above 0.</param>
    /// <param name="minimum">Lower bound, seconds.</param>
    /// <param name="maximum">Upper bound, seconds, above the lower.</param>
    public TruncatedNormal(double mean, double sd, double minimum, double maximum)
    {
        (ParentMean, ParentSd, Minimum, Maximum) = (mean, sd, minimum, maximum);
        (double a, double b) = ((minimum - mean) / sd, (maximum - mean) / sd);

        // Far above the mean the distribution function is 1 to the last digit; the tail above keeps its digits.
        _isUpperTail = a > 0;
        _from = _isUpperTail ? Normal.CDF(0, 1, -a) : Normal.CDF(0, 1, a);
        _mass = _isUpperTail ? _from - Normal.CDF(0, 1, -b) : Normal.CDF(0, 1, b) - _from;
        double slope = (Normal.PDF(0, 1, a) - Normal.PDF(0, 1, b)) / _mass;
        double curve = ((a * Normal.PDF(0, 1, a)) - (b * Normal.PDF(0, 1, b))) / _mass;
        Mean = mean + (sd * slope);
        StandardDeviation = sd * Math.Sqrt(Math.Max(0, 1 + curve - (slope * slope)));
    }

    /// <summary>Mean before the truncation, seconds.</summary>
    public double ParentMean { get; }

    /// <summary>Standard deviation before the truncation, seconds.</summary>
    public double ParentSd { get; }

    /// <summary>Lower bound, seconds.</summary>
    public double Minimum { get; }

    /// <summary>Upper bound, seconds.</summary>
    public double Maximum { get; }

    /// <summary>Share of the normal distribution between the bounds.</summary>
    public double Mass => _mass;

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <inheritdoc/>
    public override double Least => Minimum;

    /// <inheritdoc/>
    public override double Quantile(double u)
    {
        double z = _isUpperTail ? -InverseNormal.At(_from - (u * _mass)) : InverseNormal.At(_from + (u * _mass));
        return Math.Clamp(ParentMean + (ParentSd * z), Minimum, Maximum);
    }

    /// <inheritdoc/>
    public override double Cumulative(double seconds)
    {
        if (seconds < Minimum || seconds >= Maximum)
        {
            return seconds < Minimum ? 0 : 1;
        }

        double z = (seconds - ParentMean) / ParentSd;
        double share = _isUpperTail ? _from - Normal.CDF(0, 1, -z) : Normal.CDF(0, 1, z) - _from;
        return Math.Clamp(share / _mass, 0, 1);
    }
}
