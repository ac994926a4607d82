using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Twin.Experiments;

/// <summary>A mean over independent replications, and how sure it is (Student's t).</summary>
/// <param name="Count">Replications.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation; 0 for one.</param>
/// <param name="HalfWidth">Half the interval's width; infinite for one replication, which says nothing of the spread.</param>
/// <param name="Confidence">Share of such intervals that cover the true mean.</param>
public readonly record struct ConfidenceInterval(int Count, double Mean, double StandardDeviation, double HalfWidth, double Confidence)
{
    /// <summary>Lower end.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>Whether a value lies in the interval, ends included.</summary>
    /// <param name="value">The value.</param>
    public bool Covers(double value) => value >= Low && value <= High;

    /// <summary>The interval of a figure over replications: mean ± t(1 − α/2, n − 1) × s / √n.</summary>
    /// <param name="values">The figure in each replication; at least one, all finite.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    /// <exception cref="ArgumentException">No value, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    /// <remarks>Source: Law, Simulation Modeling and Analysis, 5th ed., section 4.5.</remarks>
    public static ConfidenceInterval Of(IReadOnlyList<double> values, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (values.Count == 0 || values.Any(value => !double.IsFinite(value)))
        {
            throw new ArgumentException("A confidence interval needs at least one value, and finite ones.", nameof(values));
        }

        double mean = values.Mean();
        if (values.Count == 1)
        {
            return new ConfidenceInterval(1, mean, 0, double.PositiveInfinity, confidence);
        }

        double deviation = values.StandardDeviation();
        double t = StudentT.InvCDF(0, 1, values.Count - 1, (1 + confidence) / 2);
        return new ConfidenceInterval(values.Count, mean, deviation, t * deviation / Math.Sqrt(values.Count), confidence);
    }
}
