namespace Twin.Model.Districts;

/// <summary>Shares of a whole number by weights, exact in their sum: largest remainders, ties to the lower index.</summary>
internal static class Apportionment
{
    /// <summary>Shares a total.</summary>
    /// <param name="total">What is shared; at least <paramref name="least"/> for each.</param>
    /// <param name="weights">Weights, none negative.</param>
    /// <param name="least">What each gets before the rest is shared by weight.</param>
    /// <returns>A share for each weight; their sum is the total.</returns>
    public static int[] Share(int total, ReadOnlySpan<double> weights, int least)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight;
        }

        int free = total - (least * weights.Length);
        if (free < 0 || (free > 0 && sum <= 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(total), total, $"Cannot share {total} among {weights.Length} of total weight {sum} with at least {least} each.");
        }

        int[] shares = new int[weights.Length];
        double[] remainders = new double[weights.Length];
        int left = free;
        for (int i = 0; i < shares.Length && free > 0; i++)
        {
            double exact = free * weights[i] / sum;
            int whole = (int)exact;
            remainders[i] = exact - whole;
            shares[i] = whole;
            left -= whole;
        }

        GiveRest(shares, remainders, left);
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] += least;
        }

        return shares;
    }

    private static void GiveRest(int[] shares, double[] remainders, int left)
    {
        int[] order = new int[shares.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => remainders[a] == remainders[b] ? a.CompareTo(b) : remainders[b].CompareTo(remainders[a]));
        for (int i = 0; i < left; i++)
        {
            shares[order[i]]++;
        }
    }
}
