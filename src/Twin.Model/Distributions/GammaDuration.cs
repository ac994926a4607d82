using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>A gamma duration, by mean and standard deviation: shape (mean / sd)², scale sd² / mean.</summary>
/// <param name="MeanSeconds">Mean, seconds, above 0.</param>
/// <param name="SdSeconds">Standard deviation, seconds, above 0.</param>
public sealed record GammaDuration(double MeanSeconds, double SdSeconds) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => MeanSeconds;

    /// <inheritdoc/>
    public override double StandardDeviation => SdSeconds;

    /// <inheritdoc/>
    public override double Least => 0;

    private double Shape => MeanSeconds / SdSeconds * (MeanSeconds / SdSeconds);

    private double Scale => SdSeconds / MeanSeconds * SdSeconds;

    /// <inheritdoc/>
    public override double Quantile(double u) => Gamma.InvCDF(Shape, 1, u) * Scale;

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => seconds <= 0 ? 0 : Gamma.CDF(Shape, 1, seconds / Scale);
}
