namespace Twin.Model.Distributions;

/// <summary>Always the same duration.</summary>
/// <param name="Seconds">The duration, seconds.</param>
public sealed record Constant(double Seconds) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Seconds;

    /// <inheritdoc/>
    public override double StandardDeviation => 0;

    /// <inheritdoc/>
    public override double Least => Seconds;

    /// <inheritdoc/>
    public override double Quantile(double u) => Seconds;

    /// <inheritdoc/>
    public override double Cumulative(double seconds) => seconds >= Seconds ? 1 : 0;
}
