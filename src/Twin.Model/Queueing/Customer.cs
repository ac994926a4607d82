namespace Twin.Model.Queueing;

/// <summary>Somebody in the network.</summary>
public struct Customer
{
    /// <summary>The station at which they arrived from outside.</summary>
    public int Origin;

    /// <summary>Number among that station's arrivals from outside, from 0.</summary>
    public int Number;

    /// <summary>Number of the visit at hand, from 0.</summary>
    public int Visit;

    /// <summary>The station at which they are; −1 when this place is free.</summary>
    public int Station;

    /// <summary>When they entered the network, ms.</summary>
    public long Entered;

    /// <summary>When they joined the station, ms.</summary>
    public long Joined;

    /// <summary>When the service at hand began, ms; −1 while they wait.</summary>
    public long Started;

    /// <summary>Waits of the visits before, ms.</summary>
    public long Waited;
}
