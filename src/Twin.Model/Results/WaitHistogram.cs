namespace Twin.Model.Results;

/// <summary>Waits counted by whole seconds, rounded up, with their exact sum and greatest.</summary>
/// <param name="Counts">Counts[x]: waits above x − 1 s and at most x s.</param>
/// <param name="SumMilliseconds">Exact sum, ms.</param>
/// <param name="MaximumMilliseconds">Greatest, ms.</param>
public sealed record WaitHistogram(long[] Counts, long SumMilliseconds, long MaximumMilliseconds)
{
    /// <summary>How many waits.</summary>
    public long Count { get; } = Counts.Sum();

    /// <summary>Mean, seconds; null without waits.</summary>
    public double? MeanSeconds => Count == 0 ? null : SumMilliseconds / 1000.0 / Count;

    /// <summary>Greatest, seconds; null without waits.</summary>
    public double? MaximumSeconds => Count == 0 ? null : MaximumMilliseconds / 1000.0;

    /// <summary>The least whole second x with at least ⌈qn⌉ waits at most x; null without waits.</summary>
    /// <param name="q">Above 0, at most 1.</param>
    public long? Quantile(double q)
    {
        if (Count == 0)
        {
            return null;
        }

        long needed = (long)Math.Ceiling(q * Count);
        long seen = 0;
        for (int x = 0; x < Counts.Length; x++)
        {
            seen += Counts[x];
            if (seen >= needed)
            {
                return x;
            }
        }

        throw new InvalidOperationException($"{Count} waits are counted, and {seen} are in the histogram; {needed} were looked for.");
    }
}
