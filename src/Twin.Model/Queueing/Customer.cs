namespace Twin.Model.Queueing;

/// <summary>Somebody in the network.</summary>
public struct Customer
{
    /// <summary>Their kind.</summary>
    public int Kind;

    /// <summary>The stream by which they arrived from outside: kind × stations + station.</summary>
    public int Stream;

    /// <summary>Number among that stream's arrivals, from 0.</summary>
    public int Number;

    /// <summary>Number of the visit at hand, from 0.</summary>
    public int Visit;

    /// <summary>The station at which they are, or to which they travel; −1 when this place is free.</summary>
    public int Station;

    /// <summary>Place of who waits before them; −1 for nobody.</summary>
    public int Before;

    /// <summary>Place of who waits after them, or is served in the same batch; −1 for nobody.</summary>
    public int After;

    /// <summary>Whether they are on the way to the station.</summary>
    public bool Travels;

    /// <summary>When they entered the network, ms.</summary>
    public long Entered;

    /// <summary>When they joined the station, ms.</summary>
    public long Joined;

    /// <summary>When the wait at hand began, ms: when they joined, or their service was interrupted.</summary>
    public long WaitsSince;

    /// <summary>When their service first began, ms; −1 before.</summary>
    public long Started;

    /// <summary>Whether they are served at this moment.</summary>
    public bool IsServed;

    /// <summary>What is left of an interrupted service, ms; 0 for none.</summary>
    public long Remaining;

    /// <summary>Waits of the visit at hand, as far as they have ended, ms.</summary>
    public long WaitedHere;

    /// <summary>Waits of the visits before, ms.</summary>
    public long Waited;
}
