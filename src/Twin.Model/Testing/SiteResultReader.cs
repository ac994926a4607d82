using Twin.Model.Events;

namespace Twin.Model.Testing;

/// <summary>Reads one site's result from the run's metrics.</summary>
internal static class SiteResultReader
{
    /// <summary>Reads a site's result.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="cells">Its metrics.</param>
    /// <param name="site">The site.</param>
    public static SiteResult Read(MassTestPlan plan, long[] cells, int site)
    {
        MassTestMetrics table = plan.Metrics;
        long Cell(SiteCell cell) => cells[table.OfSite(site, cell)];
        long? Wait(long seconds) => Cell(SiteCell.Tested) == 0 ? null : seconds;
        long[] Series(int series) => cells[table.Series(site, series)..(table.Series(site, series) + table.Minutes)];
        return new SiteResult
        {
            Code = SiteLayout.CodeOf(site),
            Community = plan.CodeOf(EntityId.Of(EntityKind.Community, plan.Layout.Community[site])),
            X = plan.Layout.X[site],
            Y = plan.Layout.Y[site],
            HomeResidents = plan.Layout.HomeResidents[site],
            Desks = Cell(SiteCell.Desks),
            DesksAbsent = Cell(SiteCell.DesksAbsent),
            Samplers = Cell(SiteCell.Samplers),
            SamplersAbsent = Cell(SiteCell.SamplersAbsent),
            Ready = Cell(SiteCell.Ready) - 1,
            Opened = Cell(SiteCell.Opened) - 1,
            Arrivals = Cell(SiteCell.Arrivals),
            Tested = Cell(SiteCell.Tested),
            Balked = Cell(SiteCell.Balked),
            SentHome = Cell(SiteCell.SentHome),
            Late = Cell(SiteCell.Late),
            Redirected = Cell(SiteCell.Redirected),
            StillThere = Cell(SiteCell.StillThere),
            WaitSum = Cell(SiteCell.RegistrationWaitSum) + Cell(SiteCell.SwabWaitSum),
            WaitP50 = Wait(Cell(SiteCell.WaitP50)),
            WaitP90 = Wait(Cell(SiteCell.WaitP90)),
            WaitP95 = Wait(Cell(SiteCell.WaitP95)),
            TargetWait = table.HasTargetWaits ? Wait(cells[table.TargetWait + site]) : null,
            WaitMax = Wait((Cell(SiteCell.TotalWaitMax) + 999) / 1000),
            QueueMax = Cell(SiteCell.QueueMax),
            AmberMinutes = Cell(SiteCell.AmberMinutes),
            RedMinutes = Cell(SiteCell.RedMinutes),
            DeskBusy = Cell(SiteCell.DeskBusy),
            DeskDuty = Cell(SiteCell.DeskDuty),
            SamplerBusy = Cell(SiteCell.SamplerBusy),
            SamplerDuty = Cell(SiteCell.SamplerDuty),
            LastTest = Cell(SiteCell.LastTest) - 1,
            Tubes = Cell(SiteCell.Tubes),
            TestedByMinute = Series(0),
            QueueByMinute = Series(1),
            ExpectedWaitByMinute = Series(2),
        };
    }
}
