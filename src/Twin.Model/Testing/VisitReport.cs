namespace Twin.Model.Testing;

/// <summary>How a visit ended, in one word of an event's payload: outcome in 4 bits, visit in 8, site in 20.</summary>
public static class VisitReport
{
    /// <summary>Packs a report.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="visit">Number of the visit, from 0 to 255.</param>
    /// <param name="site">Ordinal of the site, below 2²⁰.</param>
    public static int Pack(VisitOutcome outcome, int visit, int site) => (int)outcome | (visit << 4) | (site << 12);

    /// <summary>Unpacks a report.</summary>
    /// <param name="word">From <see cref="Pack"/>.</param>
    public static (VisitOutcome Outcome, int Visit, int Site) Unpack(int word) => ((VisitOutcome)(word & 15), (word >> 4) & 255, word >>> 12);
}

/// <summary>What a person does who balked.</summary>
public enum BalkChoice
{
    /// <summary>Come back to the same site later.</summary>
    ComeBack,

    /// <summary>Try the next nearest site.</summary>
    NextSite,

    /// <summary>Stay untested.</summary>
    GiveUp,
}
