using MathNet.Numerics.Distributions;

namespace Twin.Experiments.Statistics;

/// <summary>A quantile over independent replications, and an interval for it from order statistics: it assumes no distribution.</summary>
/// <param name="Quantile">Which, above 0 and below 1.</param>
/// <param name="Estimate">The ⌈qn⌉-th smallest value; null if that one is censored: the quantile lies beyond the bound.</param>
/// <param name="Low">Lower end; null where so few values give none.</param>
/// <param name="High">Upper end; null where so few values give none.</param>
/// <param name="Coverage">Probability that the interval covers the quantile, at least the confidence asked for; open ends count as covering.</param>
/// <remarks>Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1: P(X₍ᵢ₎ &lt; ξ ≤ X₍ⱼ₎) is a sum of binomial probabilities.</remarks>
public sealed record QuantileInterval(double Quantile, double? Estimate, double? Low, double? High, double Coverage)
{
    /// <summary>The interval of a quantile; null with fewer values than <see cref="ReplicationRule.Fewest"/>.</summary>
    /// <param name="values">The figure in each replication; all finite.</param>
    /// <param name="quantile">Above 0, below 1.</param>
    /// <param name="confidence">Above 0, below 1; each tail gets half of the rest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantile or the confidence is not between 0 and 1.</exception>
    public static QuantileInterval? Of(IReadOnlyList<double> values, double quantile, double confidence = 0.95) => Of(values, 0, null, quantile, confidence);

    /// <summary>The interval of a quantile where some values are known to be greater than all others only; null with fewer values, these included, than
    /// <see cref="ReplicationRule.Fewest"/>.</summary>
    /// <param name="values">The figure in each replication in which it is known; all finite.</param>
    /// <param name="censored">Replications in which it lies beyond the bound.</param>
    /// <param name="after">The bound; null if there are none.</param>
    /// <param name="quantile">Above 0, below 1.</param>
    /// <param name="confidence">Above 0, below 1; each tail gets half of the rest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The quantile or the confidence is not between 0 and 1.</exception>
    /// <remarks>Order statistics need no more than the order, and censored values come last: what falls among them is open above, and at least the bound.</remarks>
    public static QuantileInterval? Of(IReadOnlyList<double> values, int censored, double? after, double quantile, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantile);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(quantile, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(confidence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(confidence, 1);
        if (values.Count + censored < ReplicationRule.Fewest)
        {
            return null;
        }

        double[] sorted = [.. values.Order()];
        int count = sorted.Length + censored;
        double? At(int rank) => rank <= sorted.Length ? sorted[rank - 1] : null;
        double tail = (1 - confidence) / 2;

        // K, the number of values at most the quantile, is Bin(n, q): X(i) is above the quantile with P(K ≤ i − 1), X(j) below it with P(K ≥ j).
        double AtMost(int k) => k < 0 ? 0 : Binomial.CDF(quantile, count, k);
        int low = 0;
        while (low < count && AtMost(low) <= tail)
        {
            low++;
        }

        int high = count + 1;
        while (high > 1 && 1 - AtMost(high - 2) <= tail)
        {
            high--;
        }

        double coverage = (high > count ? 1 : AtMost(high - 1)) - (low < 1 ? 0 : AtMost(low - 1));
        int estimate = Math.Clamp((int)Math.Ceiling((quantile * count) - 1e-9), 1, count);
        return new QuantileInterval(
            quantile, At(estimate), low < 1 ? null : At(low) ?? after, high > count ? null : At(high), coverage);
    }
}
