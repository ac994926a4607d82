namespace Twin.Model.Distributions;

/// <summary>A uniform duration.</summary>
/// <param name="Minimum">Least, seconds.</param>
/// <param name="Maximum">Greatest, seconds; not below the least.</param>
public sealed record UniformDuration(double Minimum, double Maximum) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => (Minimum + Maximum) / 2;

    /// <inheritdoc/>
    public override double StandardDeviation => (Maximum - Minimum) / Math.Sqrt(12);

    /// <inheritdoc/>
    public override double Least => Minimum;

    /// <inheritdoc/>
    public override double Quantile(double u) => Minimum + (u * (Maximum - Minimum));

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => seconds < Minimum ? 0
        : seconds >= Maximum ? 1
        : (seconds - Minimum) / (Maximum - Minimum);
}
