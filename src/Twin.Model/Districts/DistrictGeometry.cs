using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;

namespace Twin.Model.Districts;

/// <summary>Polygons of a district in metres of its fictional frame: Voronoi cells of micro-grids, merged upward.</summary>
/// <remarks>
/// The polygons of each level tile the outline: neighbours share their edges to the last bit. An organisation whose micro-grids do not
/// all touch is a multipolygon; one without micro-grids (a street of a very small district) is empty. Built on demand, never on the run path.
/// </remarks>
public sealed class DistrictGeometry
{
    private DistrictGeometry(Polygon outline, Geometry[] microGrids, District district)
    {
        Outline = outline;
        MicroGrids = microGrids;
        BaseGrids = Merge(microGrids, district.MicroGridBaseGrid, district.BaseGrids);
        Communities = Merge(BaseGrids, district.BaseGridCommunity, district.Communities);
        Streets = Merge(Communities, district.CommunityStreet, district.Streets);
    }

    /// <summary>The district's outline.</summary>
    public Polygon Outline { get; }

    /// <summary>Cell of each micro-grid.</summary>
    public IReadOnlyList<Geometry> MicroGrids { get; }

    /// <summary>Region of each base grid.</summary>
    public IReadOnlyList<Geometry> BaseGrids { get; }

    /// <summary>Region of each community or village.</summary>
    public IReadOnlyList<Geometry> Communities { get; }

    /// <summary>Region of each street or town.</summary>
    public IReadOnlyList<Geometry> Streets { get; }

    /// <summary>Builds the polygons.</summary>
    /// <param name="district">The district; without an outline of its own, a frame about its micro-grids serves.</param>
    /// <exception cref="ArgumentException">Two micro-grids have the same centre.</exception>
    public static DistrictGeometry Build(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        ConvexRegion outline = OutlineOf(district);
        ConvexRegion[] cells = Cells(district, outline);
        return new DistrictGeometry(ToPolygon(outline), [.. cells.Select(ToPolygon)], district);
    }

    private static ConvexRegion OutlineOf(District district)
    {
        if (district.OutlineX.Length > 0)
        {
            return new ConvexRegion([.. district.OutlineX.Select(x => x / 100.0)], [.. district.OutlineY.Select(y => y / 100.0)]);
        }

        const double Margin = 50;
        (double west, double east) = ((district.MicroGridX.Min() / 100.0) - Margin, (district.MicroGridX.Max() / 100.0) + Margin);
        (double south, double north) = ((district.MicroGridY.Min() / 100.0) - Margin, (district.MicroGridY.Max() / 100.0) + Margin);
        return new ConvexRegion([west, east, east, west], [south, south, north, north]);
    }

    /// <summary>Voronoi cells, clipped to the outline side by side, so that what two cells share stays shared.</summary>
    private static ConvexRegion[] Cells(District district, ConvexRegion outline)
    {
        Dictionary<(double X, double Y), int> gridAt = [];
        for (int grid = 0; grid < district.MicroGrids; grid++)
        {
            if (!gridAt.TryAdd((district.MicroGridX[grid] / 100.0, district.MicroGridY[grid] / 100.0), grid))
            {
                throw new ArgumentException($"Micro-grid #{grid} has the same centre as another: ({district.MicroGridX[grid]}, {district.MicroGridY[grid]}) cm.", nameof(district));
            }
        }

        if (gridAt.Count == 1)
        {
            return [outline];
        }

        VoronoiDiagramBuilder builder = new() { ClipEnvelope = FrameAbout(outline) };
        builder.SetSites([.. gridAt.Keys.Select(at => new Coordinate(at.X, at.Y))]);
        ConvexRegion[] cells = new ConvexRegion[district.MicroGrids];
        foreach (Geometry cell in builder.GetSubdivision().GetVoronoiCellPolygons(GeometryFactory.Default).Cast<Geometry>())
        {
            Coordinate site = (Coordinate)cell.UserData;
            cells[gridAt[(site.X, site.Y)]] = Clip(ToRegion((Polygon)cell), outline);
        }

        return cells;
    }

    private static Envelope FrameAbout(ConvexRegion outline)
    {
        Envelope frame = ToPolygon(outline).EnvelopeInternal.Copy();
        frame.ExpandBy(frame.Diameter);
        return frame;
    }

    private static ConvexRegion ToRegion(Polygon cell)
    {
        Coordinate[] ring = cell.ExteriorRing.IsRing && cell.Shell.IsCCW ? cell.Shell.Coordinates : cell.Shell.Reverse().Coordinates;
        return new ConvexRegion([.. ring.SkipLast(1).Select(at => at.X)], [.. ring.SkipLast(1).Select(at => at.Y)]);
    }

    private static ConvexRegion Clip(ConvexRegion cell, ConvexRegion outline)
    {
        for (int i = 0; i < outline.X.Length; i++)
        {
            int j = i + 1 == outline.X.Length ? 0 : i + 1;
            (double nx, double ny) = (outline.Y[j] - outline.Y[i], outline.X[i] - outline.X[j]);
            cell = cell.Behind(nx, ny, (outline.X[i] * nx) + (outline.Y[i] * ny));
        }

        return cell;
    }

    private static Polygon ToPolygon(ConvexRegion region)
    {
        Coordinate[] ring = new Coordinate[region.X.Length + 1];
        for (int i = 0; i < ring.Length; i++)
        {
            ring[i] = new Coordinate(region.X[i % region.X.Length], region.Y[i % region.Y.Length]);
        }

        return GeometryFactory.Default.CreatePolygon(ring);
    }

    private static Geometry[] Merge(IReadOnlyList<Geometry> parts, int[] parents, int count)
    {
        List<Geometry>[] children = [.. Enumerable.Range(0, count).Select(_ => new List<Geometry>())];
        for (int part = 0; part < parts.Count; part++)
        {
            children[parents[part]].Add(parts[part]);
        }

        return [.. children.Select(mine => mine.Count == 0
            ? GeometryFactory.Default.CreatePolygon()
            : CoverageUnion.Union(GeometryFactory.Default.BuildGeometry(mine)))];
    }
}
