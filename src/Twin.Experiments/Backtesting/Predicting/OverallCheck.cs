using MathNet.Numerics.Statistics;

namespace Twin.Experiments.Backtesting.Predicting;

/// <summary>Whether counts are as on a day of the model, all figures taken together: so many figures, each looked at by itself, would find something on too many days.</summary>
/// <remarks>
/// The figure that is furthest out, in standard deviations over all days and the count, ranked among the model's days: exact, as these are exchangeable if the
/// model is right (Besag and Clifford, Biometrika 76, 1989; the greatest of several figures: Westfall and Young, Resampling-Based Multiple Testing, 1993).
/// </remarks>
public static class OverallCheck
{
    /// <summary>The share of days, the count's included, on which some figure is as far out as the furthest of the count's.</summary>
    /// <param name="figures">Each figure on each of the model's days, and last as counted; all with as many days, at least one.</param>
    public static double Probability(IReadOnlyList<IReadOnlyList<double>> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        int count = figures[0].Count;
        double[] furthest = new double[count];
        foreach (IReadOnlyList<double> figure in figures)
        {
            double mean = figure.Mean();
            double deviation = figure.StandardDeviation();
            for (int day = 0; day < count && deviation > 0; day++)
            {
                furthest[day] = Math.Max(furthest[day], Math.Abs(figure[day] - mean) / deviation);
            }
        }

        return (double)furthest.Count(far => far >= furthest[^1]) / count;
    }
}
