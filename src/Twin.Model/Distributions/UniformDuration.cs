namespace Twin.Model.Distributions;

/// <summary>A uniform duration.</summary>
/// <param name="Minimum">Least, seconds.</param>
/// <param name="Maximum">Greatest, seconds.</param>
public sealed record UniformDuration(double Minimum, double Maximum) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => (Minimum + Maximum) / 2;

    /// <inheritdoc/>
    public override double StandardDeviation => (Maximum - Minimum) / Math.Sqrt(12);

    /// <inheritdoc/>
    public override double Quantile(double u) => Minimum + (u * (Maximum - Minimum));
}
