using Twin.Model.Randomness;

namespace Twin.Experiments.Sweeps.Designs;

/// <summary>Morris's trajectories: each begins at a random place of a grid, and moves one dimension after the other, in random order, half the grid up or down.</summary>
/// <remarks>
/// Source: Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991). With an even number p of levels and a step of
/// p / (2(p − 1)) every level is equally likely. Drawn with Philox from the seed; the purpose lies far from those of the model.
/// </remarks>
public static class MorrisDesign
{
    private const uint Walking = 0xFFFF_0004;

    /// <summary>Draws the trajectories.</summary>
    /// <param name="dimensions">At least 1.</param>
    /// <param name="levels">Levels of the grid; even, at least 2.</param>
    /// <param name="trajectories">How many; at least 1.</param>
    /// <param name="seed">Seed.</param>
    /// <returns>Of each point the index of each dimension's level, from 0; the dimensions + 1 points of a trajectory one after the other.</returns>
    public static IReadOnlyList<int[]> Points(int dimensions, int levels, int trajectories, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(levels % 2, 0, nameof(levels));
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 1);
        List<int[]> points = [];
        for (int t = 0; t < trajectories; t++)
        {
            int[] at = new int[dimensions];
            int[] order = [.. Enumerable.Range(0, dimensions)];
            for (int d = dimensions - 1; d >= 0; d--)
            {
                (uint level, uint turn, _, _) = Philox.Block((uint)t, (uint)d, 0, Walking, (uint)seed, (uint)(seed >> 32));
                at[d] = Below(level, levels);
                int other = Below(turn, d + 1);
                (order[d], order[other]) = (order[other], order[d]);
            }

            points.Add([.. at]);
            foreach (int d in order)
            {
                // From the lower half only up is possible, from the upper half only down.
                at[d] += at[d] < levels / 2 ? levels / 2 : -levels / 2;
                points.Add([.. at]);
            }
        }

        return points;
    }

    private static int Below(uint word, int count) => (int)(((ulong)word * (ulong)count) >> 32);
}
