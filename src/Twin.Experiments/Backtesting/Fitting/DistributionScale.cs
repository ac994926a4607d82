using Twin.Model.Distributions;

namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>Makes a distribution of durations longer or shorter by a factor, its form kept.</summary>
public static class DistributionScale
{
    /// <summary>The distribution of a duration times a factor.</summary>
    /// <param name="distribution">Of the duration.</param>
    /// <param name="factor">Above 0.</param>
    public static Distribution Times(Distribution distribution, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return distribution switch
        {
            Constant given => new Constant(given.Seconds * factor),
            LogNormal { IsByMedian: true } given => LogNormal.ByMedian(given.Median * factor, given.Sigma),
            LogNormal given => new LogNormal(given.Mean * factor, given.StandardDeviation * factor),
            Triangular given => new Triangular(given.Minimum * factor, given.Mode * factor, given.Maximum * factor),
            UniformDuration given => new UniformDuration(given.Minimum * factor, given.Maximum * factor),
            ExponentialDuration given => new ExponentialDuration(given.MeanSeconds * factor),
            ErlangDuration given => given with { MeanSeconds = given.MeanSeconds * factor },
            GammaDuration given => new GammaDuration(given.MeanSeconds * factor, given.SdSeconds * factor),
            WeibullDuration given => given with { Scale = given.Scale * factor },
            NormalDuration given => new NormalDuration(given.MeanSeconds * factor, given.SdSeconds * factor),
            TruncatedNormal given => new TruncatedNormal(given.ParentMean * factor, given.ParentSd * factor, given.Minimum * factor, given.Maximum * factor),
            Empirical given => new Empirical([.. given.Values.Select(value => value * factor)], given.Weights),
            Mixture given => new Mixture([.. given.Parts.Select(part => (part.Weight, Times(part.Of, factor)))]),
            _ => throw new ArgumentException($"There is no way to scale a {distribution?.GetType().Name}.", nameof(distribution)),
        };
    }
}
