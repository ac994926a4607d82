using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Experiments.Sensitivity;

/// <summary>What a response hangs on.</summary>
/// <param name="Response">The response.</param>
/// <param name="Blocks">Trajectories or base points that count.</param>
/// <param name="LeftOut">Those that do not: somewhere in them the response is not defined.</param>
/// <param name="Mean">Mean over the points, of Sobol's base points over A and B; null if no block counts.</param>
/// <param name="Deviation">Standard deviation of the points' means over the same points; null if no block counts.</param>
/// <param name="ChanceShare">How much of that variance is chance: the mean variance of a point's mean, over it; 0 to 1, null with one replication a point or without variance.</param>
/// <param name="Factors">The factors by rank; none if fewer than two blocks count or the response does not vary.</param>
public sealed record ResponseSensitivity(
    Measure<MassTestResult> Response, int Blocks, int LeftOut, double? Mean, double? Deviation, double? ChanceShare, IReadOnlyList<FactorInfluence> Factors)
{
    /// <summary>Those that the answer hangs on, at most three.</summary>
    public IEnumerable<FactorInfluence> Influential => Factors.Where(factor => factor.IsInfluential);

    /// <summary>Whether the order of the influential ones is open among themselves.</summary>
    public bool IsOrderOpen => Influential.Any(factor => Influential.Any(other => factor.OpenWith.Contains(other.Factor)));

    /// <summary>Factors of lower rank, not found to be nothing, that may be among the first three all the same.</summary>
    public IEnumerable<FactorInfluence> Contenders
    {
        get
        {
            FactorInfluence[] first = [.. Influential];
            return Factors.Where(factor => !factor.IsInfluential && factor.Strength.Estimate > 0 && factor.IsTold != false && first.Any(other => factor.OpenWith.Contains(other.Factor)));
        }
    }
}
