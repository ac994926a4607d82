using Twin.Model.Events;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <content>To which site people go: home, elsewhere, the next nearest, or where they are redirected.</content>
public sealed partial class MassTestPlan
{
    private readonly int[] _home;
    private readonly int[][] _others;
    private readonly long[] _opensAt;
    private readonly long[] _closesAt;
    private readonly int[] _relief;

    /// <summary>Home site of a household; the nearest other one in place of a reserve site.</summary>
    /// <param name="household">The household.</param>
    public int HomeSite(int household) => _home[District.HouseholdMicroGrid[household]];

    /// <summary>Where who means to go to a site goes: in place of home to the reserve site that relieves it, once that is open.</summary>
    /// <param name="household">The household.</param>
    /// <param name="site">The site that was chosen.</param>
    /// <param name="at">When they mean to be there, ms.</param>
    public int SiteAt(int household, int site, long at)
    {
        int relief = _relief[District.HouseholdMicroGrid[household]];
        return relief >= 0 && site == HomeSite(household) && _opensAt[relief] <= at ? relief : site;
    }

    /// <summary>Where people of a closed site are sent: the nearest other site that is neither closed nor an unopened reserve; −1 if none is.</summary>
    /// <param name="site">The closed site.</param>
    /// <param name="at">When they are sent, ms.</param>
    /// <param name="passOver">How many of those to pass over: as many as turned out to be closed by an input that the plan does not know.</param>
    public int RedirectFrom(int site, long at, int passOver = 0)
    {
        foreach (int other in Layout.NearestTo[site])
        {
            if (_opensAt[other] <= at && _closesAt[other] > at && passOver-- <= 0)
            {
                return other;
            }
        }

        return -1;
    }

    /// <summary>Whether a site takes people at a moment as far as the scenario says; an input may have closed it all the same.</summary>
    /// <param name="site">The site.</param>
    /// <param name="at">The moment, ms.</param>
    public bool IsOpenAsPlanned(int site, long at) => _opensAt[site] <= at && _closesAt[site] > at;

    /// <summary>The next nearest site for who balks: the one that follows in the order of nearness to where the party went first, and round again.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Member, or <see cref="Household.Whole"/>: the party as it set out.</param>
    /// <param name="site">The site that they leave.</param>
    /// <param name="at">When they leave, ms: an unopened reserve site is passed over.</param>
    /// <returns>The site; −1 if there is no other.</returns>
    public int NextNearest(EntityId household, int member, int site, long at)
    {
        int first = FirstSite(household, member);
        int[] order = Layout.NearestTo[first];
        int place = site == first ? -1 : Array.IndexOf(order, site);
        for (int step = 1; step <= order.Length; step++)
        {
            int next = (place + 1 + step) % (order.Length + 1);
            int other = next == 0 ? first : order[next - 1];
            if (other != site && _opensAt[other] <= at)
            {
                return other;
            }
        }

        return -1;
    }

    private int FirstSite(EntityId household, int member)
    {
        if (Arrivals is not null)
        {
            return Arrivals.Site[household.Ordinal];
        }

        int site = ChooseSite(household, member);
        return site >= 0 ? site : HomeSite(household.Ordinal);
    }

    private int[] HomeSites()
    {
        int[] home = new int[District.MicroGrids];
        for (int grid = 0; grid < home.Length; grid++)
        {
            int placed = Layout.HomeSite[grid];
            int other = Array.FindIndex(Layout.NearestOthers[grid], site => !_reserve[site]);
            home[grid] = _reserve[placed] && other >= 0 ? Layout.NearestOthers[grid][other] : placed;
        }

        return home;
    }

    /// <summary>For each micro-grid the nearest sites other than home, without reserve sites: as many as people choose among.</summary>
    private int[][] OtherSites()
    {
        int[][] others = new int[District.MicroGrids][];
        for (int grid = 0; grid < others.Length; grid++)
        {
            int home = _home[grid];
            others[grid] = [.. Layout.NearestOthers[grid].Where(site => site != home && !_reserve[site]).Take(_parameters.Turnout.NearestOthers)];
        }

        return others;
    }

    /// <summary>For each micro-grid the reserve site that relieves its home: the one in whose place home stands, or the nearest that is nearer; −1 for none.</summary>
    private int[] Relieving()
    {
        int[] reserves = [.. Enumerable.Range(0, Layout.Count).Where(site => _reserve[site] && _opensAt[site] < long.MaxValue)];
        int[] relief = new int[District.MicroGrids];
        for (int grid = 0; grid < relief.Length; grid++)
        {
            double Distance(int site) => Math.Pow(Layout.X[site] - (double)District.MicroGridX[grid], 2) + Math.Pow(Layout.Y[site] - (double)District.MicroGridY[grid], 2);
            int nearest = reserves.Length == 0 ? -1 : reserves.MinBy(Distance);
            int placed = Layout.HomeSite[grid];
            relief[grid] = _reserve[placed] ? placed : nearest >= 0 && Distance(nearest) < Distance(placed) ? nearest : -1;
        }

        return relief;
    }

    /// <summary>From when on each site takes people: a reserve site from the first intervention that opens it.</summary>
    private long[] Openings()
    {
        long[] opens = [.. _reserve.Select(reserve => reserve ? long.MaxValue : 0)];
        foreach (Intervention what in Scenario.Interventions.Where(i => i.Enabled && i.Type == InterventionType.OpenSite))
        {
            foreach (int site in SitesOf(what.Sites))
            {
                opens[site] = Math.Min(opens[site], what.At.SinceStart);
            }
        }

        return opens;
    }

    private long[] Closings()
    {
        long[] closes = new long[Layout.Count];
        Array.Fill(closes, long.MaxValue);
        foreach (Disruption what in Scenario.Disruptions.Where(d => d.Enabled && d.Type == DisruptionType.SiteClosed))
        {
            foreach (int site in SitesOf(what.Sites))
            {
                closes[site] = Math.Min(closes[site], what.At.SinceStart);
            }
        }

        return closes;
    }
}
