using MathNet.Numerics.Distributions;

namespace Twin.Model.Distributions;

/// <summary>An Erlang duration: the sum of k exponential phases of equal mean.</summary>
/// <param name="Phases">Number of phases k, at least 1.</param>
/// <param name="MeanSeconds">Mean of the sum, seconds, above 0.</param>
public sealed record ErlangDuration(int Phases, double MeanSeconds) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => MeanSeconds;

    /// <inheritdoc/>
    public override double StandardDeviation => MeanSeconds / Math.Sqrt(Phases);

    /// <inheritdoc/>
    public override double Least => 0;

    /// <inheritdoc/>
    public override double Quantile(double u) => Phases == 1
        ? Exponential.InvCDF(1 / MeanSeconds, u)
        : Gamma.InvCDF(Phases, 1, u) * MeanSeconds / Phases;

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => seconds <= 0 ? 0 : Gamma.CDF(Phases, 1, seconds * Phases / MeanSeconds);
}
