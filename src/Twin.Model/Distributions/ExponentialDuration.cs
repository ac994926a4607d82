using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>An exponential duration.</summary>
/// <param name="MeanSeconds">Mean, seconds, above 0.</param>
public sealed record ExponentialDuration(double MeanSeconds) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => MeanSeconds;

    /// <inheritdoc/>
    public override double StandardDeviation => MeanSeconds;

    /// <inheritdoc/>
    public override double Least => 0;

    /// <inheritdoc/>
    public override double Quantile(double u) => Exponential.InvCDF(1 / MeanSeconds, u);

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => seconds <= 0 ? 0 : Exponential.CDF(1 / MeanSeconds, seconds);
}
