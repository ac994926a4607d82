namespace Twin.Model.Distributions;

/// <summary>A triangular duration.</summary>
/// <param name="Minimum">Least, seconds.</param>
/// <param name="Mode">Most likely, seconds.</param>
/// <param name="Maximum">Greatest, seconds.</param>
public sealed record Triangular(double Minimum, double Mode, double Maximum) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => (Minimum + Mode + Maximum) / 3;

    /// <inheritdoc/>
    public override double StandardDeviation => Math.Sqrt(
        ((Minimum * Minimum) + (Mode * Mode) + (Maximum * Maximum) - (Minimum * Mode) - (Minimum * Maximum) - (Mode * Maximum)) / 18);

    /// <inheritdoc/>
    public override double Quantile(double u) => Minimum == Maximum
        ? Minimum
        : MathNet.Numerics.Distributions.Triangular.InvCDF(Minimum, Maximum, Mode, u);
}
