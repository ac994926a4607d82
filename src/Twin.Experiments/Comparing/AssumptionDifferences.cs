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
                differences.Add(new AssumptionDifference(assumption.Path, values, assumption.Default, assumption.Grade, assumption.Text));
            }
        }

        return differences;
    }
}

/// <summary>A key in which variants differ.</summary>
/// <param name="Path">The key's path.</param>
/// <param name="Values">Its value in each variant; null where a variant has no such key.</param>
/// <param name="Default">Its default.</param>
/// <param name="Grade">Of the default: S, P, E or empty.</param>
/// <param name="Text">What it means.</param>
public sealed record AssumptionDifference(string Path, IReadOnlyList<string?> Values, string Default, string Grade, string Text);
