using System.Text.Json;
using Twin.Experiments.Stressing;
using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>A factor's limits are kept by criterion and day.</summary>
internal sealed class FactorLimitsConverter() : KeptAsConverter<FactorLimits, FactorLimitsConverter.Days>("limits are")
{
    private static readonly StressCriterion[] Criteria = Enum.GetValues<StressCriterion>();

    /// <inheritdoc/>
    protected override FactorLimits From(Days kept) => kept.Limits.Length == Criteria.Length && kept.Monotone.Length == Criteria.Length
        && kept.Limits.Concat<System.Collections.ICollection>(kept.Monotone).All(of => of.Count == kept.Limits[0].Length && of.Count > 0)
        ? new FactorLimits(kept.Factor, kept.Limits, kept.Monotone, kept.Probed)
        : throw new JsonException($"The limits of {kept.Factor.Key} are not of as many days for each criterion.");

    /// <inheritdoc/>
    protected override Days Of(FactorLimits value) => new(
            value.Factor, [.. Criteria.Select(criterion => value.Limits(criterion).ToArray())],
            [.. Criteria.Select(criterion => Enumerable.Range(0, value.Days).Select(day => value.Monotone(criterion, day)).ToArray())], value.Probed);

    internal sealed record Days(StressFactor Factor, int[][] Limits, bool[][] Monotone, int Probed);
}
