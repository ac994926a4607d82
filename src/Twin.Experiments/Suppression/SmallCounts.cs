namespace Twin.Experiments.Suppression;

/// <summary>Chooses which counts of vulnerable people are not shown, so that none under the limit can be found by subtraction.</summary>
/// <remarks>
/// Every published total is an equation over the hidden counts. With the counts of a place and of its parts in a tree, the hidden leaves
/// fall into sets, each with one known sum: those under the same nearest visible ancestor. A set of one tells its member; a set whose sum
/// is small bounds its members. So every set has at least two members and a sum of at least the limit; the next smallest is hidden until
/// it has. A hidden street has a hidden community, or the sum of its communities would tell it.
/// </remarks>
internal static class SmallCounts
{
    /// <summary>Counts under this are not shown (domain, section 8).</summary>
    public const long Limit = 10;

    /// <summary>Chooses the hidden streets and communities.</summary>
    /// <param name="communities">Count of each community.</param>
    /// <param name="streetOf">Street of each community, from 0.</param>
    /// <param name="streets">Number of streets.</param>
    /// <returns>Whether each street and each community is hidden. The district's total is at least the limit, so it is shown.</returns>
    /// <exception cref="ArgumentException">The district's total is under the limit: everything is to be hidden.</exception>
    public static (bool[] Streets, bool[] Communities) Choose(long[] communities, int[] streetOf, int streets)
    {
        if (communities.Sum() < Limit)
        {
            throw new ArgumentException($"The district's count is {communities.Sum()}, under {Limit}: no part of it can be shown.", nameof(communities));
        }

        long[] streetCounts = new long[streets];
        for (int i = 0; i < communities.Length; i++)
        {
            streetCounts[streetOf[i]] += communities[i];
        }

        bool[] hiddenStreets = [.. streetCounts.Select(count => count < Limit)];
        Protect(streetCounts, hiddenStreets, [.. Enumerable.Range(0, streets)]);
        bool[] hidden = [.. communities.Select(count => count < Limit)];
        for (int street = 0; street < streets; street++)
        {
            int[] members = [.. Enumerable.Range(0, communities.Length).Where(i => streetOf[i] == street)];
            if (!hiddenStreets[street])
            {
                Protect(communities, hidden, members);
            }
            else if (!members.Any(i => hidden[i]))
            {
                HideSmallest(communities, hidden, members);
            }
        }

        Protect(communities, hidden, [.. Enumerable.Range(0, communities.Length).Where(i => hiddenStreets[streetOf[i]])]);
        return (hiddenStreets, hidden);
    }

    /// <summary>Hides the next smallest of a set until nothing, or enough, is hidden.</summary>
    private static void Protect(long[] counts, bool[] hidden, int[] members)
    {
        while (members.Any(i => hidden[i]) && members.Any(i => !hidden[i])
            && (members.Count(i => hidden[i]) < 2 || members.Where(i => hidden[i]).Sum(i => counts[i]) < Limit))
        {
            HideSmallest(counts, hidden, members);
        }
    }

    private static void HideSmallest(long[] counts, bool[] hidden, int[] members) =>
        hidden[members.Where(i => !hidden[i]).OrderBy(i => counts[i]).ThenBy(i => i).First()] = true;
}
