namespace Twin.Model.Queueing;

/// <summary>What a run of a queueing network says.</summary>
/// <param name="WarmUpSeconds">Statistics began, s since the start.</param>
/// <param name="EndSeconds">Statistics ended, s since the start.</param>
/// <param name="Stations">Each station, in the scenario's order.</param>
/// <param name="Journey">Whole journeys through the network.</param>
/// <param name="Warnings">What limits the figures.</param>
public sealed record QueueResult(
    double WarmUpSeconds, double EndSeconds, IReadOnlyList<StationResult> Stations, JourneyResult Journey, IReadOnlyList<QueueWarning> Warnings)
{
    /// <summary>Journeys by kind of customer; empty without kinds.</summary>
    public IReadOnlyList<KindResult> Kinds { get; init; } = [];
}

/// <summary>What became of one kind of customers: on their journeys, or at a station.</summary>
/// <param name="Name">Name of the kind.</param>
/// <param name="Arrived">Arrivals.</param>
/// <param name="Refused">… refused at a full station; of journeys, the first.</param>
/// <param name="Balked">… turned away; of journeys, at the first station.</param>
/// <param name="Lost">… lost at a later station that was full; of journeys only.</param>
/// <param name="GaveUp">… gave up waiting; of journeys, also turned away at a later station.</param>
/// <param name="NoShows">Appointments to which nobody came; of journeys only.</param>
/// <param name="StillThere">Arrivals still there when the run ended.</param>
/// <param name="Wait">Waits of the served.</param>
/// <param name="Time">Times of the served.</param>
public sealed record KindResult(
    string Name, long Arrived, long Refused, long Balked, long Lost, long GaveUp, long NoShows, long StillThere, DurationFigures Wait, DurationFigures Time)
{
    /// <summary>Arrivals served to the end.</summary>
    public long Served => Time.Count;
}

/// <summary>Figures of a sample of durations, seconds; all 0 for an empty sample.</summary>
/// <param name="Count">How many.</param>
/// <param name="Mean">Mean.</param>
/// <param name="P50">Median: a quantile q is the least duration with at least ⌈qn⌉ at most it, exact to the ms.</param>
/// <param name="P90">90 %.</param>
/// <param name="P95">95 %.</param>
/// <param name="P99">99 %.</param>
/// <param name="Maximum">Greatest.</param>
public sealed record DurationFigures(long Count, double Mean, double P50, double P90, double P95, double P99, double Maximum);

/// <summary>Little's law of a run: the integral of the number present is the sum of the customers' own times, exactly, in ms.</summary>
/// <param name="NumberTime">Integral of the number present over the time of statistics, ms.</param>
/// <param name="OwnTimes">Sum of the customers' own times within the time of statistics, ms; those present at its edges with their part.</param>
/// <param name="MeanNumber">L: time average of the number present.</param>
/// <param name="RateTimesMean">λW: admitted arrivals per second of the statistics, times their mean time; edges make it differ from L.</param>
public sealed record LittleCheck(long NumberTime, long OwnTimes, double MeanNumber, double RateTimesMean);

/// <summary>What a station did. Counts and waits are of those who arrived in [warmUp, end], followed until they left the station.</summary>
public sealed record StationResult
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Servers.</summary>
    public required int Servers { get; init; }

    /// <summary>Room, those in service included; null when unlimited.</summary>
    public required int? Room { get; init; }

    /// <summary>Arrivals, from outside and from stations.</summary>
    public required long Arrived { get; init; }

    /// <summary>Arrivals refused at the full station.</summary>
    public required long Refused { get; init; }

    /// <summary>Arrivals who turned away from a long queue.</summary>
    public long Balked { get; init; }

    /// <summary>Arrivals who gave up waiting.</summary>
    public long Reneged { get; init; }

    /// <summary>Visits by kind of customer; empty without kinds.</summary>
    public IReadOnlyList<KindResult> Kinds { get; init; } = [];

    /// <summary>Arrivals served: they have left the station.</summary>
    public required long Served { get; init; }

    /// <summary>Arrivals still there when the run ended.</summary>
    public required long StillThere { get; init; }

    /// <summary>Refused / arrived; 0 without arrivals.</summary>
    public required double Loss { get; init; }

    /// <summary>Busy time / time on duty, servers × time where they do not change.</summary>
    public required double Utilisation { get; init; }

    /// <summary>L: time average of the number at the station, those in service included.</summary>
    public required double InSystem { get; init; }

    /// <summary>L_q: time average of the number who wait.</summary>
    public required double InQueue { get; init; }

    /// <summary>Greatest number at the station.</summary>
    public required long InSystemGreatest { get; init; }

    /// <summary>Greatest number who wait.</summary>
    public required long InQueueGreatest { get; init; }

    /// <summary>Share of the admitted whose wait is above 0; 0 without any.</summary>
    public required double WaitProbability { get; init; }

    /// <summary>Waits of the admitted.</summary>
    public required DurationFigures Wait { get; init; }

    /// <summary>Times at the station, wait and service, of the served.</summary>
    public required DurationFigures Sojourn { get; init; }

    /// <summary>Little's law of the number at the station.</summary>
    public required LittleCheck Little { get; init; }

    /// <summary>Little's law of the number who wait.</summary>
    public required LittleCheck LittleQueue { get; init; }
}

/// <summary>What journeys through the network were like. Counts and times are of those who arrived from outside in [warmUp, end], followed until they left the network.</summary>
public sealed record JourneyResult
{
    /// <summary>Arrivals from outside.</summary>
    public required long Arrived { get; init; }

    /// <summary>Arrivals refused at their first station.</summary>
    public required long Refused { get; init; }

    /// <summary>Arrivals lost at a later station.</summary>
    public required long Lost { get; init; }

    /// <summary>Arrivals who turned away at their first station.</summary>
    public long Balked { get; init; }

    /// <summary>Arrivals who gave up later: out of patience, or turned away at a later station.</summary>
    public long GaveUp { get; init; }

    /// <summary>Appointments within the statistics to which nobody came.</summary>
    public long NoShows { get; init; }

    /// <summary>Arrivals who completed their journey: they left after a service.</summary>
    public required long Completed { get; init; }

    /// <summary>Arrivals still there when the run ended.</summary>
    public required long StillThere { get; init; }

    /// <summary>(Refused + lost) / arrived; 0 without arrivals.</summary>
    public required double Loss { get; init; }

    /// <summary>Time average of the number in the network.</summary>
    public required double InNetwork { get; init; }

    /// <summary>Mean number of visits to stations, of completed journeys.</summary>
    public required double Visits { get; init; }

    /// <summary>Time in the network, of completed journeys.</summary>
    public required DurationFigures Time { get; init; }

    /// <summary>Waits at all stations, of completed journeys.</summary>
    public required DurationFigures Wait { get; init; }

    /// <summary>Little's law of the number in the network.</summary>
    public required LittleCheck Little { get; init; }
}
