namespace Twin.Model.Distributions;

/// <summary>A triangular duration.</summary>
/// <param name="Minimum">Least, seconds.</param>
/// <param name="Mode">Most likely, seconds; not below the least.</param>
/// <param name="Maximum">Greatest, seconds; not below the most likely.</param>
public sealed record Triangular(double Minimum, double Mode, double Maximum) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => (Minimum + Mode + Maximum) / 3;

    /// <inheritdoc/>
    /// <remarks>As a sum of squares of differences, which rounding cannot make negative.</remarks>
    public override double StandardDeviation
    {
        get
        {
            (double left, double right, double whole) = (Mode - Minimum, Maximum - Mode, Maximum - Minimum);
            return Math.Sqrt(((left * left) + (right * right) + (whole * whole)) / 36);
        }
    }

    /// <inheritdoc/>
    public override double Least => Minimum;

    /// <inheritdoc/>
    public override double Quantile(double u) => Minimum == Maximum
        ? Minimum
        : MathNet.Numerics.Distributions.Triangular.InvCDF(Minimum, Maximum, Mode, u);

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => seconds < Minimum ? 0
        : seconds >= Maximum ? 1
        : MathNet.Numerics.Distributions.Triangular.CDF(Minimum, Maximum, Mode, seconds);
}
