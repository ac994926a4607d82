using Twin.Experiments.Sweeps.Designs;

namespace Twin.Experiments.Sensitivity;

/// <summary>How far a response hangs on a factor.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Rank">From 1, by <see cref="Strength"/>.</param>
/// <param name="Strength">μ*, in the response's unit; or the total order.</param>
/// <param name="Morris">Morris's measures, in the response's unit; null for Sobol indices.</param>
/// <param name="Sobol">Sobol indices; null for Morris's measures.</param>
/// <param name="OpenWith">Factors of which it is open whether they are stronger: the intervals overlap, or there is none.</param>
public sealed record FactorInfluence(Factor Factor, int Rank, SensitivityIndex Strength, MorrisIndices? Morris, SobolIndices? Sobol, IReadOnlyList<Factor> OpenWith)
{
    /// <summary>What chance alone would make of μ* if the factor had no effect: the mean of the absolute value of a normal variable of that spread.</summary>
    private static readonly double MeanOfAbsolute = Math.Sqrt(2 / Math.PI);

    /// <summary>Whether it is of the first three, and strong enough to matter: a total order of 5 % of the variance, or a μ* of 5 % of the strongest.</summary>
    public bool Matters => Rank <= SensitivityDesign.Influential && Strength.Estimate > 0 && Strength.Estimate >= SensitivityDesign.ShareThatMatters * Strongest;

    /// <summary>Whether it is one of those that the answer hangs on: it matters and is told from chance; a μ* also if it is not known whether it is.</summary>
    public bool IsInfluential => Matters && (Morris is null ? IsTold == true : IsTold != false);

    /// <summary>What the share that matters is of: the greatest μ* of the response; 1 for Sobol indices.</summary>
    public double Strongest { get; init; } = 1;

    /// <summary>Whether the answer hangs on an estimate: influential, and of grade E.</summary>
    public bool IsFlagged => IsInfluential && Factor.IsEstimate;

    /// <summary>Whether the effect is told from nothing: the interval of the total order or of μ is not on both sides of 0, or that of μ* lies above what chance alone would make.</summary>
    /// <remarks>
    /// Null if that is not known: without intervals; with one replication a point also of a μ* without direction, or of a total order where the first order,
    /// which chance does not raise, is not told from 0 either.
    /// </remarks>
    public bool? IsTold => Strength.Low is not { } low ? null
        : Sobol is { } sobol ? (sobol.IsNetOfChance ? low > 0 : sobol.First.Low > 0 ? true : null)
        : Morris!.Mu.Low > 0 || Morris.Mu.High < 0 ? true
        : Strength.Estimate == 0 ? false
        : Morris.Chance is { } chance ? low > MeanOfAbsolute * chance : null;

    /// <summary>Ranks factors by their strength; of equal ones the first in the file comes first.</summary>
    /// <param name="factors">Factors with their strength, in the order of the file.</param>
    internal static IReadOnlyList<FactorInfluence> Ranked(IReadOnlyList<FactorInfluence> factors) =>
    [
        .. factors.OrderByDescending(factor => factor.Strength.Estimate).Select((factor, i) => factor with
        {
            Rank = i + 1,
            Strongest = factor.Morris is null ? 1 : factors.Max(other => other.Strength.Estimate),
            OpenWith = [.. factors.Where(other => other.Factor != factor.Factor && other.Strength.IsOpenWith(factor.Strength)).Select(other => other.Factor)],
        }),
    ];
}
