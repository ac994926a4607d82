namespace Twin.Experiments.Comparing;

/// <summary>What is to be compared, and how.</summary>
/// <param name="Variants">At least two.</param>
/// <param name="Replications">Pairs: replications of each variant; at least 1.</param>
/// <param name="AllPairs">Whether every pair is compared; otherwise the first with each other.</param>
/// <param name="Confidence">Of all comparisons of a measure together.</param>
public sealed record ComparisonOrder(IReadOnlyList<ComparedVariant> Variants, int Replications, bool AllPairs = false, double Confidence = 0.95)
{
    /// <summary>The comparisons, as places in <see cref="Variants"/>.</summary>
    public IReadOnlyList<(int First, int Second)> Pairs => [.. Enumerable.Range(0, AllPairs ? Variants.Count : 1)
        .SelectMany(first => Enumerable.Range(first + 1, Variants.Count - first - 1).Select(second => (first, second)))];
}
