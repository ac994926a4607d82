using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>A normal, untruncated duration: a lateness, which may be negative.</summary>
/// <param name="MeanSeconds">Mean, seconds.</param>
/// <param name="SdSeconds">Standard deviation, seconds.</param>
public sealed record NormalDuration(double MeanSeconds, double SdSeconds) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => MeanSeconds;

    /// <inheritdoc/>
    public override double StandardDeviation => SdSeconds;

    /// <inheritdoc/>
    public override double Quantile(double u) => Normal.InvCDF(MeanSeconds, SdSeconds, u);
}
