using Twin.Model.Distributions;
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

/// <summary>The testing window.</summary>
public sealed record WindowParameters
{
    /// <summary>When sites open, at the earliest.</summary>
    [Parameter("When sites open, at the earliest; left out: 5 h after the start.", Grade = "S")]
    public Moment Open { get; init; } = new(Duration.Minutes(300).Milliseconds);

    /// <summary>When sites close.</summary>
    [Parameter("When sites close; left out: 10 h after the start.", Grade = "S")]
    public Moment Close { get; init; } = new(Duration.Minutes(600).Milliseconds);

    /// <summary>Slots end this long before closing.</summary>
    [Parameter("Slots and off-slot arrivals end this long before closing.", Grade = "E", Minimum = 0)]
    public Duration LastEntry { get; init; } = Duration.Minutes(30);

    /// <summary>What happens to who waits at closing.</summary>
    [Parameter("serveQueue: who waits at closing is served; sendHome: who waits is sent home untested.", Grade = "E")]
    public AtClose AtClose { get; init; } = AtClose.ServeQueue;

    /// <summary>From when the wait of early comers counts.</summary>
    [Parameter("door: the wait of who comes before opening counts from the opening; queue: from their arrival.", Grade = "E")]
    public EarlyWait Early { get; init; } = EarlyWait.Door;
}

/// <summary>What happens to who waits at closing.</summary>
public enum AtClose
{
    /// <summary>They are served.</summary>
    ServeQueue,

    /// <summary>They are sent home.</summary>
    SendHome,
}

/// <summary>From when the wait of early comers counts.</summary>
public enum EarlyWait
{
    /// <summary>From the actual opening.</summary>
    Door,

    /// <summary>From the arrival.</summary>
    Queue,
}

/// <summary>Sites.</summary>
public sealed record SiteParameters
{
    /// <summary>Number of sites at full scale.</summary>
    [Parameter("Number of sites at full scale; left out: from residentsPerSite.", Grade = "P", Minimum = 1, Maximum = 100_000)]
    public int? Count { get; init; }

    /// <summary>Residents per site.</summary>
    [Parameter("Residents per site (1 per 2,000–3,000), when no count is given.", Grade = "P", Minimum = 10, Maximum = 1_000_000)]
    public double ResidentsPerSite { get; init; } = 2_402;

    /// <summary>Further sites that stay closed until an intervention opens them.</summary>
    [Parameter("Codes of sites that stay closed until an openSite intervention.", Pattern = "S-[0-9]{3,6}", PatternText = "a site's code such as S-017")]
    public IReadOnlyList<string> Reserve { get; init; } = [];

    /// <summary>Time from the set-up order to readiness.</summary>
    [Parameter("From the community's set-up order to a site ready to swab; left out with the notice off: ready at once.", Grade = "E")]
    public Distribution Readiness { get; init; } = new Triangular(3 * 3600, 4 * 3600, 5.5 * 3600);

    /// <summary>Expected wait from which a site is amber.</summary>
    [Parameter("Expected wait from which a site is amber.", Grade = "P", Minimum = 1)]
    public Duration Amber { get; init; } = Duration.Minutes(25);

    /// <summary>Expected wait from which a site is red.</summary>
    [Parameter("Expected wait from which a site is red.", Grade = "P", Minimum = 1)]
    public Duration Red { get; init; } = Duration.Minutes(50);
}

/// <summary>Staff at the sites.</summary>
public sealed record StaffParameters
{
    /// <summary>Samplers in the district at full scale.</summary>
    [Parameter("Samplers in the whole district at full scale; left out: residents / residentsPerSampler.", Minimum = 1, Maximum = 1_000_000)]
    public int? Samplers { get; init; }

    /// <summary>Residents per sampler.</summary>
    [Parameter("Residents per sampler, when no number is given.", Grade = "P", Minimum = 1, Maximum = 1_000_000)]
    public double ResidentsPerSampler { get; init; } = 360;

    /// <summary>Desks in the district at full scale.</summary>
    [Parameter("Registration desks in the whole district at full scale; left out: residents / residentsPerDesk.", Minimum = 1, Maximum = 1_000_000)]
    public int? Desks { get; init; }

    /// <summary>Residents per desk.</summary>
    [Parameter("Residents per registration desk (1 per 600–800), when no number is given.", Grade = "P", Minimum = 1, Maximum = 1_000_000)]
    public double ResidentsPerDesk { get; init; } = 700;

    /// <summary>Samplers at each site.</summary>
    [Parameter("Samplers at each site alike, instead of a district total.", Minimum = 0, Maximum = 10_000)]
    public int? SamplersPerSite { get; init; }

    /// <summary>Desks at each site.</summary>
    [Parameter("Registration desks at each site alike, instead of a district total.", Minimum = 0, Maximum = 10_000)]
    public int? DesksPerSite { get; init; }

    /// <summary>Share of absent staff.</summary>
    [Parameter("Probability that a member of staff is absent, drawn for each person.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Absence { get; init; } = 0.10;

    /// <summary>Times off duty.</summary>
    [Parameter("Times at which some of the staff of each site are off duty: breaks and shifts.")]
    public IReadOnlyList<BreakParameters> Breaks { get; init; } = [];

    /// <summary>What a shift's end does to the person at hand.</summary>
    [Parameter("finish: the person at hand is finished first.")]
    public ShiftEnd ShiftEnd { get; init; } = ShiftEnd.Finish;
}

/// <summary>What a shift's end does to the person at hand.</summary>
public enum ShiftEnd
{
    /// <summary>The person at hand is finished first.</summary>
    Finish,
}

/// <summary>A time at which staff with certain numbers are off duty.</summary>
public sealed record BreakParameters
{
    /// <summary>Whose.</summary>
    [Parameter("samplers or desks.", Required = true)]
    public StaffRole Role { get; init; }

    /// <summary>Begin.</summary>
    [Parameter("When it begins.", Required = true)]
    public Moment From { get; init; }

    /// <summary>End.</summary>
    [Parameter("When it ends.", Required = true)]
    public Moment To { get; init; }

    /// <summary>First staff number.</summary>
    [Parameter("First staff number that is off duty, from 1.", Minimum = 1, Maximum = 10_000)]
    public int First { get; init; } = 1;

    /// <summary>Every how many.</summary>
    [Parameter("Every how-manieth staff number from the first is off duty; 1 is all.", Minimum = 1, Maximum = 10_000)]
    public int Every { get; init; } = 1;
}

/// <summary>Staff roles at a site. The numbers are frozen: they are part of a draw's counter.</summary>
public enum StaffRole
{
    /// <summary>Registration desks.</summary>
    Desks = 0,

    /// <summary>Samplers.</summary>
    Samplers = 1,
}

/// <summary>Who comes.</summary>
public sealed record TurnoutParameters
{
    /// <summary>Probability that members come together.</summary>
    [Parameter("Probability that the members of a household come together; otherwise each comes alone.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Together { get; init; } = 0.8;

    /// <summary>Share at the home site.</summary>
    [Parameter("Share who come to the home site.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Home { get; init; } = 0.70;

    /// <summary>Share elsewhere.</summary>
    [Parameter("Share who come to one of the nearest other sites, equally likely.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Elsewhere { get; init; } = 0.28;

    /// <summary>Number of nearest other sites.</summary>
    [Parameter("Among how many nearest other sites.", Grade = "E", Minimum = 1, Maximum = 20)]
    public int NearestOthers { get; init; } = 5;

    /// <summary>Share after a reminder.</summary>
    [Parameter("Share who come only after a reminder or a knock; the rest never comes.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double AfterReminder { get; init; } = 0.02;
}

/// <summary>Slots.</summary>
public sealed record SlotParameters
{
    /// <summary>Whether there are slots.</summary>
    [Parameter("false: no slots, everybody aims at a time from offSlot.")]
    public bool Enabled { get; init; } = true;

    /// <summary>Length.</summary>
    [Parameter("Length of a slot.", Grade = "E", Minimum = 1)]
    public Duration Length { get; init; } = Duration.Minutes(30);

    /// <summary>Unit.</summary>
    [Parameter("What gets a slot: building, household or person.", Grade = "E")]
    public SlotUnit By { get; init; } = SlotUnit.Building;

    /// <summary>Households in a building.</summary>
    [Parameter("A building is so many consecutive households of a micro-grid.", Grade = "E", Minimum = 1, Maximum = 80)]
    public int HouseholdsPerBuilding { get; init; } = 24;

    /// <summary>Assignment.</summary>
    [Parameter("roundRobin: unit i gets slot i mod S; block: slot ⌊S × residents before the unit / all⌋.", Grade = "E")]
    public SlotAssignment Assign { get; init; } = SlotAssignment.RoundRobin;

    /// <summary>Aim.</summary>
    [Parameter("start: units aim at the slot's start; within: at a uniform time within it.", Grade = "E")]
    public SlotAim Aim { get; init; } = SlotAim.Within;

    /// <summary>Compliance.</summary>
    [Parameter("Probability that a unit keeps its slot.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Compliance { get; init; } = 0.85;

    /// <summary>Lateness.</summary>
    [Parameter("Lateness of who keeps the slot; may be negative.", Grade = "E", MayBeNegative = true)]
    public Distribution Lateness { get; init; } = new NormalDuration(180, 480);

    /// <summary>Who draws compliance, lateness and the time off the slot.</summary>
    [Parameter("unit: a unit's members share compliance, lateness and time; party: each household that comes together, or each person that comes alone, draws its own.", Grade = "E")]
    public SlotDraw DrawnBy { get; init; } = SlotDraw.Unit;

    /// <summary>Time without a slot.</summary>
    [Parameter("When those without a slot, or not keeping it, aim to come: uniform or frontLoaded.", Grade = "E")]
    public OffSlot OffSlot { get; init; } = OffSlot.FrontLoaded;
}

/// <summary>What gets a slot.</summary>
public enum SlotUnit
{
    /// <summary>Consecutive households of a micro-grid.</summary>
    Building,

    /// <summary>A household.</summary>
    Household,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>How slots are assigned.</summary>
public enum SlotAssignment
{
    /// <summary>Unit i gets slot i mod S.</summary>
    RoundRobin,

    /// <summary>Slot ⌊S × residents before the unit / all⌋.</summary>
    Block,
}

/// <summary>At what within a slot units aim.</summary>
public enum SlotAim
{
    /// <summary>At its start.</summary>
    Start,

    /// <summary>At a uniform time within it.</summary>
    Within,
}

/// <summary>Who draws compliance, lateness and the time off the slot.</summary>
public enum SlotDraw
{
    /// <summary>The unit that has the slot.</summary>
    Unit,

    /// <summary>Each household that comes together, or person that comes alone.</summary>
    Party,
}

/// <summary>When those without a slot aim to come.</summary>
public enum OffSlot
{
    /// <summary>Uniform over the window up to last entry.</summary>
    Uniform,

    /// <summary>W(1 − √(1 − u)) after opening: a density that falls linearly to 0 at last entry.</summary>
    FrontLoaded,
}

/// <summary>Walking.</summary>
public sealed record WalkParameters
{
    /// <summary>Adults' speed.</summary>
    [Parameter("Walking speed of adults and children, m/s.", Grade = "P", Minimum = 0.1, Maximum = 5)]
    public double Speed { get; init; } = 1.1;

    /// <summary>Speed of people aged 65 or more.</summary>
    [Parameter("Walking speed of people aged 65 or more, m/s; a group walks as its slowest.", Grade = "P", Minimum = 0.1, Maximum = 5)]
    public double SpeedAged { get; init; } = 0.8;

    /// <summary>Detour.</summary>
    [Parameter("Length of the way over the straight line.", Grade = "E", Minimum = 1, Maximum = 5)]
    public double Detour { get; init; } = 1.3;

    /// <summary>Slowdown of the actual walk.</summary>
    [Parameter("Actual walking time over the dry one that people reckon with (rain, crowding).", Grade = "E", Minimum = 1, Maximum = 10)]
    public double Slowdown { get; init; } = 1;
}

/// <summary>Service times.</summary>
public sealed record ServiceParameters
{
    /// <summary>Registration with a code ready.</summary>
    [Parameter("Registration of a person with a code ready.", Grade = "E")]
    public Distribution Registration { get; init; } = new LogNormal(14, 7);

    /// <summary>Assisted registration.</summary>
    [Parameter("Registration with assistance (no phone).", Grade = "E")]
    public Distribution Assisted { get; init; } = new LogNormal(50, 20);

    /// <summary>Paper registration.</summary>
    [Parameter("Registration on paper, while the registration system is down.", Grade = "E")]
    public Distribution Paper { get; init; } = new LogNormal(60, 20);

    /// <summary>Swab.</summary>
    [Parameter("Swab time of an adult.", Grade = "E")]
    public Distribution Swab { get; init; } = new LogNormal(20, 8);

    /// <summary>Factor for the aged.</summary>
    [Parameter("Factor on the swab time of people aged 65 or more.", Grade = "E", Minimum = 0.1, Maximum = 10)]
    public double SwabAged { get; init; } = 1.4;

    /// <summary>Factor for children.</summary>
    [Parameter("Factor on the swab time of children (0–14).", Grade = "E", Minimum = 0.1, Maximum = 10)]
    public double SwabChild { get; init; } = 1.6;

    /// <summary>Changeover.</summary>
    [Parameter("Changeover after a swab (hand and surface disinfection).", Grade = "E")]
    public Distribution Changeover { get; init; } = new LogNormal(25, 8);

    /// <summary>Pool.</summary>
    [Parameter("People per tube.", Grade = "P", Minimum = 1, Maximum = 100)]
    public int Pool { get; init; } = 10;

    /// <summary>Tube change.</summary>
    [Parameter("Tube change after every pool-th person of a sampler.", Grade = "E", Minimum = 0)]
    public Duration TubeChange { get; init; } = Duration.Seconds(25);

    /// <summary>Walk from desk to swab queue.</summary>
    [Parameter("Walk from the desk to the swab queue; left out: none.", Grade = "E")]
    public Distribution? InnerWalk { get; init; }
}

/// <summary>Balking.</summary>
public sealed record BalkParameters
{
    /// <summary>Queue space.</summary>
    [Parameter("A person balks when so many are in the registration queue and at the door; none: never.", Grade = "E", Minimum = 1, Maximum = 1_000_000)]
    public int? QueueSpace { get; init; } = 200;

    /// <summary>Share who come back.</summary>
    [Parameter("Share of those who balk who come back to the same site later.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double ComeBack { get; init; } = 0.70;

    /// <summary>Share who try the next site.</summary>
    [Parameter("Share of those who balk who try the next nearest site; the rest gives up.", Grade = "E", Minimum = 0, Maximum = 1)]
    public double NextSite { get; init; } = 0.20;

    /// <summary>Delay.</summary>
    [Parameter("How long who comes back stays away, from leaving to arriving again; at least two lookaheads (20 s).", Grade = "E")]
    public Distribution Delay { get; init; } = new UniformDuration(1800, 3600);

    /// <summary>Visits in all.</summary>
    [Parameter("Visits in all; who balks at the last gives up.", Grade = "E", Minimum = 1, Maximum = 100)]
    public int Tries { get; init; } = 3;
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
