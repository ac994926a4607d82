using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>A normal, untruncated duration: a lateness, which may be negative.</summary>
/// <param name="MeanSeconds">Mean, seconds.</param>
/// <param name="SdSeconds">Standard deviation, seconds, at least 0.</param>
public sealed record NormalDuration(double MeanSeconds, double SdSeconds) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => MeanSeconds;

    /// <inheritdoc/>
    public override double StandardDeviation => SdSeconds;

    /// <inheritdoc/>
    public override double Least => SdSeconds == 0 ? MeanSeconds : double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Quantile(double u) => MeanSeconds + (SdSeconds * InverseNormal.At(u));

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => SdSeconds == 0
        ? (seconds >= MeanSeconds ? 1 : 0)
        : Normal.CDF(MeanSeconds, SdSeconds, seconds);
}
