using System.Runtime.InteropServices;
using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Live;
using Twin.Model.Notification;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>A mass test, compiled from a scenario, a district and sites: everything that its entities ask for. Immutable.</summary>
public sealed partial class MassTestPlan : SimulationPlan
{
    /// <summary>Who comes only after a reminder, in place of a site.</summary>
    public const int AfterReminder = -1;

    /// <summary>Who never comes, in place of a site.</summary>
    public const int Never = -2;

    private readonly int[] _partitionOrder;
    private readonly Lazy<MassTestLive> _live;

    /// <summary>Compiles a plan.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="district">The district.</param>
    /// <param name="layout">The sites.</param>
    /// <param name="seed">Seed of the run, or of a replication.</param>
    /// <param name="arrivals">Given arrivals instead of a generated population; may be null.</param>
    /// <param name="recordsVisits">Whether every visit is recorded.</param>
    public MassTestPlan(Scenario scenario, District district, SiteLayout layout, ulong seed, ArrivalList? arrivals = null, bool recordsVisits = false)
    {
        Scenario = scenario;
        District = district;
        Layout = layout;
        Seed = seed;
        Arrivals = arrivals;
        RecordsVisits = recordsVisits;
        _draws = new Draws(seed);
        _parameters = scenario.Testing;
        Horizon = scenario.Horizon.Milliseconds;
        Targets = TestTargets.Of(scenario);
        Metrics = new MassTestMetrics(Horizon, layout.Count, district.MicroGrids, Targets.HasOwnQuantile);
        _able = AbleMasks(district);
        CheckInput();
        _planned = PlanStaff();
        _reserve = [.. Enumerable.Range(0, layout.Count).Select(site => _parameters.Sites.Reserve.Contains(SiteLayout.CodeOf(site)))];
        _home = HomeSites();
        _others = OtherSites();
        _opensAt = Openings();
        _closesAt = Closings();
        _relief = Relieving();
        _slots = new SlotPlan(this);
        Breaks = CompileBreaks();
        _partitionOrder = CumulativeResidents(district);
        Population = CountPopulation();
        _live = new Lazy<MassTestLive>(() => new MassTestLive(this));
    }

    /// <summary>The scenario as resolved.</summary>
    public Scenario Scenario { get; }

    /// <summary>The district.</summary>
    public District District { get; }

    /// <summary>The sites.</summary>
    public SiteLayout Layout { get; }

    /// <summary>Given arrivals; null for a generated population.</summary>
    public ArrivalList? Arrivals { get; }

    /// <summary>Whether every visit is recorded.</summary>
    public bool RecordsVisits { get; }

    /// <summary>What the test is judged against.</summary>
    public TestTargets Targets { get; }

    /// <summary>Places in the metric table.</summary>
    public MassTestMetrics Metrics { get; }

    /// <inheritdoc/>
    public override ulong Seed { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<(EntityKind Kind, int Count)> Population { get; }

    /// <inheritdoc/>
    public override long Horizon { get; }

    /// <inheritdoc/>
    public override (long From, long To) MeasuredWindow => (Open, Close);

    /// <inheritdoc/>
    public override int MetricCells => Metrics.Count;

    /// <summary>Where entities show what they show; made when first asked for, by one thread or several.</summary>
    public MassTestLive LiveCells => _live.Value;

    /// <inheritdoc/>
    public override LiveLayout Live => LiveCells.Layout;

    /// <inheritdoc/>
    public override void ShowFinal(Results.MetricTable metrics, LiveTable shown)
    {
        for (int grid = 0; grid < District.MicroGrids; grid++)
        {
            shown.Set(LiveCells.Household(HouseholdShows.Tested, grid), (int)metrics.Cells[Metrics.OfMicroGrid(grid)]);
        }

        foreach ((SiteShows what, SiteCell cell) in new[] { (SiteShows.Tested, SiteCell.Tested), (SiteShows.Arrived, SiteCell.Arrivals), (SiteShows.Balked, SiteCell.Balked) })
        {
            for (int site = 0; site < Layout.Count; site++)
            {
                shown.Set(LiveCells.Site(what, site), (int)metrics.Cells[Metrics.OfSite(site, cell)]);
            }
        }
    }

    /// <inheritdoc/>
    public override EntityKind CompletingKind => EntityKind.Site;

    /// <inheritdoc/>
    public override IReadOnlyList<EntityId> Recorders =>
        RecordsVisits ? [.. Enumerable.Range(0, Layout.Count).Select(site => EntityId.Of(EntityKind.Site, site))] : [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> ReadRecords(IReadOnlyList<(EntityId Recorder, byte[] Packed)> records) => [.. VisitTable.Lines(
        this, records.Select(record => (record.Recorder.Ordinal, (IReadOnlyList<Visit>)MemoryMarshal.Cast<byte, Visit>(record.Packed).ToArray())))];

    /// <inheritdoc/>
    public override Entity Create(EntityId id) => id.Kind switch
    {
        EntityKind.Household => new Household(id, this),
        EntityKind.Site => new Site(id, this),
        EntityKind.MicroGrid => new MicroGrid(id, this),
        EntityKind.PartyGroup => new PartyGroup(id, this),
        EntityKind.District or EntityKind.Street or EntityKind.Community or EntityKind.Compound or EntityKind.BaseGrid
            or EntityKind.Council or EntityKind.Alliance => new Organisation(id, this),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "A mass test has no such entity."),
    };

    /// <inheritdoc/>
    public override IEnumerable<Event> FirstEvents()
    {
        uint position = 0;
        Event Outside(EntityKind kind, int ordinal, long due, EventKind what, int a = 0, int b = 0, long c = 0) =>
            OutsideEvent((kind, ordinal, due, what, a, b, c), position++);

        if (NoticeIsOn)
        {
            yield return Outside(EntityKind.District, 0, NoticeAt, EventKind.Order);
        }
        else if (Arrivals is null)
        {
            for (int household = 0; household < District.Households; household++)
            {
                yield return Outside(EntityKind.Household, household, 0, EventKind.Notified);
            }
        }

        for (int site = 0; site < Layout.Count; site++)
        {
            yield return Outside(EntityKind.Site, site, Open, EventKind.Open);
            if (!NoticeIsOn)
            {
                yield return Outside(EntityKind.Site, site, 0, EventKind.SiteReady);
            }
        }

        foreach ((EntityKind kind, int ordinal, long due, EventKind what, int a, int b, long c) in Happenings())
        {
            yield return Outside(kind, ordinal, due, what, a, b, c);
        }

        for (int site = 0; site < Layout.Count; site++)
        {
            yield return Outside(EntityKind.Site, site, Horizon - 1, EventKind.StatisticsEnd);
        }

        for (int i = 0; i < (Arrivals?.Count ?? 0); i++)
        {
            yield return Outside(EntityKind.Site, Arrivals!.Site[i], Arrivals.Time[i], EventKind.Arrive, 1, 0, i);
        }

        foreach (TimedInput input in Inputs)
        {
            foreach (Event e in EventsOf(input.Input, input.At, position))
            {
                position++;
                yield return e;
            }
        }
    }

    private static Event OutsideEvent((EntityKind Kind, int Ordinal, long Due, EventKind What, int A, int B, long C) happening, uint position) => new()
    {
        Target = EntityId.Of(happening.Kind, happening.Ordinal),
        Due = happening.Due,
        Kind = happening.What,
        A = happening.A,
        B = happening.B,
        C = happening.C,
        Counter = position,
    };

    /// <inheritdoc/>
    public override string CodeOf(EntityId id) => id.Kind == EntityKind.Site
        ? SiteLayout.CodeOf(id.Ordinal)
        : Arrivals is not null && id.Kind == EntityKind.Household ? PersonName(id.Ordinal, 0) : Codes.Format(id);

    /// <summary>A person's name in a visits file: the arrivals file's, or household code and member.</summary>
    /// <param name="household">The household.</param>
    /// <param name="member">Which member.</param>
    public string PersonName(int household, int member)
    {
        if (Arrivals is null)
        {
            return $"{Codes.Format(EntityId.Of(EntityKind.Household, household))}-{member + 1}";
        }

        string name = Arrivals.Person.Length == 0 ? "" : Arrivals.Person[household];
        return name.Length > 0 ? name : $"P{household + 1}";
    }

    /// <inheritdoc/>
    public override int PartitionOf(EntityId id, int partitions)
    {
        int community = CommunityOf(id);
        long before = _partitionOrder[community];
        return (int)Math.Min(partitions - 1, before * partitions / Math.Max(1, District.Residents));
    }

    private DistrictCodes Codes { get => field ??= new DistrictCodes(District); }

    private int CommunityOf(EntityId id) => id.Kind switch
    {
        EntityKind.Household => District.CommunityOf(id.Ordinal),
        EntityKind.MicroGrid or EntityKind.PartyGroup => District.BaseGridCommunity[District.MicroGridBaseGrid[id.Ordinal]],
        EntityKind.BaseGrid => District.BaseGridCommunity[id.Ordinal],
        EntityKind.Compound => District.CompoundCommunity[id.Ordinal],
        EntityKind.Community => id.Ordinal,
        EntityKind.Street => District.StreetFirstCommunity[id.Ordinal],
        EntityKind.Site => Layout.Community[id.Ordinal],
        EntityKind.Council => District.CouncilCommunity[id.Ordinal],
        EntityKind.Alliance => District.StreetFirstCommunity[District.AllianceStreet[id.Ordinal]],
        _ => 0,
    };

    private static int[] CumulativeResidents(District district)
    {
        int[] before = new int[district.Communities + 1];
        for (int household = 0; household < district.Households; household++)
        {
            before[district.CommunityOf(household) + 1] += district.SizeOf(household);
        }

        for (int community = 1; community < before.Length; community++)
        {
            before[community] += before[community - 1];
        }

        return before;
    }

    private (EntityKind Kind, int Count)[] CountPopulation() =>
    [
        (EntityKind.District, 1),
        (EntityKind.Street, District.Streets),
        (EntityKind.Community, District.Communities),
        (EntityKind.Compound, District.Compounds),
        (EntityKind.BaseGrid, District.BaseGrids),
        (EntityKind.PartyGroup, District.MicroGrids),
        (EntityKind.MicroGrid, District.MicroGrids),
        (EntityKind.Household, District.Households),
        (EntityKind.Site, Layout.Count),
        (EntityKind.Council, District.Councils),
        (EntityKind.Alliance, District.Alliances),
    ];
}
