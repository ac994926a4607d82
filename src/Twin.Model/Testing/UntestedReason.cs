namespace Twin.Model.Testing;

/// <summary>Why a resident is untested at the end of a run. Frozen order.</summary>
public enum UntestedReason
{
    /// <summary>The notice has not reached the household yet.</summary>
    NotNotified = 0,

    /// <summary>Did not come, though notified.</summary>
    DidNotCome = 1,

    /// <summary>Balked and gave up.</summary>
    GaveUp = 2,

    /// <summary>Sent home at closing.</summary>
    SentHome = 3,

    /// <summary>Came after closing.</summary>
    Late = 4,

    /// <summary>Cannot leave home and no door-to-door team came.</summary>
    Housebound = 5,

    /// <summary>On the way, or away until a later visit, when the run ended.</summary>
    InTransit = 6,

    /// <summary>At a site, waiting or being served, when the run ended.</summary>
    AtSite = 7,
}
