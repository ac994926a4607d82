using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Model.Testing;

/// <summary>Reads a mass test's result from the run's metrics, and checks that nobody is lost or counted twice.</summary>
public static class MassTestResultReader
{
    private static readonly (EntityKind Kind, string Key)[] Levels =
    [
        (EntityKind.District, "district"),
        (EntityKind.Street, "street"),
        (EntityKind.Community, "community"),
        (EntityKind.Compound, "compound"),
        (EntityKind.BaseGrid, "baseGrid"),
        (EntityKind.PartyGroup, "partyGroup"),
        (EntityKind.Household, "household"),
        (EntityKind.Council, "council"),
        (EntityKind.Alliance, "alliance"),
    ];

    /// <summary>Reads the result.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="metrics">Its metrics.</param>
    /// <param name="completed">Whether the run ended by itself. In an interrupted one, news of tests is still on the way to households.</param>
    /// <exception cref="InvalidOperationException">Registered is not tested + untested by reason at some level, or sites and households disagree.</exception>
    public static MassTestResult Read(MassTestPlan plan, MetricTable metrics, bool completed = true)
    {
        long[] cells = metrics.Cells;
        MassTestMetrics table = plan.Metrics;
        MassTestTally tally = new(plan, cells);
        tally.CheckPlaces();
        SiteResult[] sites = [.. Enumerable.Range(0, plan.Layout.Count).Select(site => SiteResultReader.Read(plan, cells, site))];
        WaitHistogram Waits(int first, long sum, long maximum) => new(cells[first..(first + table.Seconds)], sum, maximum);
        MassTestResult result = new()
        {
            Residents = plan.District.Residents,
            Households = plan.District.Households,
            ExpectedOnSite = plan.ExpectedOnSite,
            Open = plan.Open,
            Close = plan.Close,
            Targets = plan.Targets,
            Horizon = plan.Horizon,
            StillThere = sites.Sum(site => site.StillThere),
            TestedByMinute = SumByMinute(sites, table.Minutes),
            TestedAtTarget = Sum(plan, cells, SiteCell.TestedAtTarget),
            T98 = WhenTested(plan, cells, sites.Max(site => site.LastTest)),
            LastTest = sites.Max(site => site.LastTest),
            Untested = tally.Untested(EntityKind.District, 0),
            RegistrationWait = Waits(table.RegistrationWait, Sum(plan, cells, SiteCell.RegistrationWaitSum), Greatest(plan, cells, SiteCell.RegistrationWaitMax)),
            SwabWait = Waits(table.SwabWait, Sum(plan, cells, SiteCell.SwabWaitSum), Greatest(plan, cells, SiteCell.SwabWaitMax)),
            TotalWait = Waits(table.TotalWait, sites.Sum(site => site.WaitSum), Greatest(plan, cells, SiteCell.TotalWaitMax)),
            SentHomeWait = Waits(table.SentHomeWait, Sum(plan, cells, SiteCell.SentHomeWaitSum), Greatest(plan, cells, SiteCell.SentHomeWaitMax)),
            Balked = sites.Sum(site => site.Balked),
            Sites = sites,
            Communities = tally.Communities(),
            Notification = [.. Levels.Select(level => Notification(plan, cells, level.Kind, level.Key))],
            NotifiedByMinute = cells[table.NotifiedByMinute..(table.NotifiedByMinute + table.Minutes)],
            NotifiedByChannel = cells[table.NotifiedByChannel..(table.NotifiedByChannel + 3)],
            RolesAssigned = cells[table.RolesAssigned] - 1,
            SitesReady = sites.Any(site => site.Ready < 0) ? -1 : sites.Max(site => site.Ready),
        };
        if (completed)
        {
            tally.CheckSites(result);
        }

        return result;
    }

    private static long Sum(MassTestPlan plan, long[] cells, SiteCell cell) =>
        Enumerable.Range(0, plan.Layout.Count).Sum(site => cells[plan.Metrics.OfSite(site, cell)]);

    private static long Greatest(MassTestPlan plan, long[] cells, SiteCell cell) =>
        Enumerable.Range(0, plan.Layout.Count).Max(site => cells[plan.Metrics.OfSite(site, cell)]);

    private static long[] SumByMinute(SiteResult[] sites, int minutes)
    {
        long[] sum = new long[minutes];
        foreach (SiteResult site in sites)
        {
            for (int minute = 0; minute < minutes; minute++)
            {
                sum[minute] += site.TestedByMinute[minute];
            }
        }

        return sum;
    }

    /// <summary>The end of the second by which ⌈0.98 × expected⌉ swabs had ended, or the end of the last swab if that is sooner, ms; −1 if never.</summary>
    private static long WhenTested(MassTestPlan plan, long[] cells, long lastTest)
    {
        long needed = ((plan.ExpectedOnSite * 98) + 99) / 100;
        long tested = 0;
        for (int second = 0; second < plan.Metrics.Seconds && needed > 0; second++)
        {
            tested += cells[plan.Metrics.TestedBySecond + second];
            if (tested >= needed)
            {
                return Math.Min(second * 1000L, lastTest);
            }
        }

        return -1;
    }

    private static NotificationLevel Notification(MassTestPlan plan, long[] cells, EntityKind kind, string key)
    {
        int first = plan.Metrics.Level + ((int)kind * MassTestMetrics.LevelCells);
        int count = plan.Population.First(population => population.Kind == kind).Count;
        return new NotificationLevel(key, count, cells[first], cells[first + 1], cells[first + 2] - 1, cells[first + 3], cells[first + 4]);
    }
}
