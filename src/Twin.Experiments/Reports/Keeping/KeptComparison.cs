using Twin.Experiments.Comparing;
using Twin.Model.Results;

namespace Twin.Experiments.Reports.Keeping;

/// <summary>What is kept of a comparison.</summary>
/// <param name="Order">What was compared, and how.</param>
/// <param name="Tallies">Each variant over its replications, in the order of the variants.</param>
internal sealed record KeptComparison(ComparisonOrder Order, IReadOnlyList<KeptTally> Tallies)
{
    /// <summary>The kind in the file.</summary>
    public const string Kind = "comparison";

    /// <summary>Keeps a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    public static KeptComparison Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new KeptComparison(comparison.Order, [.. comparison.Tallies.Select(tally => tally.Keep())]);
    }

    /// <summary>The comparison again.</summary>
    /// <exception cref="InvalidDataException">The tallies do not fit the order.</exception>
    public Comparison Restore() => Comparison.Of(Order, [.. Order.Variants.Zip(Tallies, (variant, tally) => VariantTally.Of(variant, tally))]);
}

/// <summary>What is kept of a variant: figures and curves of each replication, sums over them by site.</summary>
/// <param name="Places">Window and sites.</param>
/// <param name="Measures">The measures of each replication, in the catalogue's order.</param>
/// <param name="Tested">Residents tested up to the end of each step of 5 minutes, of each replication.</param>
/// <param name="TargetMet">Whether the target time was met, of each replication.</param>
/// <param name="Waits">Expected waits by site and step, summed over replications and minutes, s.</param>
/// <param name="WaitP90">Each site's 90 % wait in each replication, s; null where it tested nobody.</param>
internal sealed record KeptTally(VariantPlaces Places, MeasureValue[][] Measures, long[][] Tested, bool[] TargetMet, long[] Waits, int?[][] WaitP90);
