namespace Twin.Experiments.Charts;

/// <summary>Finds a place beside a point for a short label that covers no point and no earlier label.</summary>
/// <param name="points">The points.</param>
/// <param name="unitsPerPixel">Size of a pixel in the points' units.</param>
internal sealed class LabelPlaces(IReadOnlyList<(double X, double Y)> points, double unitsPerPixel)
{
    private const double CharacterPixels = 7.8;
    private const double HeightPixels = 15;
    private const double MarkerPixels = 9;

    private readonly List<(double X, double Y, double HalfWidth)> _labels = [];

    /// <summary>Takes the first free of the places right, left, above and below, and at the corners.</summary>
    /// <param name="x">The point.</param>
    /// <param name="y">The point.</param>
    /// <param name="characters">Length of the label.</param>
    /// <returns>The label's middle; null if no place is free.</returns>
    public (double X, double Y)? Take(double x, double y, int characters)
    {
        double halfWidth = characters * CharacterPixels * unitsPerPixel / 2;
        double across = halfWidth + (MarkerPixels * unitsPerPixel);
        double up = (MarkerPixels + (HeightPixels / 2)) * unitsPerPixel;
        foreach ((double right, double above) in new[] { (1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1) })
        {
            (double middleX, double middleY) = (x + (right * across), y + (above * up));
            if (IsFree(middleX, middleY, halfWidth))
            {
                _labels.Add((middleX, middleY, halfWidth));
                return (middleX, middleY);
            }
        }

        return null;
    }

    private bool IsFree(double x, double y, double halfWidth)
    {
        double height = HeightPixels * unitsPerPixel;
        double marker = MarkerPixels * unitsPerPixel * 0.9;
        return !points.Any(point => Math.Abs(point.X - x) < halfWidth + marker && Math.Abs(point.Y - y) < (height / 2) + marker)
            && !_labels.Any(label => Math.Abs(label.X - x) < halfWidth + label.HalfWidth && Math.Abs(label.Y - y) < height);
    }
}
