namespace Twin.Model.Districts;

/// <summary>How many households of each size there are, exact in households, people and one-person households.</summary>
internal static class HouseholdSizes
{
    /// <summary>Most members of a household.</summary>
    public const int Most = 31;

    /// <summary>Households by size.</summary>
    /// <param name="households">Households in all.</param>
    /// <param name="people">People in all; 2 to 31 for each household of more than one.</param>
    /// <param name="onePerson">One-person households.</param>
    /// <returns>Index s holds the households of s members.</returns>
    /// <remarks>
    /// Sizes above one follow 2 + Poisson, cut off at 31 (an assumption: the sources give the mean and the one-person share only); what
    /// rounding leaves is made up one member at a time at the commonest size that can give or take one.
    /// </remarks>
    public static int[] Quota(int households, int people, int onePerson)
    {
        int[] quota = new int[Most + 1];
        quota[1] = onePerson;
        int larger = households - onePerson;
        int members = people - onePerson;
        if (larger == 0)
        {
            return quota;
        }

        double rate = ((double)members / larger) - 2;
        double[] weights = new double[Most - 1];
        double weight = 1;
        for (int extra = 0; extra < weights.Length; extra++)
        {
            weights[extra] = weight;
            weight *= rate / (extra + 1);
        }

        Apportionment.Share(larger, weights, 0).CopyTo(quota, 2);
        for (int size = 2; size <= Most; size++)
        {
            members -= size * quota[size];
        }

        for (; members != 0; members -= Math.Sign(members))
        {
            Move(quota, Math.Sign(members));
        }

        return quota;
    }

    private static void Move(int[] quota, int step)
    {
        int commonest = step > 0 ? 2 : 3;
        for (int size = 2; size <= Most; size++)
        {
            bool fits = size + step is >= 2 and <= Most;
            commonest = fits && quota[size] > quota[commonest] ? size : commonest;
        }

        quota[commonest]--;
        quota[commonest + step]++;
    }
}
