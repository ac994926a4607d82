using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Twin.Experiments.Statistics;

namespace Twin.Experiments.Sensitivity;

/// <summary>Morris's measures of a factor: from its elementary effects, one of each trajectory, each the change of the response over the factor's whole range.</summary>
/// <param name="MuStar">μ*, mean of the effects' absolute values: how strong.</param>
/// <param name="Mu">μ, mean effect: in which direction.</param>
/// <param name="Sigma">σ, standard deviation of the effects: how far the effect depends on where the factors are (curvature, interaction), and on chance.</param>
/// <param name="Chance">Standard deviation of an effect by chance alone; null with one replication a point.</param>
/// <remarks>
/// Sources: Morris, Technometrics 33 (1991); μ*: Campolongo, Cariboni, Saltelli, Environmental Modelling and Software 22 (2007). Trajectories are independent, so the means have
/// Student-t intervals over them. That of σ is Miller's jackknife of ln s² (Annals of Mathematical Statistics 39, 1968), as effects are far from normal.
/// </remarks>
public sealed record MorrisIndices(SensitivityIndex MuStar, SensitivityIndex Mu, SensitivityIndex Sigma, double? Chance)
{
    /// <summary>Adds effects up.</summary>
    /// <param name="effects">The effect in each trajectory; at least two, all finite.</param>
    /// <param name="chance">Variance of each effect by chance alone; empty if not known.</param>
    public static MorrisIndices Of(IReadOnlyList<double> effects, IReadOnlyList<double> chance)
    {
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(chance);
        ArgumentOutOfRangeException.ThrowIfLessThan(effects.Count, 2);
        return new MorrisIndices(
            SensitivityIndex.MeanOf([.. effects.Select(Math.Abs)]).NotBelowZero(),
            SensitivityIndex.MeanOf(effects),
            Spread(effects),
            chance.Count == 0 ? null : Math.Sqrt(chance.Average()));
    }

    private static SensitivityIndex Spread(IReadOnlyList<double> effects)
    {
        int count = effects.Count;
        double variance = effects.Variance();
        double estimate = Math.Sqrt(variance);
        // Equal but for the last digits of floating-point numbers: no spread.
        if (estimate <= 1e-12 * effects.Max(Math.Abs))
        {
            return new SensitivityIndex(0, count < ReplicationRule.Fewest ? null : 0, count < ReplicationRule.Fewest ? null : 0);
        }

        double[] without = [.. Enumerable.Range(0, count).Select(left => effects.Where((_, i) => i != left).Variance())];
        if (count < ReplicationRule.Fewest || without.Any(value => value <= 1e-9 * variance))
        {
            return new SensitivityIndex(estimate, null, null);
        }

        double[] pseudo = [.. without.Select(value => (count * Math.Log(variance)) - ((count - 1) * Math.Log(value)))];
        double half = StudentT.InvCDF(0, 1, count - 1, 0.975) * pseudo.StandardDeviation() / Math.Sqrt(count);
        double middle = pseudo.Mean();
        return new SensitivityIndex(estimate, Math.Exp((middle - half) / 2), Math.Exp((middle + half) / 2));
    }
}
