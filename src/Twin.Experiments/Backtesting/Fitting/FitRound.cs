using MathNet.Numerics.Statistics;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>What a round of simulated days says of the counts.</summary>
/// <param name="Likelihood">How well points of its box explain them.</param>
/// <param name="Statistics">What of the counts is compared.</param>
/// <param name="IsQuadratic">Whether the surface is quadratic.</param>
/// <param name="Calibration">The same for the round's own days, whose parameters are known.</param>
internal sealed record FitRound(SyntheticLikelihood Likelihood, CountStatistics Statistics, bool IsQuadratic, FitCalibration Calibration)
{
    /// <summary>With a smaller share of days as far, the counts are not explained.</summary>
    public const double Significant = 0.05;

    /// <summary>The counts' distance from the best point over the mean of the days'.</summary>
    public double Misfit => Distance / Math.Max(1e-9, Calibration.Distances.Mean());

    /// <summary>Share of days at least as far from their best point.</summary>
    public double MisfitProbability => (1.0 + Calibration.Distances.Count(distance => distance >= Distance)) / (Calibration.Distances.Count + 1);

    /// <summary>Whether the counts are further than 95 of 100 days, or than every day if there are fewer.</summary>
    public bool IsUnexplained => MisfitProbability <= Math.Max(Significant, 1.0 / (Calibration.Distances.Count + 1)) + 1e-9;

    /// <summary>By how much the intervals' squared reach is widened: not at all, unless the counts are not explained.</summary>
    public double Scale => IsUnexplained ? Math.Max(1, Misfit) : 1;

    private double Distance => Likelihood.Distance(Likelihood.Best);
}
