namespace Twin.Experiments.Statistics;

/// <summary>Several tests whose chance of even one false alarm is that of one (Holm's step-down).</summary>
/// <remarks>Never weaker than Bonferroni, and assumes nothing of how the tests depend on each other. Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979).</remarks>
internal static class Holm
{
    /// <summary>The p-values that hold among all of them, in the same order: each may be judged by itself.</summary>
    /// <param name="probabilities">The p-values of the tests by themselves.</param>
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        double[] adjusted = new double[probabilities.Count];
        double most = 0;
        foreach ((int rank, int test) in Enumerable.Range(0, probabilities.Count).OrderBy(test => probabilities[test]).Index())
        {
            most = Math.Max(most, Math.Min(1, probabilities[test] * (probabilities.Count - rank)));
            adjusted[test] = most;
        }

        return adjusted;
    }
}
