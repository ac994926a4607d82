namespace Twin.Experiments.Statistics;

/// <summary>Where the initial transient of a series ends: MSER-5.</summary>
/// <remarks>
/// Of the series' means over batches of five, the truncation is that which makes the marginal standard error of what is left least; it is sought in the
/// first half, as beyond it too few values are left. Source: White, An effective truncation heuristic for bias reduction in simulation output,
/// Simulation 69(6), 1997; White, Cobb and Spratt, A comparison of five steady-state truncation heuristics for simulation, Winter Simulation Conference 2000.
/// </remarks>
public static class Mser
{
    /// <summary>Values in a batch.</summary>
    public const int Batch = 5;

    /// <summary>How many values to leave out at the begin; null where the least lies at the half, so that the series is too short to tell.</summary>
    /// <param name="series">The values, in order of time; at least 4 batches.</param>
    public static int? Truncation(IReadOnlyList<double> series)
    {
        ArgumentNullException.ThrowIfNull(series);
        int batches = series.Count / Batch;
        ArgumentOutOfRangeException.ThrowIfLessThan(batches, 4);
        double[] means = [.. Enumerable.Range(0, batches).Select(i => Enumerable.Range(i * Batch, Batch).Average(at => series[at]))];
        int best = -1;
        double least = double.PositiveInfinity;
        double mean = 0;
        double squares = 0;
        for (int from = batches - 1; from >= 0; from--)
        {
            int left = batches - from;
            double apart = means[from] - mean;
            mean += apart / left;
            squares += apart * (means[from] - mean);
            double error = squares / ((double)left * left);
            if (from <= batches / 2 && error <= least)
            {
                (best, least) = (from, error);
            }
        }

        return best < batches / 2 ? best * Batch : null;
    }
}
