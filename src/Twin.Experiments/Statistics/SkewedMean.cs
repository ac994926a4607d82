using MathNet.Numerics.Distributions;
using Twin.Model.Results;

namespace Twin.Experiments.Statistics;

/// <summary>Student's interval of a mean, bent for skewed values and widened for a day that was not seen.</summary>
/// <remarks>
/// <para>Hall's cubic transformation of the t statistic takes out the skewness and has a closed inverse, so no resampling is needed:
/// the same values give the same interval, and for symmetric values it is Student's. Source: Hall, "On the Removal of Skewness by Transformation",
/// Journal of the Royal Statistical Society B 54 (1992).</para>
/// <para>Among n days, days beyond the worst of them have a probability of 1 / (n + 1) on average (Good and Turing). On the side of the rare days the end is
/// therefore that of n + 1 values, of which the added one lies <see cref="Beyond"/> of the distance between median and worst beyond the worst. What that gives
/// is measured, not derived: docs/experiments.md, bench suite <c>coverage</c>.</para>
/// </remarks>
internal static class SkewedMean
{
    /// <summary>How far the added day lies beyond the worst, in distances of the worst from the median.</summary>
    private const double Beyond = 0.75;

    /// <summary>Where the rare days' side is not known beforehand: the skewness from which it is taken to be the side of the long tail.</summary>
    private const double LeastSkewness = 0.5;

    /// <summary>The interval.</summary>
    /// <param name="values">At least three, not all equal.</param>
    /// <param name="rare">Where the rare days lie.</param>
    /// <param name="confidence">Above 0, below 1.</param>
    public static (double Low, double High) Of(IReadOnlyList<double> values, RareDays rare, double confidence)
    {
        Moments moments = Moments.Of(values);
        (double low, double high) = moments.Interval(confidence);
        int side = rare switch
        {
            RareDays.Above => 1,
            RareDays.Below => -1,
            _ => Math.Abs(moments.Skewness) > LeastSkewness ? Math.Sign(moments.Skewness) : 0,
        };
        if (side == 0)
        {
            return (low, high);
        }

        double[] sorted = [.. values.Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        double worst = side > 0 ? sorted[^1] : sorted[0];
        (double Low, double High) widened = Moments.Of([.. sorted, worst + (Beyond * (worst - median))]).Interval(confidence);
        return side > 0 ? (low, Math.Max(high, widened.High)) : (Math.Min(low, widened.Low), high);
    }

    private readonly record struct Moments(int Count, double Mean, double Error, double Skewness)
    {
        public static Moments Of(IReadOnlyList<double> values)
        {
            double mean = values.Average();
            double second = 0, third = 0;
            foreach (double value in values)
            {
                double from = value - mean;
                second += from * from;
                third += from * from * from;
            }

            int count = values.Count;
            double spread = Math.Sqrt(second / count);
            return new Moments(count, mean, spread / Math.Sqrt(count - 1), spread > 0 ? third / count / (spread * spread * spread) : 0);
        }

        public (double Low, double High) Interval(double confidence)
        {
            double t = StudentT.InvCDF(0, 1, Count - 1, (1 + confidence) / 2);
            return (Mean - (Error * Untransformed(t)), Mean - (Error * Untransformed(-t)));
        }

        /// <summary>The statistic whose transform t + g t² / 3√n + g² t³ / 27n + g / 6√n is a given one.</summary>
        private double Untransformed(double transformed)
        {
            double a = Skewness / Math.Sqrt(Count);
            double without = transformed - (a / 6);
            return Math.Abs(a) < 1e-6 ? without : 3 * (Math.Cbrt(1 + (a * without)) - 1) / a;
        }
    }
}
