namespace Twin.Experiments.Backtesting.Fitting;

/// <summary>How far the truth lies beyond the best point, and how far the best point lies from the counts, on days whose parameters are known: a round's own.</summary>
/// <remarks>
/// An interval of a profile likelihood is right only if its distances are χ² distributed. The days of a round tell how they really are: each is taken for the
/// counts, its distance from the surface as if that had been fitted without it, and its parameters are looked for. What the share asked for of them needs is the
/// intervals' width (a Neyman construction by simulation, averaged over the box: Carpenter, Statistics in Medicine 18, 1999).
/// </remarks>
internal sealed class FitCalibration
{
    private FitCalibration(double[] beyond, double[] distances) => (Beyond, Distances) = (beyond, distances);

    /// <summary>How much further than the best point an interval reaches, for each parameter, so that the share asked for of the days' intervals hold their truth.</summary>
    public IReadOnlyList<double> Beyond { get; }

    /// <summary>Each day's distance from its best point.</summary>
    public IReadOnlyList<double> Distances { get; }

    /// <summary>Calibrates.</summary>
    /// <param name="likelihood">Of the counts.</param>
    /// <param name="surface">Its surface.</param>
    /// <param name="places">Parameters of each day, −1 to 1.</param>
    /// <param name="confidence">Share of the days whose interval of a parameter is to hold its truth.</param>
    /// <param name="least">What each interval reaches at least: that of the χ² distribution, or Student's with so few days.</param>
    /// <param name="threads">Most days at a time; changes no result.</param>
    public static FitCalibration Of(SyntheticLikelihood likelihood, ResponseSurface surface, IReadOnlyList<double[]> places, double confidence, double least, int threads)
    {
        int parameters = places[0].Length;
        double[] distances = new double[places.Count];
        double[][] beyond = [.. places.Select(_ => new double[parameters])];
        Parallel.For(0, places.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, day =>
        {
            SyntheticLikelihood own = likelihood.For(surface.Unseen[day], places[day]);
            distances[day] = own.Distance(own.Best);
            for (int k = 0; k < parameters; k++)
            {
                beyond[day][k] = own.Profile(k, places[day][k], places[day], own.Best).Distance - distances[day];
            }
        });
        int rank = Math.Min(places.Count, (int)Math.Ceiling(confidence * (places.Count + 1)));
        return new FitCalibration([.. Enumerable.Range(0, parameters).Select(k => Math.Max(least, beyond.Select(day => day[k]).Order().ElementAt(rank - 1)))], distances);
    }
}
