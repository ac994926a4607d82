using Twin.Model.Distributions;

namespace Twin.Experiments.Stressing.Factors;

/// <summary>The distribution of a duration times a factor.</summary>
internal static class ScaledDistribution
{
    /// <summary>Every duration times a factor, with the same random numbers.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="factor">Above 0.</param>
    /// <exception cref="NotSupportedException">It is of a kind that this does not know.</exception>
    public static Distribution By(Distribution distribution, double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return distribution switch
        {
            Constant form => new Constant(form.Seconds * factor),
            UniformDuration form => new UniformDuration(form.Minimum * factor, form.Maximum * factor),
            Triangular form => new Triangular(form.Minimum * factor, form.Mode * factor, form.Maximum * factor),
            ExponentialDuration form => new ExponentialDuration(form.MeanSeconds * factor),
            ErlangDuration form => new ErlangDuration(form.Phases, form.MeanSeconds * factor),
            GammaDuration form => new GammaDuration(form.MeanSeconds * factor, form.SdSeconds * factor),
            WeibullDuration form => new WeibullDuration(form.Shape, form.Scale * factor),
            LogNormal { IsByMedian: true } form => LogNormal.ByMedian(form.Median * factor, form.Sigma),
            LogNormal form => new LogNormal(form.Mean * factor, form.StandardDeviation * factor),
            NormalDuration form => new NormalDuration(form.MeanSeconds * factor, form.SdSeconds * factor),
            TruncatedNormal form => new TruncatedNormal(form.ParentMean * factor, form.ParentSd * factor, form.Minimum * factor, form.Maximum * factor),
            Empirical form => new Empirical([.. form.Values.Select(value => value * factor)], form.Weights),
            Mixture form => new Mixture([.. form.Parts.Select(part => (part.Weight, By(part.Of, factor)))]),
            _ => throw new NotSupportedException($"A {distribution.GetType().Name} cannot be scaled."),
        };
    }
}
