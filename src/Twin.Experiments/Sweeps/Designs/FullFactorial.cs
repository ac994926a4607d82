namespace Twin.Experiments.Sweeps.Designs;

/// <summary>Every combination of the levels of some factors, the first varying slowest.</summary>
public static class FullFactorial
{
    /// <summary>The combinations.</summary>
    /// <param name="levels">How many levels each factor has; each at least 1.</param>
    /// <returns>Of each point the index of each factor's level.</returns>
    public static IEnumerable<int[]> Points(IReadOnlyList<int> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        int[] at = new int[levels.Count];
        while (true)
        {
            yield return [.. at];
            int factor = levels.Count - 1;
            while (factor >= 0 && ++at[factor] == levels[factor])
            {
                at[factor--] = 0;
            }

            if (factor < 0)
            {
                yield break;
            }
        }
    }
}
