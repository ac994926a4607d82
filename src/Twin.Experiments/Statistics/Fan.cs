using MathNet.Numerics.Statistics;

namespace Twin.Experiments.Statistics;

/// <summary>Bands of curves over replications, point by point: each point's quantiles are its own, so a band is no curve of any one replication.</summary>
/// <param name="Count">Curves.</param>
/// <param name="Median">The middle.</param>
/// <param name="Inner">10 % to 90 %; null with fewer than <see cref="ReplicationRule.Fewest"/> curves.</param>
/// <param name="Outer">5 % to 95 % with at least <see cref="FewestForTails"/> curves, otherwise the least to the greatest.</param>
public sealed record Fan(int Count, double[] Median, FanBand? Inner, FanBand Outer)
{
    /// <summary>With fewer curves, 5 % lies beyond the last but one: the outer band is then that of all.</summary>
    public const int FewestForTails = 20;

    /// <summary>Whether the outer band is 5 % to 95 %, and not all.</summary>
    public bool HasTails => Count >= FewestForTails;

    /// <summary>Makes the bands.</summary>
    /// <param name="curves">At least one; all as long.</param>
    public static Fan Of(IReadOnlyList<double[]> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        ArgumentOutOfRangeException.ThrowIfZero(curves.Count);
        int length = curves[0].Length;
        bool tails = curves.Count >= FewestForTails;
        double[] median = new double[length];
        FanBand inner = new(new double[length], new double[length]);
        FanBand outer = new(new double[length], new double[length]);
        double[] point = new double[curves.Count];
        for (int i = 0; i < length; i++)
        {
            for (int curve = 0; curve < point.Length; curve++)
            {
                point[curve] = curves[curve][i];
            }

            Array.Sort(point);
            median[i] = SortedArrayStatistics.QuantileCustom(point, 0.5, QuantileDefinition.R7);
            (inner.Low[i], inner.High[i]) = Between(point, 0.1);
            (outer.Low[i], outer.High[i]) = tails ? Between(point, 0.05) : (point[0], point[^1]);
        }

        return new Fan(curves.Count, median, curves.Count >= ReplicationRule.Fewest ? inner : null, outer);
    }

    private static (double Low, double High) Between(double[] sorted, double tail) => (
        SortedArrayStatistics.QuantileCustom(sorted, tail, QuantileDefinition.R7), SortedArrayStatistics.QuantileCustom(sorted, 1 - tail, QuantileDefinition.R7));
}

/// <summary>A band of a fan.</summary>
/// <param name="Low">Lower edge, point by point.</param>
/// <param name="High">Upper edge, point by point.</param>
public sealed record FanBand(double[] Low, double[] High);
