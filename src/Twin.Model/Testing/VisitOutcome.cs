namespace Twin.Model.Testing;

/// <summary>How a person's visit to a site ended. The numbers are frozen: they are in event payloads.</summary>
public enum VisitOutcome
{
    /// <summary>Swabbed.</summary>
    Tested = 0,

    /// <summary>Did not join: the queue was full.</summary>
    Balked = 1,

    /// <summary>Sent home at closing.</summary>
    SentHome = 2,

    /// <summary>Came after closing.</summary>
    Late = 3,

    /// <summary>The site had closed for good, or a reserve site was not open: go to another.</summary>
    Redirected = 4,

    /// <summary>Still waiting or being served when the run ended.</summary>
    StillThere = 5,
}
