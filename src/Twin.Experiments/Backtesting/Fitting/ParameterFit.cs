namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>Which parameters explain counts best, and how sure that is.</summary>
/// <param name="Parameters">Each parameter.</param>
/// <param name="Rounds">Rounds of simulated days, each in a smaller box.</param>
/// <param name="Days">Days simulated in all.</param>
/// <param name="Statistics">Statistics of a day that were compared.</param>
/// <param name="Misfit">Squared distance of the counts from the best point over its expectation: about 1 if the parameters can explain the counts.</param>
/// <param name="MisfitProbability">Share of days with known parameters that are at least as far.</param>
/// <param name="IsUnexplained">Whether no values of the parameters explain the counts: something else is otherwise than in the model.</param>
/// <param name="IsQuadratic">Whether the surface is quadratic; otherwise a plane, for so few days.</param>
public sealed record ParameterFit(
    IReadOnlyList<FittedParameter> Parameters, int Rounds, int Days, int Statistics, double Misfit, double MisfitProbability, bool IsUnexplained, bool IsQuadratic)
{
    /// <summary>Ordinals of sites whose counts no values of the parameters make possible: the fit is without them.</summary>
    public IReadOnlyList<int> LeftOut { get; init; } = [];
}
