using Twin.Model.Events;
using Twin.Model.Randomness;

namespace Twin.Model.Districts;

/// <summary>Places of households: in rows about their micro-grid's centre, so that neighbours by number are neighbours on the ground.</summary>
internal sealed class HouseholdPlaces
{
    /// <summary>Homes of a village micro-grid stand within this of its centre, cm: beyond are fields. An estimate.</summary>
    private const double VillageRadius = 15_000;

    private readonly ulong _seed;

    /// <summary>Places all households.</summary>
    /// <param name="layout">Centres and the room about them.</param>
    /// <param name="tree">Which micro-grids are rural.</param>
    /// <param name="firstHousehold">First household of each micro-grid.</param>
    /// <param name="seed">The district's seed.</param>
    public HouseholdPlaces(DistrictLayout layout, DistrictHierarchy tree, int[] firstHousehold, ulong seed)
    {
        _seed = seed;
        X = new int[firstHousehold[^1]];
        Y = new int[X.Length];
        for (int grid = 0; grid < layout.X.Length; grid++)
        {
            bool rural = tree.BaseGridCompound[tree.MicroGridBaseGrid[grid]] < 0;
            double radius = rural ? Math.Min(layout.Room[grid], VillageRadius) : layout.Room[grid];
            Place(layout.X[grid], layout.Y[grid], radius * Math.Sqrt(0.5), firstHousehold[grid], firstHousehold[grid + 1]);
        }
    }

    /// <summary>Cm east.</summary>
    public int[] X { get; }

    /// <summary>Cm north.</summary>
    public int[] Y { get; }

    /// <summary>Rows to and fro over the square that lies in the circle; each household somewhere in its own plot.</summary>
    private void Place(int centreX, int centreY, double half, int first, int end)
    {
        int rows = (int)Math.Ceiling(Math.Sqrt(end - first));
        double plot = 2 * half / rows;
        for (int household = first; household < end; household++)
        {
            (int row, int column) = Math.DivRem(household - first, rows);
            column = (row & 1) == 0 ? column : rows - 1 - column;
            (_, _, uint w2, uint w3) = Philox.Block(
                EntityId.Of(EntityKind.Household, household).Packed, 0, DistrictDraw.Household, (uint)Purpose.District, (uint)_seed, (uint)(_seed >> 32));
            X[household] = centreX + (int)(((column + (w2 * (1.0 / 4294967296.0))) * plot) - half);
            Y[household] = centreY + (int)(((row + (w3 * (1.0 / 4294967296.0))) * plot) - half);
        }
    }
}
