using Twin.Model.Randomness;

namespace Twin.Experiments.Statistics;

/// <summary>Whether two are equal, from paired differences: if they are, each difference is as likely with the other sign.</summary>
/// <remarks>
/// The p-value is the share of sign patterns whose sum is as far from 0, so it needs no distribution and holds for skewed figures and rare events; of yes and no
/// it is McNemar's exact test. Up to <see cref="MostCounted"/> differences that are not 0 all patterns are counted, else <see cref="Patterns"/> are drawn by key:
/// the same differences give the same p-value. Sources: Fisher, The Design of Experiments (1935), section 21; Phipson and Smyth, "Permutation P-values Should
/// Never Be Zero", Statistical Applications in Genetics and Molecular Biology 9 (2010).
/// </remarks>
internal static class SignFlipTest
{
    /// <summary>With so many differences that are not 0 all sign patterns are counted.</summary>
    private const int MostCounted = 13;

    /// <summary>Else so many are drawn; with the one found they are 10,000, the least p-value is 1 in so many.</summary>
    private const int Patterns = 9_999;

    private const uint Flipping = 0xFFFF_0008;

    /// <summary>The least p-value that so many pairs can give: that of all pairs alike.</summary>
    /// <param name="pairs">Pairs.</param>
    public static double Least(int pairs) => Math.Max(Math.Pow(2, 1 - pairs), 1.0 / (Patterns + 1));

    /// <summary>Two-sided p-value of no difference.</summary>
    /// <param name="differences">The differences of the pairs.</param>
    public static double Probability(IReadOnlyList<double> differences)
    {
        double[] sizes = [.. differences.Where(value => value != 0).Select(Math.Abs)];
        // What rounding does to a sum must not make it smaller than the one found.
        double found = Math.Abs(differences.Sum()) - (1e-9 * sizes.Sum());
        return sizes.Length <= MostCounted ? Counted(sizes, found) : Drawn(sizes, found);
    }

    private static double Counted(double[] sizes, double found)
    {
        int extreme = 0;
        for (uint pattern = 0; pattern < 1u << sizes.Length; pattern++)
        {
            double sum = 0;
            for (int i = 0; i < sizes.Length; i++)
            {
                sum += (pattern >> i & 1) == 0 ? sizes[i] : -sizes[i];
            }

            extreme += Math.Abs(sum) >= found ? 1 : 0;
        }

        return extreme / (double)(1u << sizes.Length);
    }

    private static double Drawn(double[] sizes, double found)
    {
        int extreme = 1;
        for (uint pattern = 0; pattern < Patterns; pattern++)
        {
            double sum = 0;
            for (int from = 0; from < sizes.Length; from += 128)
            {
                (uint w0, uint w1, uint w2, uint w3) = Philox.Block((uint)from, 0, pattern, Flipping, (uint)sizes.Length, 0);
                UInt128 signs = new(((ulong)w3 << 32) | w2, ((ulong)w1 << 32) | w0);
                for (int i = from; i < Math.Min(sizes.Length, from + 128); i++, signs >>= 1)
                {
                    sum += ((ulong)signs & 1) == 0 ? sizes[i] : -sizes[i];
                }
            }

            extreme += Math.Abs(sum) >= found ? 1 : 0;
        }

        return extreme / (double)(Patterns + 1);
    }
}
