namespace Twin.Experiments.Staffing.Observing;

/// <summary>Who came to a site on one day, and how long each takes to be served: all that decides the waits but the staff.</summary>
/// <param name="Opened">When the site opened, ms; −1 if it never did.</param>
/// <param name="People">In the order of arrival.</param>
/// <param name="Outages">Times without a registration system, ms.</param>
internal sealed record SiteTrace(long Opened, TracedPerson[] People, (long From, long To)[] Outages);

/// <summary>One first visit. Times are ms.</summary>
/// <param name="Arrived">Arrival at the door.</param>
/// <param name="Registration">Registration time.</param>
/// <param name="Paper">Registration time on paper.</param>
/// <param name="InnerWalk">From the desk to the swab queue.</param>
/// <param name="Swab">Swab time.</param>
/// <param name="Changeover">Changeover after it.</param>
/// <param name="BackAfter">How long the person stays away who finds the queue full and comes back; 0 for one who does not come back.</param>
internal readonly record struct TracedPerson(long Arrived, int Registration, int Paper, int InnerWalk, int Swab, int Changeover, int BackAfter);
