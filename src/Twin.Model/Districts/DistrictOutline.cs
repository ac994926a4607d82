using Twin.Model.Scenarios;

namespace Twin.Model.Districts;

/// <summary>The outline of a fictional district: an ellipse inscribed in the frame and leaning from north-west to south-east.</summary>
internal static class DistrictOutline
{
    private const int Corners = 64;

    /// <summary>The outline at a scale, cm: the frame's sides by √scale and the area by scale, so that distances between people stay.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="scale">Share of the full district.</param>
    /// <remarks>
    /// An ellipse that touches all four sides of a frame w × h, x = w/2·cos θ, y = h/2·cos(θ + φ), has the area π/4·w·h·sin φ: φ is chosen
    /// for the area, corrected for the corners' share of the curve.
    /// </remarks>
    /// <exception cref="ScenarioInputException">The area does not fit the frame.</exception>
    public static ConvexRegion Of(DistrictSpecification spec, double scale)
    {
        double polygon = Corners / (2 * Math.PI) * Math.Sin(2 * Math.PI / Corners);
        double most = Math.PI / 4 * spec.WidthMetres * spec.HeightMetres * polygon;
        double sine = spec.AreaSquareKilometres * 1e6 / most;
        DistrictCounts.Require(
            sine is > 0 and <= 1, "district.areaSquareKilometres", DistrictCounts.Text(spec.AreaSquareKilometres),
            $"above 0, at most {DistrictCounts.Text(Math.Floor(most / 1e2) / 1e4)}, what an ellipse in a frame of {DistrictCounts.Text(spec.WidthMetres)} × {DistrictCounts.Text(spec.HeightMetres)} m holds");
        double lean = Math.PI - Math.Asin(sine);
        double side = 100 * Math.Sqrt(scale) / 2;
        double[] x = new double[Corners];
        double[] y = new double[Corners];
        for (int i = 0; i < Corners; i++)
        {
            double angle = -2 * Math.PI * i / Corners;
            x[i] = Math.Round(side * spec.WidthMetres * (1 + Math.Cos(angle)));
            y[i] = Math.Round(side * spec.HeightMetres * (1 + Math.Cos(angle + lean)));
        }

        return new ConvexRegion(x, y);
    }
}
