namespace Twin.Model.Results;

/// <summary>Waits counted by whole seconds, rounded up, with their exact sum and greatest.</summary>
/// <param name="Counts">Counts[x]: waits above x − 1 s and at most x s.</param>
/// <param name="SumMilliseconds">Exact sum, ms.</param>
/// <param name="MaximumMilliseconds">Greatest, ms.</param>
public sealed record WaitHistogram(long[] Counts, long SumMilliseconds, long MaximumMilliseconds)
{
    /// <summary>How many waits.</summary>
    public long Count { get; } = Counts.Sum();

    /// <summary>Mean, seconds; 0 without waits.</summary>
    public double MeanSeconds => Count == 0 ? 0 : SumMilliseconds / 1000.0 / Count;

    /// <summary>The least whole second x with at least ⌈qn⌉ waits at most x; 0 without waits.</summary>
    /// <param name="q">Above 0, at most 1.</param>
    public long Quantile(double q)
    {
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

        return 0;
    }
}
