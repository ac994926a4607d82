using Twin.Model.Scenarios;

namespace Twin.Experiments.Comparing;

/// <summary>The assumptions in which variants differ, key by key.</summary>
public static class AssumptionDifferences
{
    private static readonly string[] Identity = ["name", "title", "titleZh", "seed"];

    /// <summary>The keys whose values are not the same in all variants, in the order of the keys.</summary>
    /// <param name="variants">The variants.</param>
    public static IReadOnlyList<AssumptionDifference> Of(IReadOnlyList<ComparedVariant> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        IReadOnlyList<Assumption>[] each = [.. variants.Select(variant => ScenarioAssumptions.Of(variant.Scenario))];
        List<AssumptionDifference> differences = [];
        foreach (Assumption assumption in each.SelectMany(list => list).DistinctBy(assumption => assumption.Path))
        {
            string?[] values = [.. each.Select(list => list.FirstOrDefault(other => other.Path == assumption.Path)?.Value)];
            if (!Identity.Contains(assumption.Path, StringComparer.Ordinal) && values.Distinct(StringComparer.Ordinal).Count() > 1)
            {
                differences.Add(new AssumptionDifference(assumption, values));
            }
        }

        return differences;
    }
}

/// <summary>A key in which variants differ.</summary>
/// <param name="Assumption">The key as an assumption of the first variant that has it.</param>
/// <param name="Values">Its value in each variant; null where a variant has no such key.</param>
public sealed record AssumptionDifference(Assumption Assumption, IReadOnlyList<string?> Values)
{
    /// <summary>The key's path.</summary>
    public string Path => Assumption.Path;

    /// <summary>Its default.</summary>
    public string Default => Assumption.Default;

    /// <summary>Of the default: S, P, E or empty.</summary>
    public string Grade => Assumption.Grade;
}
