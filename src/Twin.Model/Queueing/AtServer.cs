namespace Twin.Model.Queueing;

/// <summary>What a server does.</summary>
public struct AtServer
{
    /// <summary>Place of who is served; of a batch the first, the others after them.</summary>
    public int Place;

    /// <summary>How often a service was interrupted here: an end that was set before is void.</summary>
    public int Interruptions;

    /// <summary>When the service at hand ends, ms.</summary>
    public long Ends;
}
