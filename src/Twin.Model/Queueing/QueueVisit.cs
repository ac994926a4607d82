using System.Runtime.InteropServices;

namespace Twin.Model.Queueing;

/// <summary>One customer's visit to one station. Moments are ms since the start; −1 is never.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct QueueVisit
{
    /// <summary>The customer's kind; 0 without kinds.</summary>
    public required int Kind { get; init; }

    /// <summary>The station at which the customer came in from outside.</summary>
    public required int Origin { get; init; }

    /// <summary>Number among its kind's arrivals there from outside, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Number of the visit, from 0.</summary>
    public required int Visit { get; init; }

    /// <summary>The station.</summary>
    public required int Station { get; init; }

    /// <summary>Arrival at the station.</summary>
    public required long Arrived { get; init; }

    /// <summary>Begin of the service; −1 without one.</summary>
    public required long Started { get; init; }

    /// <summary>When the customer left the station; −1 for who was still there.</summary>
    public required long Left { get; init; }

    /// <summary>How it ended.</summary>
    public required VisitEnd End { get; init; }
}

/// <summary>How a visit to a station ended.</summary>
public enum VisitEnd : byte
{
    /// <summary>Served.</summary>
    Served,

    /// <summary>Came from outside and found the room full.</summary>
    Refused,

    /// <summary>Came from a station and found the room full.</summary>
    Lost,

    /// <summary>Still there when the run ended.</summary>
    StillThere,

    /// <summary>Turned away from a long queue.</summary>
    Balked,

    /// <summary>Gave up waiting.</summary>
    Reneged,
}
