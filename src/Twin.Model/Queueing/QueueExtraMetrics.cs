namespace Twin.Model.Queueing;

/// <summary>Figures that only networks with schedules, balking, patience, appointments or kinds have: after those of <see cref="QueueMetrics"/>, so that other networks keep their table.</summary>
/// <param name="Stations">Stations of the network.</param>
/// <param name="Kinds">Kinds of customers that have a name.</param>
internal readonly record struct QueueExtraMetrics(int Stations, int Kinds)
{
    /// <summary>Cells in all, those of <see cref="QueueMetrics"/> included.</summary>
    public int Count => OfKind(Kinds, 0);

    /// <summary>A cell of the whole network.</summary>
    /// <param name="cell">Which figure.</param>
    public int Of(NetworkExtraCell cell) => QueueMetrics.Count(Stations) + (int)cell;

    /// <summary>A station's cell.</summary>
    /// <param name="station">The station.</param>
    /// <param name="cell">Which figure.</param>
    public int Of(int station, StationExtraCell cell) => Of(NetworkExtraCell.Cells) + (station * (int)StationExtraCell.Cells) + (int)cell;

    /// <summary>The first cell of a kind: of its journeys, then of its visits to each station.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="place">0 for journeys, 1 + the station for visits.</param>
    public int OfKind(int kind, int place) => Of(Stations, 0) + (((kind * (Stations + 1)) + place) * (int)KindCell.Cells);
}

/// <summary>Further figures of the network.</summary>
internal enum NetworkExtraCell
{
    /// <summary>Arrivals from outside who turned away at their first station.</summary>
    Balked,

    /// <summary>… who gave up later: out of patience, or turned away at a later station.</summary>
    GaveUp,

    /// <summary>Appointments within the statistics to which nobody came.</summary>
    NoShow,

    /// <summary>How many cells.</summary>
    Cells,
}

/// <summary>Further figures of a station.</summary>
internal enum StationExtraCell
{
    /// <summary>Arrivals who turned away.</summary>
    Balked,

    /// <summary>Arrivals who gave up waiting.</summary>
    Reneged,

    /// <summary>Their waits, sum ms.</summary>
    RenegedTime,

    /// <summary>Time of all servers on duty, finishing included, ms.</summary>
    DutyTime,

    /// <summary>How many cells.</summary>
    Cells,
}

/// <summary>Figures of a kind of customers: its journeys, or its visits to a station.</summary>
internal enum KindCell
{
    /// <summary>Arrivals.</summary>
    Arrived,

    /// <summary>… refused at a full station; of journeys, the first.</summary>
    Refused,

    /// <summary>… turned away; of journeys, at the first station.</summary>
    Balked,

    /// <summary>… lost at a later station that was full; of journeys only.</summary>
    Lost,

    /// <summary>… gave up: out of patience, of journeys also turned away at a later station.</summary>
    GaveUp,

    /// <summary>… still there when the run ended.</summary>
    StillThere,

    /// <summary>Appointments to which nobody came; of journeys only.</summary>
    NoShow,

    /// <summary>Times of the served.</summary>
    Time,

    /// <summary>Their waits.</summary>
    Wait = Time + DurationCell.Cells,

    /// <summary>How many cells.</summary>
    Cells = Wait + DurationCell.Cells,
}
