namespace Twin.Model.Queueing;

/// <summary>The places of a network's metrics in the run's metric table: the frozen catalogue order of the results digest.</summary>
public static class QueueMetrics
{
    /// <summary>Cells in all.</summary>
    /// <param name="stations">Stations of the network.</param>
    public static int Count(int stations) => checked((stations * (int)StationCell.Cells) + (int)NetworkCell.Cells);

    /// <summary>A station's cell.</summary>
    /// <param name="station">The station.</param>
    /// <param name="cell">Which figure.</param>
    public static int Of(int station, StationCell cell) => (int)NetworkCell.Cells + (station * (int)StationCell.Cells) + (int)cell;

    /// <summary>A cell of the whole network.</summary>
    /// <param name="cell">Which figure.</param>
    public static int Of(NetworkCell cell) => (int)cell;
}

/// <summary>Figures of a sample of durations, all in ms.</summary>
public enum DurationCell
{
    /// <summary>How many.</summary>
    Count,

    /// <summary>How many above zero.</summary>
    AboveZero,

    /// <summary>Sum.</summary>
    Sum,

    /// <summary>Median.</summary>
    P50,

    /// <summary>90 %.</summary>
    P90,

    /// <summary>95 %.</summary>
    P95,

    /// <summary>99 %.</summary>
    P99,

    /// <summary>Greatest.</summary>
    Maximum,

    /// <summary>How many cells.</summary>
    Cells,
}

/// <summary>Figures of the whole network: of those who arrived from outside in the time of statistics, and time integrals over it.</summary>
public enum NetworkCell
{
    /// <summary>Length of the statistics so far, ms.</summary>
    StatisticsTime,

    /// <summary>Arrivals from outside.</summary>
    Arrived,

    /// <summary>… refused at their first station.</summary>
    Refused,

    /// <summary>… lost at a later station.</summary>
    Lost,

    /// <summary>… still there when the run ended.</summary>
    StillThere,

    /// <summary>Visits of those who completed their journey, sum.</summary>
    Visits,

    /// <summary>Time in the network of those who were lost later, sum ms.</summary>
    LostTime,

    /// <summary>Integral of the number in the network, ms.</summary>
    InNetworkTime,

    /// <summary>The same from the customers' own times within the statistics, sum ms.</summary>
    SojournWithin,

    /// <summary>Time in the network of those who completed their journey.</summary>
    Time,

    /// <summary>Waits at all stations of those who completed their journey.</summary>
    Wait = Time + DurationCell.Cells,

    /// <summary>How many cells.</summary>
    Cells = Wait + DurationCell.Cells,
}

/// <summary>Figures of a station: of those who arrived in the time of statistics, and time integrals over it.</summary>
public enum StationCell
{
    /// <summary>Arrivals, from outside and from stations.</summary>
    Arrived,

    /// <summary>… refused because the room was full.</summary>
    Refused,

    /// <summary>… still there when the run ended.</summary>
    StillThere,

    /// <summary>Integral of the number at the station, ms.</summary>
    InSystemTime,

    /// <summary>Integral of the number who wait, ms.</summary>
    InQueueTime,

    /// <summary>Busy time of all servers, ms.</summary>
    BusyTime,

    /// <summary>Integral of the number at the station from the customers' own times, sum ms.</summary>
    SojournWithin,

    /// <summary>Integral of the number who wait from the customers' own times, sum ms.</summary>
    WaitWithin,

    /// <summary>Greatest number at the station.</summary>
    InSystemGreatest,

    /// <summary>Greatest number who wait.</summary>
    InQueueGreatest,

    /// <summary>Waits.</summary>
    Wait,

    /// <summary>Times at the station.</summary>
    Sojourn = Wait + DurationCell.Cells,

    /// <summary>How many cells.</summary>
    Cells = Sojourn + DurationCell.Cells,
}
