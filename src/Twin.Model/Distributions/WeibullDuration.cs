using MathNet.Numerics;

namespace Twin.Model.Distributions;

/// <summary>A Weibull duration.</summary>
/// <param name="Shape">Shape, above 0; 1 is exponential.</param>
/// <param name="Scale">Scale, seconds, above 0: 63.2 % are at most so long.</param>
public sealed record WeibullDuration(double Shape, double Scale) : Distribution
{
    /// <inheritdoc/>
    public override double Mean => Scale * SpecialFunctions.Gamma(1 + (1 / Shape));

    /// <inheritdoc/>
    public override double StandardDeviation
    {
        get
        {
            double first = SpecialFunctions.Gamma(1 + (1 / Shape));
            return Scale * Math.Sqrt(Math.Max(0, SpecialFunctions.Gamma(1 + (2 / Shape)) - (first * first)));
        }
    }

    /// <inheritdoc/>
    public override double Least => 0;

    /// <inheritdoc/>
    /// <remarks>Scale × (−ln(1 − u))^(1 / shape); MathNet has no inverse for it.</remarks>
    public override double Quantile(double u) => Scale * Math.Pow(-SpecialFunctions.Log1p(-u), 1 / Shape);

    /// <inheritdoc/>
    /// <remarks>MathNet's (5.0.0) is wrong in the seventh digit: its exp(x) − 1 is.</remarks>
    public override double Cumulative(double seconds) => seconds <= 0 ? 0 : 1 - Math.Exp(-Math.Pow(seconds / Scale, Shape));
}
