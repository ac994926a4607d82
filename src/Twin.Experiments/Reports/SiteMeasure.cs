using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Reports;

/// <summary>The cheapest thing to do about a jammed site, as far as a run's figures tell.</summary>
/// <param name="Site">The site.</param>
/// <param name="Kind">What to do.</param>
/// <param name="People">Of <see cref="SiteMeasureKind.Send"/>: people to send on.</param>
/// <param name="Neighbour">Of <see cref="SiteMeasureKind.Send"/>: where to; null otherwise.</param>
/// <param name="Samplers">Samplers to add or to stand in.</param>
/// <param name="Desks">Desks to add or to man.</param>
/// <remarks>
/// In rising order of cost: open in time; send people to a neighbour that has room, which costs no staff; man what absence left empty; add staff.
/// So many staff are asked for that they are busy at most <see cref="MostBusy"/> of the window. A first guess to be tried out, not a result.
/// </remarks>
internal sealed record SiteMeasure(SiteResult Site, SiteMeasureKind Kind, long People = 0, SiteResult? Neighbour = null, long Samplers = 0, long Desks = 0)
{
    /// <summary>Share of the window that staff are to be busy at most (an estimate: queues stay short up to about there).</summary>
    public const double MostBusy = 0.85;

    /// <summary>People are sent so far at most, m: some 20 minutes' walk (an estimate).</summary>
    public const double MostMetres = 1_500;

    private const long LateMilliseconds = 5 * 60_000;

    /// <summary>Distance to the neighbour, m; 0 without one.</summary>
    public double Metres => Neighbour is null ? 0 : Between(Site, Neighbour);

    /// <summary>The measures of the jammed sites, the worst first.</summary>
    /// <param name="result">The result.</param>
    /// <param name="sites">Where the jam tiers begin.</param>
    /// <param name="most">Most measures.</param>
    public static IReadOnlyList<SiteMeasure> Of(MassTestResult result, SiteParameters sites, int most) =>
        [.. SiteDiagnosis.Worst(result, result.Sites.Count).Where(site => JamTiers.WorstOf(site) != JamTier.Flowing).Take(most).Select(site => For(site, result, sites))];

    private static SiteMeasure For(SiteResult site, MassTestResult result, SiteParameters sites)
    {
        if (site.Opened < 0)
        {
            return new SiteMeasure(site, SiteMeasureKind.Open, Neighbour: Nearest(site, result, 0));
        }

        (long samplers, long desks) = (Short(site, result, Role.Sampler), Short(site, result, Role.Desk));
        long people = Math.Max(OverCapacity(site, result), OverPeak(site, sites));
        if (site.Opened > result.Open + LateMilliseconds)
        {
            return new SiteMeasure(site, SiteMeasureKind.OpenInTime, Samplers: samplers, Desks: desks);
        }

        if (Nearest(site, result, people) is { } neighbour && Between(site, neighbour) <= MostMetres)
        {
            return new SiteMeasure(site, SiteMeasureKind.Send, people, neighbour);
        }

        if (samplers + desks == 0)
        {
            // Enough staff for the day, not for its peak: one more of those who are busier.
            bool desksBusier = Busy(site, Role.Desk) > Busy(site, Role.Sampler);
            (samplers, desks) = desksBusier ? (0, 1) : (1, 0);
        }

        bool areAbsent = samplers <= site.SamplersAbsent && desks <= site.DesksAbsent;
        return new SiteMeasure(site, areAbsent ? SiteMeasureKind.StandIn : SiteMeasureKind.Add, Samplers: samplers, Desks: desks);
    }

    /// <summary>The nearest site that flows and has room for so many more people.</summary>
    private static SiteResult? Nearest(SiteResult site, MassTestResult result, long people) => result.Sites
        .Where(other => other != site && other.Opened >= 0 && JamTiers.WorstOf(other) == JamTier.Flowing && Capacity(other, result) - Demand(other) >= Math.Max(1, people))
        .MinBy(other => (Between(site, other), other.Code));

    private static long Demand(SiteResult site) => site.Tested + site.SentHome + site.StillThere;

    private static long OverCapacity(SiteResult site, MassTestResult result) => Math.Max(0, Demand(site) - Capacity(site, result));

    /// <summary>So many fewer people at the worst minute keep the expected wait under the amber tier.</summary>
    private static long OverPeak(SiteResult site, SiteParameters sites)
    {
        double worst = site.ExpectedWaitByMinute.DefaultIfEmpty().Max();
        double amber = sites.Amber.Milliseconds / 1000.0;
        return worst <= amber ? 0 : (long)Math.Ceiling(site.QueueMax * (1 - (amber / worst)));
    }

    /// <summary>People whom the site's present staff can test when they are busy <see cref="MostBusy"/> of the window.</summary>
    private static long Capacity(SiteResult site, MassTestResult result)
    {
        double window = MostBusy * (result.Close - Math.Max(result.Open, site.Opened));
        double samplers = window * (site.Samplers - site.SamplersAbsent) / WorkEach(site, result, Role.Sampler);
        double desks = window * (site.Desks - site.DesksAbsent) / WorkEach(site, result, Role.Desk);
        return (long)Math.Max(0, Math.Min(samplers, desks));
    }

    private static long Short(SiteResult site, MassTestResult result, Role role)
    {
        double window = MostBusy * (result.Close - result.Open);
        long needed = (long)Math.Ceiling(Demand(site) * WorkEach(site, result, role) / window);
        return Math.Max(0, needed - (role == Role.Sampler ? site.Samplers - site.SamplersAbsent : site.Desks - site.DesksAbsent));
    }

    /// <summary>Work for each person tested, ms; of a site that tested nobody the district's. At least 1.</summary>
    private static double WorkEach(SiteResult site, MassTestResult result, Role role) => site.Tested > 0
        ? Math.Max(1, (double)(role == Role.Sampler ? site.SamplerBusy : site.DeskBusy) / site.Tested)
        : Math.Max(1, result.Sites.Sum(other => role == Role.Sampler ? (double)other.SamplerBusy : other.DeskBusy) / Math.Max(1, result.Tested));

    private static double Busy(SiteResult site, Role role) => role == Role.Sampler
        ? (double)site.SamplerBusy / Math.Max(1, site.SamplerDuty)
        : (double)site.DeskBusy / Math.Max(1, site.DeskDuty);

    private static double Between(SiteResult a, SiteResult b) => Math.Sqrt(Math.Pow(a.X - (double)b.X, 2) + Math.Pow(a.Y - (double)b.Y, 2)) / 100;

    private enum Role
    {
        Sampler,
        Desk,
    }
}

/// <summary>What to do about a jammed site, in rising order of cost.</summary>
internal enum SiteMeasureKind
{
    /// <summary>It never opened.</summary>
    Open,

    /// <summary>It opened late.</summary>
    OpenInTime,

    /// <summary>Send people to a neighbour that has room.</summary>
    Send,

    /// <summary>Man what absence left empty.</summary>
    StandIn,

    /// <summary>Add staff.</summary>
    Add,
}
