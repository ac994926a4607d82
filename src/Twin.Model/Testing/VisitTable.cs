using System.Globalization;

namespace Twin.Model.Testing;

/// <summary>The visits file: one line a visit. Times are seconds since the start with 3 decimals; what never happened is blank.</summary>
/// <remarks>Visits, desks, samplers and tubes are numbered from 1; a tube's number is the sampler's.</remarks>
public static class VisitTable
{
    /// <summary>The first line.</summary>
    public const string Header =
        "person,household,site,visit,arrived,joined,registrationStart,registrationEnd,desk,swabJoin,swabStart,swabEnd,sampler,tube,left,outcome";

    /// <summary>The lines after the header, in order of arrival, then site, then person in code order.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="sites">The visits of each site, in any order.</param>
    public static IEnumerable<string> Lines(MassTestPlan plan, IEnumerable<(int Site, IReadOnlyList<Visit> Visits)> sites) => sites
        .SelectMany(site => site.Visits.Select(visit => (site.Site, Visit: visit)))
        .OrderBy(line => line.Visit.Arrived)
        .ThenBy(line => line.Site)
        .ThenBy(line => line.Visit.Household)
        .ThenBy(line => line.Visit.Member)
        .ThenBy(line => line.Visit.Number)
        .Select(line => Line(plan, line.Site, line.Visit));

    private static string Line(MassTestPlan plan, int site, in Visit visit) => string.Join(
        ',',
        CsvLine.Field(plan.PersonName(visit.Household, visit.Member)),
        CsvLine.Field(plan.CodeOf(Events.EntityId.Of(Events.EntityKind.Household, visit.Household))),
        SiteLayout.CodeOf(site),
        Number(visit.Number),
        Seconds(visit.Arrived),
        Seconds(visit.Joined),
        Seconds(visit.RegistrationStart),
        Seconds(visit.RegistrationEnd),
        Number(visit.Desk),
        Seconds(visit.SwabJoined),
        Seconds(visit.SwabStart),
        Seconds(visit.SwabEnd),
        Number(visit.Sampler),
        Number(visit.Tube - 1),
        Seconds(visit.LeftAt),
        Outcome(visit.Outcome));

    private static string Seconds(long milliseconds) =>
        milliseconds < 0 ? "" : (milliseconds / 1000m).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int fromZero) => fromZero < 0 ? "" : (fromZero + 1).ToString(CultureInfo.InvariantCulture);

    private static string Outcome(VisitOutcome outcome) => outcome switch
    {
        VisitOutcome.Tested => "tested",
        VisitOutcome.Balked => "balked",
        VisitOutcome.SentHome => "sentHome",
        VisitOutcome.Late => "late",
        VisitOutcome.Redirected => "redirected",
        VisitOutcome.StillThere => "stillThere",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
    };
}
