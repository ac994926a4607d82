namespace Twin.Model.Queueing;

/// <summary>What limits a run's figures.</summary>
/// <param name="Kind">What kind of limit.</param>
/// <param name="Station">The station's name; empty for the whole network.</param>
/// <param name="Value">The number that it is about: seconds, a load, or people, by kind.</param>
public sealed record QueueWarning(QueueWarningKind Kind, string Station, double Value);

/// <summary>Kinds of limits.</summary>
public enum QueueWarningKind
{
    /// <summary>The mean service time is under 1 s, so that rounding to whole ms shows. Value: the mean, s.</summary>
    ShortService,

    /// <summary>The mean time between arrivals from outside is under 1 s, so that rounding to whole ms shows. Value: the mean, s.</summary>
    ShortInterarrival,

    /// <summary>More than 0.1 % of the service times were drawn below 1 ms and are 1 ms. Value: their share.</summary>
    RaisedService,

    /// <summary>
    /// More work arrives in the time of statistics than the servers can do, and the room is unlimited: averages depend on how long it lasts.
    /// Value: the offered load per server, 1 or more.
    /// </summary>
    Overload,

    /// <summary>People were still there when the run ended; their times are not in the figures. Value: how many.</summary>
    NotLeft,

    /// <summary>The run ended before the statistics did. Value: how long the statistics lasted, s.</summary>
    CutShort,
}
