using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>Where micro-grids lie: the outline is halved again and again, streets first, then communities, compounds, base grids, micro-grids.</summary>
/// <remarks>Each part gets the area of the micro-grids in it, so that organisations are compact and neighbours in the tree lie side by side.</remarks>
internal sealed class DistrictLayout
{
    /// <summary>A cut leans up to this far from square to the region's long axis, as the tangent of the angle.</summary>
    private const double CutLean = 0.35;

    private readonly DistrictHierarchy _tree;
    private readonly Draws _draws;
    private readonly double[] _areaBefore;

    /// <summary>Lays the district out.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="outline">The outline, cm.</param>
    /// <param name="urbanShare">Share of the area that urban micro-grids cover, if there are rural ones.</param>
    /// <param name="draws">Draws under the district's seed.</param>
    /// <exception cref="ScenarioInputException">There is no room for so many micro-grids.</exception>
    public DistrictLayout(DistrictHierarchy tree, ConvexRegion outline, double urbanShare, Draws draws)
    {
        _tree = tree;
        _draws = draws;
        _areaBefore = Areas(urbanShare);
        X = new int[tree.MicroGridBaseGrid.Length];
        Y = new int[X.Length];
        Divide(outline, StreetsFromCountryToTown(), StreetGrids, DivideStreet);
        Room = MeasureRoom(outline);
    }

    /// <summary>Centres, cm east.</summary>
    public int[] X { get; }

    /// <summary>Centres, cm north.</summary>
    public int[] Y { get; }

    /// <summary>Radius about each centre that lies in its Voronoi cell and the outline, cm.</summary>
    public double[] Room { get; }

    /// <summary>Sum of the areas before each micro-grid: urban and rural ones get their share, and each 0.7 to 1.3 of its like's mean.</summary>
    private double[] Areas(double urbanShare)
    {
        int rural = 0;
        foreach (int grid in _tree.MicroGridBaseGrid)
        {
            rural += _tree.BaseGridCompound[grid] < 0 ? 1 : 0;
        }

        double[] before = new double[_tree.MicroGridBaseGrid.Length + 1];
        DistrictCounts.Require(
            urbanShare > 0 && (urbanShare < 1 || (rural == 0 && urbanShare == 1)), "district.urbanArea", DistrictCounts.Text(urbanShare),
            "above 0 and, with rural micro-grids, below 1");
        double urbanArea = urbanShare / (before.Length - 1 - rural);
        double ruralArea = rural == 0 ? 0 : (1 - urbanShare) / rural;
        for (int grid = 0; grid + 1 < before.Length; grid++)
        {
            double area = _tree.BaseGridCompound[_tree.MicroGridBaseGrid[grid]] < 0 ? ruralArea : urbanArea;
            double spread = 0.7 + (0.6 * _draws.Uniform(EntityId.Of(EntityKind.MicroGrid, grid), 0, DistrictDraw.Area, Purpose.District));
            before[grid + 1] = before[grid] + (area * spread);
        }

        return before;
    }

    /// <summary>Streets that have micro-grids by area per micro-grid, widest first: country in the west, town in the east.</summary>
    private int[] StreetsFromCountryToTown()
    {
        double[] width = new double[_tree.StreetFirstCommunity.Length - 1];
        for (int street = 0; street < width.Length; street++)
        {
            (int from, int end) = StreetGrids(street);
            width[street] = end == from ? 0 : (_areaBefore[end] - _areaBefore[from]) / (end - from);
        }

        return [.. Enumerable.Range(0, width.Length).Where(street => width[street] > 0).OrderByDescending(street => width[street]).ThenBy(street => street)];
    }

    private (int From, int End) StreetGrids(int street) =>
        (_tree.FirstMicroGrid(_tree.StreetFirstCommunity[street]), _tree.FirstMicroGrid(_tree.StreetFirstCommunity[street + 1]));

    private (int From, int End) CommunityGrids(int community) => (_tree.FirstMicroGrid(community), _tree.FirstMicroGrid(community + 1));

    private (int From, int End) CompoundGrids(int compound) =>
        (_tree.BaseGridFirstMicroGrid[_tree.CompoundFirstBaseGrid[compound]], _tree.BaseGridFirstMicroGrid[_tree.CompoundLastBaseGrid[compound] + 1]);

    private (int From, int End) BaseGridGrids(int grid) => (_tree.BaseGridFirstMicroGrid[grid], _tree.BaseGridFirstMicroGrid[grid + 1]);

    /// <summary>Villages, the last in code order, lie in the west, towards the country.</summary>
    private void DivideStreet(int street, ConvexRegion region)
    {
        int[] communities = Range(_tree.StreetFirstCommunity[street], _tree.StreetFirstCommunity[street + 1]);
        Array.Reverse(communities);
        Divide(region, communities, CommunityGrids, DivideCommunity);
    }

    private void DivideCommunity(int community, ConvexRegion region)
    {
        if (_tree.CommunityIsVillage[community])
        {
            Divide(region, Range(_tree.CommunityFirstBaseGrid[community], _tree.CommunityFirstBaseGrid[community + 1]), BaseGridGrids, DivideBaseGrid);
        }
        else
        {
            Divide(region, Range(_tree.CommunityFirstCompound[community], _tree.CommunityFirstCompound[community + 1]), CompoundGrids, DivideCompound);
        }
    }

    private void DivideCompound(int compound, ConvexRegion region) =>
        Divide(region, Range(_tree.CompoundFirstBaseGrid[compound], _tree.CompoundLastBaseGrid[compound] + 1), BaseGridGrids, DivideBaseGrid);

    private void DivideBaseGrid(int grid, ConvexRegion region)
    {
        (int from, int end) = BaseGridGrids(grid);
        Divide(region, Range(from, end), static grid => (grid, grid + 1), Place);
    }

    private void Place(int grid, ConvexRegion region)
    {
        (double x, double y) = region.Centroid;
        X[grid] = (int)Math.Round(x, MidpointRounding.ToEven);
        Y[grid] = (int)Math.Round(y, MidpointRounding.ToEven);
    }

    private static int[] Range(int from, int end)
    {
        int[] range = new int[end - from];
        for (int i = 0; i < range.Length; i++)
        {
            range[i] = from + i;
        }

        return range;
    }

    /// <summary>Halves a region among parts until each has its own. Every part has micro-grids, so every cut leaves two regions.</summary>
    private void Divide(ConvexRegion region, ReadOnlySpan<int> parts, Func<int, (int From, int End)> gridsOf, Action<int, ConvexRegion> next)
    {
        if (parts.Length <= 1)
        {
            if (parts.Length == 1)
            {
                next(parts[0], region);
            }

            return;
        }

        double all = AreaOf(parts, gridsOf);
        (int cut, double before) = (1, AreaOf(parts[..1], gridsOf));
        while (cut < parts.Length - 1)
        {
            double more = before + AreaOf(parts.Slice(cut, 1), gridsOf);
            if (Math.Abs((2 * more) - all) >= Math.Abs((2 * before) - all))
            {
                break;
            }

            (cut, before) = (cut + 1, more);
        }

        (double x, double y) = region.LongAxis();
        EntityId subject = EntityId.Of(EntityKind.MicroGrid, gridsOf(parts[0]).From);
        double lean = CutLean * ((2 * _draws.Uniform(subject, gridsOf(parts[^1]).End, DistrictDraw.Cut, Purpose.District)) - 1);
        (x, y) = (x - (lean * y), y + (lean * x));
        double length = Math.Sqrt((x * x) + (y * y));
        (ConvexRegion behind, ConvexRegion ahead) = region.Cut(x / length, y / length, before / all);
        Divide(behind, parts[..cut], gridsOf, next);
        Divide(ahead, parts[cut..], gridsOf, next);
    }

    private double AreaOf(ReadOnlySpan<int> parts, Func<int, (int From, int End)> gridsOf)
    {
        double area = 0;
        foreach (int part in parts)
        {
            (int from, int end) = gridsOf(part);
            area += _areaBefore[end] - _areaBefore[from];
        }

        return area;
    }

    private double[] MeasureRoom(ConvexRegion outline)
    {
        double[] room = new double[X.Length];
        PointGrid points = new(X, Y);
        Span<int> nearest = stackalloc int[1];
        Span<long> square = stackalloc long[1];
        for (int grid = 0; grid < room.Length; grid++)
        {
            double radius = ToOutline(outline, X[grid], Y[grid]);
            if (points.Nearest(X[grid], Y[grid], grid, nearest, square) > 0)
            {
                radius = Math.Min(radius, Math.Sqrt(square[0]) / 2);
            }

            DistrictCounts.Require(
                radius >= 1, "district.areaSquareKilometres", "an area in which micro-grids lie on top of each other",
                "more: centres at least 2 cm apart and inside the outline");
            room[grid] = radius;
        }

        return room;
    }

    private static double ToOutline(ConvexRegion outline, double x, double y)
    {
        double nearest = double.PositiveInfinity;
        for (int i = 0; i < outline.X.Length; i++)
        {
            int j = i + 1 == outline.X.Length ? 0 : i + 1;
            (double dx, double dy) = (outline.X[j] - outline.X[i], outline.Y[j] - outline.Y[i]);
            double inside = ((dx * (y - outline.Y[i])) - (dy * (x - outline.X[i]))) / Math.Sqrt((dx * dx) + (dy * dy));
            nearest = Math.Min(nearest, inside);
        }

        return nearest;
    }
}
