using Twin.Experiments.Statistics;

namespace Twin.Experiments.Backtesting.Predicting;

/// <summary>How many counts lie within the model's bands, against how many should.</summary>
/// <param name="Asked">The level that was asked for, such as 0.90.</param>
/// <param name="Nominal">The level that the bands have.</param>
/// <param name="Cells">Counts that tell anything: not those that are the same on every day and in the count.</param>
/// <param name="Inside">Of these, how many lie within their band, its edges included.</param>
/// <param name="Share">The share within the bands, a count that ties with days of the model shared out over the ranks that it may have.</param>
/// <param name="Low">Lower end of its 95 % interval over sites (Student t); null with fewer than five sites.</param>
/// <param name="High">Upper end.</param>
/// <param name="ExpectedLow">What the share is on days of the model, 95 %: lower end; null with fewer than 39 days.</param>
/// <param name="ExpectedHigh">Upper end.</param>
/// <param name="Probability">Two-sided p-value of the share's rank among those of the model's days.</param>
/// <remarks>
/// The counts of one day hang together, so no binomial interval is used. Each of the model's days is compared with the others as the count is: if
/// the model is right, the count's day is one more of them, and its share has any rank with the same probability (Besag and Clifford, "Generalized Monte
/// Carlo significance tests", Biometrika 76, 1989). Ties are shared out as in Czado, Gneiting and Held, "Predictive model assessment for count data",
/// Biometrics 65 (2009), so that the expected share is exactly the nominal one.
/// </remarks>
public sealed record BandCoverage(
    double Asked, double Nominal, int Cells, int Inside, double Share, double? Low, double? High, double? ExpectedLow, double? ExpectedHigh, double Probability)
{
    /// <summary>The share of each of the model's days among the others, and last that of the counts.</summary>
    public IReadOnlyList<double> Shares { get; init; } = [];

    /// <summary>What the share says.</summary>
    public CoverageVerdict Verdict => Probability > 0.05 + 1e-9 ? CoverageVerdict.AsExpected : Share < Nominal ? CoverageVerdict.TooFew : CoverageVerdict.TooMany;

    /// <summary>The coverage of bands of a level; null if there are too few days for them, or no count tells anything.</summary>
    /// <param name="level">The level, above 0 and below 1.</param>
    /// <param name="observed">The counts.</param>
    /// <param name="days">The same counts on each day of the model.</param>
    /// <param name="sites">Site of each count.</param>
    public static BandCoverage? Of(double level, int[] observed, IReadOnlyList<int[]> days, IReadOnlyList<int> sites)
    {
        ArgumentNullException.ThrowIfNull(observed);
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(sites);
        int rank = PredictionBand.RankOf(days.Count, level);
        if (rank < 1)
        {
            return null;
        }

        double[] shares = new double[days.Count + 1];
        Dictionary<int, List<double>> bySite = [];
        (int cells, int inside) = (0, 0);
        int[] values = new int[days.Count + 1];
        for (int cell = 0; cell < observed.Length; cell++)
        {
            int[] sorted = Sorted(cell, observed, days, values);
            if (sorted[0] == sorted[^1])
            {
                continue;
            }

            cells++;
            for (int day = 0; day < values.Length; day++)
            {
                shares[day] += InsideOf(values[day], sorted, rank);
            }

            inside += IsInside(observed[cell], cell, days, rank) ? 1 : 0;
            if (!bySite.TryGetValue(sites[cell], out List<double>? own))
            {
                bySite[sites[cell]] = own = [];
            }

            own.Add(InsideOf(observed[cell], sorted, rank));
        }

        return cells == 0 ? null : Judge(level, rank, cells, inside, [.. shares.Select(share => share / cells)], [.. bySite.Values.Select(own => own.Average())]);
    }

    private static BandCoverage Judge(double level, int rank, int cells, int inside, double[] shares, double[] bySite)
    {
        double[] days = shares[..^1];
        ConfidenceInterval? interval = ReplicationRule.Interval(bySite);
        PredictionBand? expected = PredictionBand.Of(days, 0.95);
        return new BandCoverage(
            level, (double)(days.Length + 1 - (2 * rank)) / (days.Length + 1), cells, inside, shares[^1],
            interval is { } over ? Math.Max(0, over.Low) : null, interval is { } under ? Math.Min(1, under.High) : null,
            expected?.Low, expected?.High, PredictedFigure.Of(shares[^1], days).Probability)
        { Shares = shares };
    }

    private static int[] Sorted(int cell, int[] observed, IReadOnlyList<int[]> days, int[] values)
    {
        for (int day = 0; day < days.Count; day++)
        {
            values[day] = days[day][cell];
        }

        values[^1] = observed[cell];
        int[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The share of the ranks that a value may have among all that lie strictly between the band's edges of the others.</summary>
    private static double InsideOf(int value, int[] sorted, int rank)
    {
        int first = LowerBound(sorted, value) + 1;
        int last = LowerBound(sorted, value + 1);
        int within = Math.Max(0, Math.Min(last, sorted.Length - rank) - Math.Max(first, rank + 1) + 1);
        return (double)within / (last - first + 1);
    }

    private static bool IsInside(int value, int cell, IReadOnlyList<int[]> days, int rank) =>
        days.Count(day => day[cell] <= value) >= rank && days.Count(day => day[cell] >= value) >= rank;

    /// <summary>How many values are below.</summary>
    private static int LowerBound(int[] sorted, int value)
    {
        (int low, int high) = (0, sorted.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>What a share of counts within bands says.</summary>
public enum CoverageVerdict
{
    /// <summary>As on days of the model.</summary>
    AsExpected,

    /// <summary>Fewer within than on days of the model: the model is off, or too sure.</summary>
    TooFew,

    /// <summary>More within than on days of the model: the model is not sure enough.</summary>
    TooMany,
}
