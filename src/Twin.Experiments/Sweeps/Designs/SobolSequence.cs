using System.Numerics;

namespace Twin.Experiments.Sweeps.Designs;

/// <summary>The Sobol sequence in Gray-code order, its first point the origin: points that fill a cube evenly.</summary>
/// <remarks>
/// Source: Joe, Kuo, "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30 (2008); direction numbers
/// new-joe-kuo-6, the first 21 dimensions. Gray-code order: Antonov, Saleev, 1979.
/// </remarks>
public static class SobolSequence
{
    /// <summary>Most dimensions.</summary>
    public const int MostDimensions = 21;

    private const int Bits = 32;

    /// <summary>Degree, coefficients and initial direction numbers of the dimensions from the second.</summary>
    private static readonly (int Degree, uint Coefficients, uint[] Initial)[] Polynomials =
    [
        (1, 0, [1]),
        (2, 1, [1, 3]),
        (3, 1, [1, 3, 1]),
        (3, 2, [1, 1, 1]),
        (4, 1, [1, 1, 3, 3]),
        (4, 4, [1, 3, 5, 13]),
        (5, 2, [1, 1, 5, 5, 17]),
        (5, 4, [1, 1, 5, 5, 5]),
        (5, 7, [1, 1, 7, 11, 19]),
        (5, 11, [1, 1, 5, 1, 1]),
        (5, 13, [1, 1, 1, 3, 11]),
        (5, 14, [1, 3, 5, 5, 31]),
        (6, 1, [1, 3, 3, 9, 7, 49]),
        (6, 13, [1, 1, 1, 15, 21, 21]),
        (6, 16, [1, 3, 1, 13, 27, 49]),
        (6, 19, [1, 1, 1, 15, 7, 5]),
        (6, 22, [1, 3, 1, 15, 13, 25]),
        (6, 25, [1, 1, 5, 5, 19, 61]),
        (7, 1, [1, 3, 7, 11, 23, 15, 103]),
        (7, 4, [1, 3, 7, 13, 13, 15, 69]),
    ];

    /// <summary>The first points.</summary>
    /// <param name="dimensions">1 to <see cref="MostDimensions"/>.</param>
    /// <param name="count">How many points; at least 1.</param>
    /// <returns>Each point's coordinates, 0 to below 1.</returns>
    public static IReadOnlyList<double[]> Points(int dimensions, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        double[][] points = [.. Enumerable.Range(0, count).Select(_ => new double[dimensions])];
        for (int d = 0; d < dimensions; d++)
        {
            uint[] directions = Directions(d);
            uint x = 0;
            for (int i = 1; i < count; i++)
            {
                // The i-th differs from the one before in the direction of the lowest zero bit of i − 1.
                x ^= directions[BitOperations.TrailingZeroCount(~(uint)(i - 1))];
                points[i][d] = x / 4294967296.0;
            }
        }

        return points;
    }

    private static uint[] Directions(int dimension)
    {
        uint[] v = new uint[Bits];
        if (dimension == 0)
        {
            for (int i = 0; i < Bits; i++)
            {
                v[i] = 1u << (Bits - 1 - i);
            }

            return v;
        }

        (int degree, uint coefficients, uint[] initial) = Polynomials[dimension - 1];
        for (int i = 0; i < Bits; i++)
        {
            if (i < degree)
            {
                v[i] = initial[i] << (Bits - 1 - i);
                continue;
            }

            v[i] = v[i - degree] ^ (v[i - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                v[i] ^= ((coefficients >> (degree - 1 - k)) & 1) * v[i - k];
            }
        }

        return v;
    }
}
