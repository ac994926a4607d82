namespace Twin.Model.Testing;

/// <summary>The places of a mass test's metrics in the run's metric table: the frozen catalogue order of the results digest.</summary>
public sealed class MassTestMetrics
{
    /// <summary>Untested reasons.</summary>
    public const int Reasons = 8;

    /// <summary>Cells of a micro-grid: tested, households notified, last notified + 1, then the untested reasons.</summary>
    public const int MicroGridCells = FirstReason + Reasons;

    /// <summary>Place of the first untested reason among a micro-grid's cells.</summary>
    public const int FirstReason = 3;

    /// <summary>Cells of a notice level: reached, sum ms, last ms + 1, to deputy, to the level above.</summary>
    public const int LevelCells = 5;

    /// <summary>Levels of the notice: the entity kinds up to <see cref="Events.EntityKind.Alliance"/>.</summary>
    public const int Levels = 12;

    /// <summary>Lays out the table.</summary>
    /// <param name="horizonMilliseconds">The run's horizon, ms.</param>
    /// <param name="sites">Sites.</param>
    /// <param name="microGrids">Micro-grids.</param>
    /// <param name="hasOwnQuantile">Whether waits are judged at a quantile that no other cell holds: <see cref="TestTargets.HasOwnQuantile"/>.</param>
    public MassTestMetrics(long horizonMilliseconds, int sites, int microGrids, bool hasOwnQuantile)
    {
        Seconds = checked((int)((horizonMilliseconds + 999) / 1000) + 1);
        Minutes = checked((int)((horizonMilliseconds + 59_999) / 60_000) + 1);
        RegistrationWait = 0;
        SwabWait = Seconds;
        TotalWait = 2 * Seconds;
        SentHomeWait = 3 * Seconds;
        TestedBySecond = 4 * Seconds;
        NotifiedByMinute = 5 * Seconds;
        NotifiedByChannel = NotifiedByMinute + Minutes;
        RolesAssigned = NotifiedByChannel + 3;
        MicroGrid = RolesAssigned + 1;
        Level = MicroGrid + (microGrids * MicroGridCells);
        Site = Level + (Levels * LevelCells);
        SiteCells = (int)SiteCell.Scalars + (3 * Minutes);
        TargetWait = Site + (sites * SiteCells);
        HasTargetWaits = hasOwnQuantile;
        Count = checked(TargetWait + (hasOwnQuantile ? sites : 0));
    }

    /// <summary>Length of a histogram by second.</summary>
    public int Seconds { get; }

    /// <summary>Length of a series by minute.</summary>
    public int Minutes { get; }

    /// <summary>First cell of the registration waits.</summary>
    public int RegistrationWait { get; }

    /// <summary>First cell of the swab waits.</summary>
    public int SwabWait { get; }

    /// <summary>First cell of the total waits.</summary>
    public int TotalWait { get; }

    /// <summary>First cell of the waits of people sent home.</summary>
    public int SentHomeWait { get; }

    /// <summary>First cell of the swabs ended, by second rounded up.</summary>
    public int TestedBySecond { get; }

    /// <summary>First cell of the households notified, by minute.</summary>
    public int NotifiedByMinute { get; }

    /// <summary>First cell of the households notified, by channel.</summary>
    public int NotifiedByChannel { get; }

    /// <summary>When the last compound or village had assigned its roles, ms + 1.</summary>
    public int RolesAssigned { get; }

    /// <summary>First cell of the micro-grids.</summary>
    public int MicroGrid { get; }

    /// <summary>First cell of the notice's levels.</summary>
    public int Level { get; }

    /// <summary>First cell of the sites.</summary>
    public int Site { get; }

    /// <summary>Cells of a site.</summary>
    public int SiteCells { get; }

    /// <summary>First of the sites' judged waits, one cell a site, s; behind all else, and only where <see cref="HasTargetWaits"/>.</summary>
    public int TargetWait { get; }

    /// <summary>Whether there are cells for judged waits: not where the 90 % wait is judged, so that such a run's table is as long as ever.</summary>
    public bool HasTargetWaits { get; }

    /// <summary>Cells in all.</summary>
    public int Count { get; }

    /// <summary>A micro-grid's first cell.</summary>
    /// <param name="microGrid">The micro-grid.</param>
    public int OfMicroGrid(int microGrid) => MicroGrid + (microGrid * MicroGridCells);

    /// <summary>A site's cell.</summary>
    /// <param name="site">The site.</param>
    /// <param name="cell">Which figure.</param>
    public int OfSite(int site, SiteCell cell) => Site + (site * SiteCells) + (int)cell;

    /// <summary>First cell of a site's series: 0 swabs ended, 1 queue length, 2 expected wait.</summary>
    /// <param name="site">The site.</param>
    /// <param name="series">0 to 2.</param>
    public int Series(int site, int series) => OfSite(site, SiteCell.Scalars) + (series * Minutes);
}

/// <summary>Figures of a site in the metric table, in catalogue order. Moments are ms + 1, so that 0 is never.</summary>
public enum SiteCell
{
    /// <summary>Arrivals.</summary>
    Arrivals,

    /// <summary>Tested.</summary>
    Tested,

    /// <summary>Tested up to the target time.</summary>
    TestedAtTarget,

    /// <summary>Balked.</summary>
    Balked,

    /// <summary>Sent home.</summary>
    SentHome,

    /// <summary>Late.</summary>
    Late,

    /// <summary>Redirected.</summary>
    Redirected,

    /// <summary>Still there.</summary>
    StillThere,

    /// <summary>Ready, ms + 1.</summary>
    Ready,

    /// <summary>Opened, ms + 1.</summary>
    Opened,

    /// <summary>Last swab's end, ms + 1.</summary>
    LastTest,

    /// <summary>Registration waits, sum ms.</summary>
    RegistrationWaitSum,

    /// <summary>Swab waits, sum ms.</summary>
    SwabWaitSum,

    /// <summary>Waits of people sent home, sum ms.</summary>
    SentHomeWaitSum,

    /// <summary>Greatest registration wait, ms.</summary>
    RegistrationWaitMax,

    /// <summary>Greatest swab wait, ms.</summary>
    SwabWaitMax,

    /// <summary>Greatest total wait, ms.</summary>
    TotalWaitMax,

    /// <summary>Greatest wait of people sent home, ms.</summary>
    SentHomeWaitMax,

    /// <summary>Total wait, median, s.</summary>
    WaitP50,

    /// <summary>Total wait, 90 %, s.</summary>
    WaitP90,

    /// <summary>Total wait, 95 %, s.</summary>
    WaitP95,

    /// <summary>Most people at the door and in both queues.</summary>
    QueueMax,

    /// <summary>Amber minutes.</summary>
    AmberMinutes,

    /// <summary>Red minutes.</summary>
    RedMinutes,

    /// <summary>Desks planned.</summary>
    Desks,

    /// <summary>Desks absent.</summary>
    DesksAbsent,

    /// <summary>Samplers planned.</summary>
    Samplers,

    /// <summary>Samplers absent.</summary>
    SamplersAbsent,

    /// <summary>Desks busy, ms.</summary>
    DeskBusy,

    /// <summary>Desks on duty, ms.</summary>
    DeskDuty,

    /// <summary>Samplers busy, ms.</summary>
    SamplerBusy,

    /// <summary>Samplers on duty, ms.</summary>
    SamplerDuty,

    /// <summary>Tubes.</summary>
    Tubes,

    /// <summary>How many scalars there are.</summary>
    Scalars,
}
