using MathNet.Numerics.Distributions;
using Twin.Model.Queueing;

namespace Twin.Experiments.Queueing;

/// <summary>How fast a station that starts empty comes to its steady state, as theory expects it.</summary>
/// <remarks>
/// In heavy traffic the number who wait is a reflected Brownian motion. Started at 0, the share of the steady mean that its mean has reached after a time t,
/// in units of (E[S] / c) (ca² + cs²) / (1 − ρ)², is 1 − 2 (1 + t) (1 − Φ(√t)) + 2 √t φ(√t), with Φ and φ the normal distribution and its density.
/// Servers fill as 1 − exp(−t / E[S]) besides; the slower of the two counts. Arrivals are taken as Poisson (ca² = 1). For M/M/1 at a load of 0.9
/// over 240 mean services it expects 31 % too little; simulation finds the same.
/// Source: Abate and Whitt, Transient behavior of regulated Brownian motion, I: starting at the origin, Advances in Applied Probability 19, 1987.
/// </remarks>
internal sealed record EmptyStart(double UnitSeconds, double ServiceSeconds)
{
    private const int Panels = 400;

    /// <summary>Of a station; null where the formula does not hold: without a steady state, or with a limited room.</summary>
    /// <param name="station">The station.</param>
    /// <param name="load">Its offered load per server.</param>
    public static EmptyStart? Of(StationParameters station, double load)
    {
        double mean = Math.Max(0.001, station.Service.Mean);
        double variation = Math.Pow(station.Service.StandardDeviation / mean, 2);
        return load is >= 1 or <= 0 || station.Room is not null || !double.IsFinite(variation)
            ? null
            : new EmptyStart(mean / station.Servers * (1 + variation) / Math.Pow(1 - load, 2), mean);
    }

    /// <summary>Share of the steady mean that is missing after a time.</summary>
    /// <param name="seconds">Since the empty start.</param>
    public double MissingAfter(double seconds)
    {
        double t = seconds / UnitSeconds;
        double root = Math.Sqrt(t);
        double waiting = (2 * (1 + t) * Normal.CDF(0, 1, -root)) - (2 * root * Normal.PDF(0, 1, root));
        return Math.Max(waiting, Math.Exp(-seconds / ServiceSeconds));
    }

    /// <summary>Mean of the missing share over a span.</summary>
    /// <param name="from">From, s.</param>
    /// <param name="to">To, s; later.</param>
    /// <remarks>Simpson's rule over the root of the time: at 0 the share falls as steeply as a root.</remarks>
    public double MissingOver(double from, double to)
    {
        double first = Math.Sqrt(from);
        double width = (Math.Sqrt(to) - first) / Panels;
        double sum = 0;
        for (int i = 0; i <= Panels; i++)
        {
            double root = first + (i * width);
            int weight = i is 0 or Panels ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * MissingAfter(root * root) * 2 * root;
        }

        return sum * width / 3 / (to - from);
    }

    /// <summary>After which time no more than a share is missing, s.</summary>
    /// <param name="share">The share, above 0.</param>
    public double Until(double share)
    {
        double high = Math.Max(UnitSeconds, ServiceSeconds);
        while (MissingAfter(high) > share)
        {
            high *= 2;
        }

        double low = 0;
        while (high - low > high * 1e-6)
        {
            double middle = (low + high) / 2;
            (low, high) = MissingAfter(middle) > share ? (middle, high) : (low, middle);
        }

        return high;
    }
}
