using Twin.Model.Distributions;

namespace Twin.Model.Queueing;

/// <summary>When people arrive at a station from outside: given moments, or a Poisson process with a rate for each interval. Immutable.</summary>
public sealed class ArrivalSchedule
{
    private const double MillisecondsPerHour = 3_600_000;
    private readonly double[] _from;
    private readonly double[] _to;
    private readonly double[] _ratePerMillisecond;
    private readonly double[] _cumulatedAtFrom;

    private ArrivalSchedule(ArrivalParameters? parameters, long[]? given, IReadOnlyList<(double From, double To, double PerHour)> intervals)
    {
        Given = given;
        Batches = new ChanceTable(parameters?.BatchSizes ?? new Dictionary<string, double>());
        Lateness = parameters?.Lateness;
        NoShow = parameters?.NoShow ?? 0;
        Population = parameters?.Population ?? 0;
        ThinkTime = parameters?.ThinkTime;
        _from = new double[intervals.Count];
        _to = new double[intervals.Count];
        _ratePerMillisecond = new double[intervals.Count];
        _cumulatedAtFrom = new double[intervals.Count + 1];
        for (int i = 0; i < intervals.Count; i++)
        {
            (_from[i], _to[i], double perHour) = intervals[i];
            _ratePerMillisecond[i] = perHour / MillisecondsPerHour;
            _cumulatedAtFrom[i + 1] = perHour == 0 ? _cumulatedAtFrom[i] : _cumulatedAtFrom[i] + ((_to[i] - _from[i]) * _ratePerMillisecond[i]);
        }
    }

    /// <summary>Given moments in order, ms since the start; null for a Poisson process.</summary>
    public long[]? Given { get; }

    /// <summary>How late people come to given moments; null for on time.</summary>
    public Distribution? Lateness { get; }

    /// <summary>Probability that somebody does not come at a given moment.</summary>
    public double NoShow { get; }

    /// <summary>Members of a closed population; 0 for none.</summary>
    public int Population { get; }

    /// <summary>How long a member stays away.</summary>
    public Distribution? ThinkTime { get; }

    /// <summary>How many come at once; empty for one.</summary>
    internal ChanceTable Batches { get; }

    /// <summary>Intervals of a Poisson process.</summary>
    public int Intervals => _from.Length;

    /// <summary>Compiles a station's arrivals.</summary>
    /// <param name="arrivals">The parameters; null for a station without arrivals from outside.</param>
    public static ArrivalSchedule Of(ArrivalParameters? arrivals)
    {
        if (arrivals?.PoissonPerHour is { } perHour)
        {
            return new ArrivalSchedule(arrivals, null, [(0, double.PositiveInfinity, perHour)]);
        }

        if (arrivals is { Rates.Count: > 0 })
        {
            return new ArrivalSchedule(arrivals, null, [.. arrivals.Rates.Select(r => ((double)r.From.Milliseconds, (double)r.To.Milliseconds, r.PerHour))]);
        }

        if (arrivals is { File.Length: > 0 } or { RatesFile.Length: > 0 })
        {
            throw new InvalidOperationException($"The file {arrivals.File}{arrivals.RatesFile} has not been read: see {nameof(QueueFiles)}.");
        }

        return new ArrivalSchedule(arrivals, [.. (arrivals?.Times ?? []).Select(time => time.Milliseconds).Order()], []);
    }

    /// <summary>The moment at which the cumulated rate reaches a value: exact inversion of a piecewise-linear function.</summary>
    /// <param name="cumulated">Expected arrivals since the start; at least 0.</param>
    /// <param name="interval">Where to look first: no later than the answer's interval; moved on to it.</param>
    /// <returns>Milliseconds since the start, exact, not rounded; infinite when the value is never reached.</returns>
    public double Inverse(double cumulated, ref int interval)
    {
        while (interval < _from.Length && _cumulatedAtFrom[interval + 1] <= cumulated)
        {
            interval++;
        }

        return interval == _from.Length
            ? double.PositiveInfinity
            : _from[interval] + ((cumulated - _cumulatedAtFrom[interval]) / _ratePerMillisecond[interval]);
    }

    /// <summary>Expected arrivals in a span of time.</summary>
    /// <param name="from">From, ms.</param>
    /// <param name="to">To, ms; at least from.</param>
    public double Expected(long from, long to)
    {
        if (Given is not null)
        {
            return Given.Count(moment => moment >= from && moment <= to) * (1 - NoShow);
        }

        double sum = 0;
        for (int i = 0; i < _from.Length; i++)
        {
            sum += Math.Max(0, Math.Min(to, _to[i]) - Math.Max(from, _from[i])) * _ratePerMillisecond[i];
        }

        return Batches.IsEmpty ? sum : sum * Batches.Mean;
    }

    /// <summary>Least mean time between arrivals, seconds; infinite with fewer than two arrivals.</summary>
    public double LeastMeanGapSeconds()
    {
        if (Given is { } given)
        {
            return given.Length < 2 ? double.PositiveInfinity : (given[^1] - given[0]) / 1000.0 / (given.Length - 1);
        }

        double greatest = _ratePerMillisecond.Length == 0 ? 0 : _ratePerMillisecond.Max();
        return greatest == 0 ? double.PositiveInfinity : 1 / (greatest * 1000);
    }
}
