using Twin.Model.Notification;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Parameters of a mass test.</summary>
public sealed record MassTestingParameters
{
    /// <summary>The notice.</summary>
    [Parameter("How the notice reaches the households.", "通知如何传达到各户。")]
    [ActsWhen("testing.arrivals.file = none")]
    public NoticeParameters Notice { get; init; } = new();

    /// <summary>The window.</summary>
    [Parameter("When sites test.", "采样点的检测时段。")]
    public WindowParameters Window { get; init; } = new();

    /// <summary>The targets.</summary>
    [Parameter("What the test is judged against: every answer, chart, limit and goal reads it.", "检测的评判目标：所有结论、图表、限度与目标均以此为准。")]
    public TargetParameters Targets { get; init; } = new();

    /// <summary>The sites.</summary>
    [Parameter("How many sites, and how they are run.", "采样点的数量与运行方式。")]
    public SiteParameters Sites { get; init; } = new();

    /// <summary>Staff.</summary>
    [Parameter("Samplers and registration desks.", "采样人员与登记台。")]
    public StaffParameters Staff { get; init; } = new();

    /// <summary>Who comes.</summary>
    [Parameter("Who comes, and where.", "谁前来，去哪个采样点。")]
    [ActsWhen("testing.arrivals.file = none")]
    public TurnoutParameters Turnout { get; init; } = new();

    /// <summary>Slots.</summary>
    [Parameter("When people aim to come.", "人们拟前来的时间。")]
    [ActsWhen("testing.arrivals.file = none")]
    public SlotParameters Slots { get; init; } = new();

    /// <summary>Walking.</summary>
    [Parameter("How people walk.", "人们的步行方式。")]
    public WalkParameters Walk { get; init; } = new();

    /// <summary>Service.</summary>
    [Parameter("Service times.", "服务时间。")]
    public ServiceParameters Service { get; init; } = new();

    /// <summary>Balking.</summary>
    [Parameter("When people do not join a queue, and what they do then.", "人们何时不加入排队，以及随后的行为。")]
    public BalkParameters Balk { get; init; } = new();

    /// <summary>Reminders.</summary>
    [Parameter("Reminders by party groups to households whose members have not come.", "党小组对尚有成员未到的户进行提醒。")]
    [ActsWhen("testing.arrivals.file = none")]
    public ReminderParameters Reminders { get; init; } = new();

    /// <summary>Given arrivals.</summary>
    [Parameter("Arrivals from a file instead of a generated population.", "以文件给定到达人员，代替生成的人口。")]
    public ArrivalFileParameters Arrivals { get; init; } = new();
}

/// <summary>Reminders.</summary>
public sealed record ReminderParameters
{
    /// <summary>Whether there are reminders.</summary>
    [Parameter("false: nobody is reminded.", "false：不提醒任何人。")]
    public bool Enabled { get; init; } = true;

    /// <summary>When.</summary>
    [Parameter("When party groups remind; left out: 3 h after opening.", "党小组提醒的时刻；省略则为开放后 3 小时。", Grade = "E")]
    [ActsWhen("enabled = true")]
    public IReadOnlyList<Moment> At { get; init; } = [];

    /// <summary>Whether helpers knock.</summary>
    [Parameter("Whether helpers then knock at the doors of those who do not read it.", "协助人员随后是否对未看到提醒的户上门。", Grade = "E")]
    [ActsWhen("enabled = true")]
    public bool Knock { get; init; } = true;
}

/// <summary>Given arrivals.</summary>
public sealed record ArrivalFileParameters
{
    /// <summary>The file.</summary>
    [Parameter("CSV with columns time, site, person, class, and optionally registration, swab, changeover, paper (service times); relative to the scenario file.",
        "CSV 文件，列为 time、site、person、class，可另有 registration、swab、changeover、paper（服务时间）；路径相对于情景文件。")]
    public string File { get; init; } = "";

    /// <summary>Distance between neighbouring sites.</summary>
    [Parameter("Sites lie on a line, so many metres apart.", "各采样点沿一条直线排列的间距（米）。", Grade = "E", Minimum = 1, Maximum = 100_000)]
    [ActsWhen("file = given")]
    public double SiteSpacingMetres { get; init; } = 500;
}
