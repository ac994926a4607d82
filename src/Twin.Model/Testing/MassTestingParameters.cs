using Twin.Model.Notification;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Parameters of a mass test.</summary>
public sealed record MassTestingParameters
{
    /// <summary>The notice.</summary>
    [Parameter("How the notice reaches the households.")]
    public NoticeParameters Notice { get; init; } = new();

    /// <summary>The window.</summary>
    [Parameter("When sites test.")]
    public WindowParameters Window { get; init; } = new();

    /// <summary>The sites.</summary>
    [Parameter("How many sites, and how they are run.")]
    public SiteParameters Sites { get; init; } = new();

    /// <summary>Staff.</summary>
    [Parameter("Samplers and registration desks.")]
    public StaffParameters Staff { get; init; } = new();

    /// <summary>Who comes.</summary>
    [Parameter("Who comes, and where.")]
    public TurnoutParameters Turnout { get; init; } = new();

    /// <summary>Slots.</summary>
    [Parameter("When people aim to come.")]
    public SlotParameters Slots { get; init; } = new();

    /// <summary>Walking.</summary>
    [Parameter("How people walk.")]
    public WalkParameters Walk { get; init; } = new();

    /// <summary>Service.</summary>
    [Parameter("Service times.")]
    public ServiceParameters Service { get; init; } = new();

    /// <summary>Balking.</summary>
    [Parameter("When people do not join a queue, and what they do then.")]
    public BalkParameters Balk { get; init; } = new();

    /// <summary>Reminders.</summary>
    [Parameter("Reminders by party groups to households whose members have not come.")]
    public ReminderParameters Reminders { get; init; } = new();

    /// <summary>Given arrivals.</summary>
    [Parameter("Arrivals from a file instead of a generated population.")]
    public ArrivalFileParameters Arrivals { get; init; } = new();
}

/// <summary>Reminders.</summary>
public sealed record ReminderParameters
{
    /// <summary>Whether there are reminders.</summary>
    [Parameter("false: nobody is reminded.")]
    public bool Enabled { get; init; } = true;

    /// <summary>When.</summary>
    [Parameter("When party groups remind; left out: 3 h after opening.", Grade = "E")]
    public IReadOnlyList<Moment> At { get; init; } = [];

    /// <summary>Whether helpers knock.</summary>
    [Parameter("Whether helpers then knock at the doors of those who do not read it.", Grade = "E")]
    public bool Knock { get; init; } = true;
}

/// <summary>Given arrivals.</summary>
public sealed record ArrivalFileParameters
{
    /// <summary>The file.</summary>
    [Parameter("CSV with columns time, site, person, class, and optionally registration, swab, changeover, paper (service times); relative to the scenario file.")]
    public string File { get; init; } = "";

    /// <summary>Distance between neighbouring sites.</summary>
    [Parameter("Sites lie on a line, so many metres apart.", Grade = "E", Minimum = 1, Maximum = 100_000)]
    public double SiteSpacingMetres { get; init; } = 500;
}
