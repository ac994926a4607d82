using Twin.Model.Districts;
using Twin.Model.Events;
using Twin.Model.Live;

namespace Twin.Model.Testing;

/// <summary>What a mass test shows while it goes on.</summary>
public sealed class MassTestLive
{
    private static readonly LiveState[] OrderStates =
        [new("not yet", "未收到"), new("ordered", "已收到"), new("acknowledged", "已确认"), new("roles assigned", "已分工")];

    private static readonly LiveState[] SiteStates =
    [
        new("not ready", "未就绪"), new("ready", "已就绪"), new("open", "开放"), new("closed", "已关闭"), new("closed by order", "停用"), new("reserve", "备用"),
    ];

    private static readonly EntityKind[] OrderLevels =
        [EntityKind.District, EntityKind.Street, EntityKind.Community, EntityKind.Compound, EntityKind.BaseGrid, EntityKind.PartyGroup];

    private readonly List<LiveMeasure> _measures = [];
    private readonly int[] _order = new int[Enum.GetValues<EntityKind>().Max(kind => (int)kind) + 1];
    private readonly int[] _escalations;
    private readonly int[] _household = new int[4];
    private readonly int[] _site = new int[Enum.GetValues<SiteShows>().Length];

    /// <summary>The measures of a plan.</summary>
    /// <param name="plan">The plan.</param>
    public MassTestLive(MassTestPlan plan)
    {
        District district = plan.District;
        _escalations = new int[_order.Length];
        List<LiveRollUp> sums = [];
        AddTesting(plan, sums);
        AddNotice();
        AddSites(plan, sums);
        Dictionary<EntityKind, int> rows = plan.Population.ToDictionary(level => level.Kind, level => level.Count);
        Layout = new LiveLayout(_measures, kind => rows.GetValueOrDefault(kind), sums);
    }

    /// <summary>Places of the measures.</summary>
    public LiveLayout Layout { get; }

    /// <summary>The cell of the stage of the order at an organisation; −1 when it is not shown.</summary>
    /// <param name="id">The organisation.</param>
    public int Order(EntityId id) => OrderLevels.Contains(id.Kind) ? Layout.First(_order[(int)id.Kind]) + id.Ordinal : -1;

    /// <summary>The cell of an organisation's escalations; −1 when they are not shown.</summary>
    /// <param name="id">The organisation.</param>
    public int Escalations(EntityId id) =>
        OrderLevels.Contains(id.Kind) && id.Kind != EntityKind.PartyGroup ? Layout.First(_escalations[(int)id.Kind]) + id.Ordinal : -1;

    /// <summary>The cell in which a household shows itself.</summary>
    /// <param name="what">What it shows.</param>
    /// <param name="microGrid">Its micro-grid.</param>
    public int Household(HouseholdShows what, int microGrid) => Layout.First(_household[(int)what]) + microGrid;

    /// <summary>The cell in which a site shows itself.</summary>
    /// <param name="what">What it shows.</param>
    /// <param name="site">The site.</param>
    public int Site(SiteShows what, int site) => Layout.First(_site[(int)what]) + site;

    private int Add(LiveMeasure measure)
    {
        _measures.Add(measure);
        return _measures.Count - 1;
    }

    private void AddTesting(MassTestPlan plan, List<LiveRollUp> sums)
    {
        District district = plan.District;
        int[] community = [.. Enumerable.Range(0, district.MicroGrids).Select(grid => district.BaseGridCommunity[district.MicroGridBaseGrid[grid]])];
        (HouseholdShows What, string Key, string English, string Chinese, LiveUnit Unit, string Of)[] shown =
        [
            (HouseholdShows.Tested, "tested", "tested", "已检测", LiveUnit.People, "residents"),
            (HouseholdShows.Notified, "notified", "notified", "已通知", LiveUnit.Households, "households"),
            (HouseholdShows.Away, "away", "on the way or at a site", "在途或在采样点", LiveUnit.People, "residents"),
            (HouseholdShows.Missed, "missed", "left untested", "未检测离开", LiveUnit.People, "residents"),
        ];
        foreach ((HouseholdShows what, string key, string english, string chinese, LiveUnit unit, string of) in shown)
        {
            string topic = what == HouseholdShows.Notified ? "notice" : "testing";
            LiveMeasure measure = new()
            {
                Key = key,
                Level = EntityKind.MicroGrid,
                Topic = topic,
                English = english,
                Chinese = chinese,
                Unit = unit,
                Of = of,
                Attention = what == HouseholdShows.Missed,
            };
            _household[(int)what] = Add(measure);
            sums.Add(new LiveRollUp(_household[(int)what], Add(measure with { Level = EntityKind.Community, Topic = "overview" }), community));
            sums.Add(new LiveRollUp(_household[(int)what], Add(measure with { Level = EntityKind.District, Topic = "overview" }), new int[district.MicroGrids]));
        }
    }

    private void AddNotice()
    {
        foreach (EntityKind level in OrderLevels)
        {
            _order[(int)level] = Add(new LiveMeasure
            {
                Key = "order",
                Level = level,
                Topic = "notice",
                English = "stage of the order",
                Chinese = "指令阶段",
                Unit = LiveUnit.State,
                States = OrderStates,
            });
            if (level != EntityKind.PartyGroup)
            {
                _escalations[(int)level] = Add(new LiveMeasure
                {
                    Key = "escalations",
                    Level = level,
                    Topic = "notice",
                    English = "orders escalated",
                    Chinese = "升级催办",
                    Unit = LiveUnit.Orders,
                    Attention = true,
                });
            }
        }
    }

    private void AddSites(MassTestPlan plan, List<LiveRollUp> sums)
    {
        (SiteShows What, string Key, string English, string Chinese, LiveUnit Unit)[] shown =
        [
            (SiteShows.State, "state", "state", "状态", LiveUnit.State),
            (SiteShows.Waiting, "waiting", "waiting", "等候", LiveUnit.People),
            (SiteShows.ExpectedWait, "expectedWait", "expected wait", "预计等候", LiveUnit.Seconds),
            (SiteShows.Door, "door", "at the door", "门口", LiveUnit.People),
            (SiteShows.RegistrationQueue, "registrationQueue", "registration queue", "登记排队", LiveUnit.People),
            (SiteShows.SwabQueue, "swabQueue", "swab queue", "采样排队", LiveUnit.People),
            (SiteShows.DesksOnDuty, "desksOnDuty", "desks on duty", "在岗登记台", LiveUnit.Staff),
            (SiteShows.DesksBusy, "desksBusy", "desks busy", "忙碌登记台", LiveUnit.Staff),
            (SiteShows.SamplersOnDuty, "samplersOnDuty", "samplers on duty", "在岗采样员", LiveUnit.Staff),
            (SiteShows.SamplersBusy, "samplersBusy", "samplers busy", "忙碌采样员", LiveUnit.Staff),
            (SiteShows.Tested, "tested", "tested", "已检测", LiveUnit.People),
            (SiteShows.Arrived, "arrived", "arrived", "到达", LiveUnit.People),
            (SiteShows.Balked, "balked", "turned away at a full queue", "因排队过长离开", LiveUnit.Visits),
            (SiteShows.Outage, "outage", "registration on paper", "纸质登记", LiveUnit.State),
        ];
        foreach ((SiteShows what, string key, string english, string chinese, LiveUnit unit) in shown)
        {
            _site[(int)what] = Add(new LiveMeasure
            {
                Key = key,
                Level = EntityKind.Site,
                Topic = "sites",
                English = english,
                Chinese = chinese,
                Unit = unit,
                States = what switch
                {
                    SiteShows.State => SiteStates,
                    SiteShows.Outage => [new LiveState("no", "否"), new LiveState("yes", "是")],
                    _ => [],
                },
                Amber = what == SiteShows.ExpectedWait ? (int)plan.AmberSeconds : null,
                Red = what == SiteShows.ExpectedWait ? (int)plan.RedSeconds : null,
                Attention = what is SiteShows.ExpectedWait or SiteShows.Waiting or SiteShows.Balked,
            });
        }

        LiveMeasure waiting = _measures[_site[(int)SiteShows.Waiting]] with { Topic = "overview" };
        int from = _site[(int)SiteShows.Waiting];
        sums.Add(new LiveRollUp(from, Add(waiting with { Level = EntityKind.Community }), plan.Layout.Community));
        sums.Add(new LiveRollUp(from, Add(waiting with { Level = EntityKind.District }), new int[plan.Layout.Count]));
    }
}

/// <summary>What a household shows.</summary>
public enum HouseholdShows
{
    /// <summary>Whether it is notified.</summary>
    Notified,

    /// <summary>Members tested.</summary>
    Tested,

    /// <summary>Members on the way or at a site.</summary>
    Away,

    /// <summary>Members who left a site untested and do not come back.</summary>
    Missed,
}

/// <summary>What a site shows.</summary>
public enum SiteShows
{
    /// <summary>Not ready, ready, open, closed, closed by order, or in reserve.</summary>
    State,

    /// <summary>People at the door and in both queues.</summary>
    Waiting,

    /// <summary>Expected wait of who comes now, s.</summary>
    ExpectedWait,

    /// <summary>People at the door.</summary>
    Door,

    /// <summary>People in the registration queue.</summary>
    RegistrationQueue,

    /// <summary>People in the swab queue.</summary>
    SwabQueue,

    /// <summary>Desks on duty.</summary>
    DesksOnDuty,

    /// <summary>Desks that serve.</summary>
    DesksBusy,

    /// <summary>Samplers on duty.</summary>
    SamplersOnDuty,

    /// <summary>Samplers that are busy.</summary>
    SamplersBusy,

    /// <summary>People whose swab has ended.</summary>
    Tested,

    /// <summary>Arrivals at the door.</summary>
    Arrived,

    /// <summary>Times that somebody balked.</summary>
    Balked,

    /// <summary>Whether registration is on paper.</summary>
    Outage,
}
