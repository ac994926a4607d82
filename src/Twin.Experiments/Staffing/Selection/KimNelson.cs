namespace Twin.Experiments.Staffing.Selection;

/// <summary>Picks the system with the least mean from a few, by the fully sequential procedure of Kim and Nelson.</summary>
/// <remarks>
/// If the best is better than every other by the indifference or more, it is picked with at least the confidence asked for; common random
/// numbers are allowed and help. Observations are taken to be normal. Looking less often than after each observation keeps the promise.
/// Source: Kim and Nelson, "A Fully Sequential Procedure for Indifference-Zone Selection in Simulation", ACM TOMACS 11 (2001), with c = 1.
/// </remarks>
public static class KimNelson
{
    /// <summary>Picks.</summary>
    /// <param name="systems">How many; at least 1.</param>
    /// <param name="observe">Observations of a system: its number, the first observation, how many. The same number of an observation is the same random numbers.</param>
    /// <param name="indifference">Differences below it do not matter; above 0.</param>
    /// <param name="confidence">Least probability of a right pick, above 1 / systems and below 1.</param>
    /// <param name="first">Observations of each before any is given up; at least 2.</param>
    /// <param name="step">Observations of each that is left between two looks; at least 1.</param>
    /// <param name="most">Most observations of a system; the best mean so far is then picked, undecided.</param>
    public static Picked Pick(int systems, Func<int, int, int, IReadOnlyList<double>> observe, double indifference, double confidence, int first, int step, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(systems, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(first, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(indifference);
        List<double>[] seen = [.. Enumerable.Range(0, systems).Select(_ => new List<double>())];
        if (systems == 1)
        {
            return new Picked(0, true, [0], [double.NaN]);
        }

        List<int> left = [.. Enumerable.Range(0, systems)];
        left.ForEach(system => seen[system].AddRange(observe(system, 0, first)));
        double eta = (Math.Pow(2 * (1 - confidence) / (systems - 1), -2.0 / (first - 1)) - 1) / 2;
        double h2 = 2 * eta * (first - 1);
        double[,] spread = Spreads(seen, first);
        int taken = first;
        while (true)
        {
            left = Screen(left, seen, spread, taken, h2, indifference);
            if (left.Count == 1 || taken >= most)
            {
                break;
            }

            int more = Math.Min(step, most - taken);
            left.ForEach(system => seen[system].AddRange(observe(system, taken, more)));
            taken += more;
        }

        int best = left.MinBy(system => seen[system].Average());
        return new Picked(best, left.Count == 1, [.. seen.Select(values => values.Count)], [.. seen.Select(values => values.Average())]);
    }

    /// <summary>Variance of the difference of each two, from the first observations.</summary>
    private static double[,] Spreads(List<double>[] seen, int first)
    {
        double[,] spread = new double[seen.Length, seen.Length];
        for (int i = 0; i < seen.Length; i++)
        {
            for (int j = 0; j < seen.Length; j++)
            {
                double mean = seen[i].Average() - seen[j].Average();
                spread[i, j] = Enumerable.Range(0, first).Sum(n => Math.Pow(seen[i][n] - seen[j][n] - mean, 2)) / (first - 1);
            }
        }

        return spread;
    }

    private static List<int> Screen(List<int> left, List<double>[] seen, double[,] spread, int taken, double h2, double indifference) =>
    [
        .. left.Where(system => left.TrueForAll(other =>
        {
            double slack = Math.Max(0, indifference / 2 * ((h2 * spread[system, other] / (indifference * indifference)) - taken));
            return seen[system].Sum() <= seen[other].Sum() + slack;
        })),
    ];
}

/// <summary>What was picked.</summary>
/// <param name="Best">Number of the system.</param>
/// <param name="Decided">Whether all others were given up; false if observations ran out first.</param>
/// <param name="Observations">Observations of each.</param>
/// <param name="Means">Mean of each.</param>
public sealed record Picked(int Best, bool Decided, IReadOnlyList<int> Observations, IReadOnlyList<double> Means);
