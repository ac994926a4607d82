namespace Twin.Model.Districts;

/// <summary>A convex polygon, corners counter-clockwise.</summary>
/// <param name="x">Corners, east.</param>
/// <param name="y">Corners, north.</param>
internal sealed class ConvexRegion(double[] x, double[] y)
{
    /// <summary>Steps of halving when a cut is placed: far below a centimetre in any district.</summary>
    private const int CutSteps = 48;

    /// <summary>Corners, east.</summary>
    public double[] X { get; } = x;

    /// <summary>Corners, north.</summary>
    public double[] Y { get; } = y;

    /// <summary>Area, in square units of the corners.</summary>
    public double Area { get; } = Measure(x, y, x.Length).Area;

    /// <summary>Centroid.</summary>
    public (double X, double Y) Centroid
    {
        get
        {
            (double area, double mx, double my) = Measure(X, Y, X.Length);
            return area == 0 ? (X[0], Y[0]) : (X[0] + (mx / area), Y[0] + (my / area));
        }
    }

    /// <summary>Direction of the two corners farthest apart, pointing east (north if neither).</summary>
    public (double X, double Y) LongAxis()
    {
        (double best, double ax, double ay) = (-1, 1, 0);
        for (int i = 0; i < X.Length; i++)
        {
            for (int j = i + 1; j < X.Length; j++)
            {
                (double dx, double dy) = (X[j] - X[i], Y[j] - Y[i]);
                if ((dx * dx) + (dy * dy) > best)
                {
                    best = (dx * dx) + (dy * dy);
                    (ax, ay) = dx < 0 || (dx == 0 && dy < 0) ? (-dx, -dy) : (dx, dy);
                }
            }
        }

        double length = Math.Sqrt((ax * ax) + (ay * ay));
        return length == 0 ? (1, 0) : (ax / length, ay / length);
    }

    /// <summary>Cuts the region across a direction, so that the part behind the cut has a share of the area.</summary>
    /// <param name="nx">Direction, east.</param>
    /// <param name="ny">Direction, north.</param>
    /// <param name="share">Share of the part against the direction, 0 to 1.</param>
    public (ConvexRegion Behind, ConvexRegion Ahead) Cut(double nx, double ny, double share)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int i = 0; i < X.Length; i++)
        {
            double along = (X[i] * nx) + (Y[i] * ny);
            (low, high) = (Math.Min(low, along), Math.Max(high, along));
        }

        double wanted = share * Area;
        Span<double> px = stackalloc double[X.Length + 1];
        Span<double> py = stackalloc double[X.Length + 1];
        for (int step = 0; step < CutSteps; step++)
        {
            double middle = low + ((high - low) / 2);
            int corners = Clip(X, Y, nx, ny, middle, px, py);
            (low, high) = Measure(px, py, corners).Area < wanted ? (middle, high) : (low, middle);
        }

        return (Behind(nx, ny, low), Behind(-nx, -ny, -low));
    }

    /// <summary>The part where x·nx + y·ny ≤ limit.</summary>
    /// <param name="nx">Direction, east.</param>
    /// <param name="ny">Direction, north.</param>
    /// <param name="limit">How far along it.</param>
    public ConvexRegion Behind(double nx, double ny, double limit)
    {
        double[] px = new double[X.Length + 1];
        double[] py = new double[X.Length + 1];
        int corners = Clip(X, Y, nx, ny, limit, px, py);
        return new ConvexRegion(px[..corners], py[..corners]);
    }

    /// <summary>Sutherland–Hodgman for one line. Where it crosses an edge is reckoned alike from both sides of the edge, to the last bit.</summary>
    private static int Clip(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double nx, double ny, double limit, Span<double> px, Span<double> py)
    {
        int corners = 0;
        for (int i = 0; i < x.Length; i++)
        {
            int j = i + 1 == x.Length ? 0 : i + 1;
            double from = (x[i] * nx) + (y[i] * ny) - limit;
            double to = (x[j] * nx) + (y[j] * ny) - limit;
            if (from <= 0)
            {
                (px[corners], py[corners++]) = (x[i], y[i]);
            }

            if ((from < 0 && to > 0) || (from > 0 && to < 0))
            {
                bool forth = x[i] < x[j] || (x[i] == x[j] && y[i] < y[j]);
                (int a, int b, double fa, double fb) = forth ? (i, j, from, to) : (j, i, to, from);
                double t = fa / (fa - fb);
                (px[corners], py[corners++]) = (x[a] + (t * (x[b] - x[a])), y[a] + (t * (y[b] - y[a])));
            }
        }

        return corners;
    }

    /// <summary>Area and first moments about the first corner.</summary>
    private static (double Area, double MomentX, double MomentY) Measure(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int corners)
    {
        (double area, double mx, double my) = (0, 0, 0);
        for (int i = 1; i + 1 < corners; i++)
        {
            (double ax, double ay, double bx, double by) = (x[i] - x[0], y[i] - y[0], x[i + 1] - x[0], y[i + 1] - y[0]);
            double twice = (ax * by) - (ay * bx);
            area += twice;
            mx += twice * (ax + bx);
            my += twice * (ay + by);
        }

        return (area / 2, mx / 6, my / 6);
    }
}
