namespace Twin.Experiments.Backtesting.Predicting;

/// <summary>A band of order statistics in which the next value of the same distribution lies with at least a given probability.</summary>
/// <param name="Low">Lower edge, in the band.</param>
/// <param name="High">Upper edge, in the band.</param>
/// <param name="Rank">The edges are the values of rank Rank and n + 1 − Rank.</param>
/// <param name="Level">Probability that a further value lies in it: (n + 1 − 2 Rank) / (n + 1) for values without ties; more with ties.</param>
/// <remarks>Exact whatever the distribution, as all n + 1 values are exchangeable. Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.3.</remarks>
public sealed record PredictionBand(double Low, double High, int Rank, double Level)
{
    /// <summary>The rank of the edges; 0 if so few values give no such band.</summary>
    /// <param name="count">Values.</param>
    /// <param name="level">Least probability, above 0 and below 1.</param>
    public static int RankOf(int count, double level)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        return (int)(((count + 1) * (1 - level) / 2) + 1e-9);
    }

    /// <summary>The band of some values; null if they are too few for it.</summary>
    /// <param name="values">The values, in any order.</param>
    /// <param name="level">Least probability, above 0 and below 1.</param>
    public static PredictionBand? Of(IReadOnlyList<double> values, double level)
    {
        ArgumentNullException.ThrowIfNull(values);
        int rank = RankOf(values.Count, level);
        if (rank < 1)
        {
            return null;
        }

        double[] sorted = [.. values.Order()];
        return new PredictionBand(sorted[rank - 1], sorted[^rank], rank, (double)(values.Count + 1 - (2 * rank)) / (values.Count + 1));
    }
}
