using Twin.Experiments.Stressing.Factors;

namespace Twin.Experiments.Stressing;

/// <summary>How many days a stress test simulates, before it begins.</summary>
/// <param name="Own">Without stress.</param>
/// <param name="Limits">For one factor at a time, about.</param>
/// <param name="Pairs">For two at a time, at most.</param>
/// <param name="Fixes">For the fragile sites, about.</param>
/// <param name="Most">In all, at most.</param>
public sealed record StressRuns(int Own, int Limits, int Pairs, int Fixes, int Most)
{
    private const int ChangesOfASite = 27;

    /// <summary>In all, about.</summary>
    public int About => Own + Limits + Pairs + Fixes;

    /// <summary>Reckons the days.</summary>
    /// <param name="factors">The factors.</param>
    /// <param name="effort">The effort.</param>
    /// <param name="sites">Sites of the scenario.</param>
    public static StressRuns Of(IReadOnlyList<StressFactor> factors, StressEffort effort, int sites)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(effort);
        int probes = 2 * Math.Min(effort.ProbeDays, effort.Days);
        int limits = factors.Sum(factor => Bisections(factor) + 2 + probes + (4 * (effort.Days - 1)));
        int most = factors.Sum(factor => (2 * effort.Days * (Bisections(factor) + 4)) + probes);
        int groups = effort.Pairs ? factors.Select(factor => factor.Group).Distinct().Count() : 0;
        int pairs = groups * (groups - 1) / 2 * Math.Min(effort.PairDays, effort.Days) * 3;
        int fragile = factors.Count == 0 ? 0 : Math.Min(effort.Sites, sites);
        int again = fragile == 0 ? 0 : effort.Days * 10;
        int againMost = fragile == 0 ? 0 : (effort.Days * (1 + (2 * (factors.Count + 1)))) + factors.Max(factor => 2 * effort.Days * (Bisections(factor) + 4));
        return new StressRuns(
            effort.Days, limits, pairs, (fragile * ((2 * effort.Cases) + 4)) + again,
            effort.Days + most + (pairs / 3 * 4) + (fragile * effort.Cases * (ChangesOfASite + 1)) + againMost);
    }

    private static int Bisections(StressFactor factor) => (int)Math.Ceiling(Math.Log2(factor.Steps + 1));
}
