using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

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

    /// <summary>Whether the guideline's staff are tried beside.</summary>
    [Parameter("true: the same day is also run, on the kernel, with residents / residentsPerSampler and residents / residentsPerDesk, and named in the answer.")]
    public bool BesideGuideline { get; init; }

    /// <summary>Samplers at each site.</summary>
    [Parameter("Samplers at each site alike, instead of a district total.", Minimum = 0, Maximum = 10_000)]
    public int? SamplersPerSite { get; init; }

    /// <summary>Desks at each site.</summary>
    [Parameter("Registration desks at each site alike, instead of a district total.", Minimum = 0, Maximum = 10_000)]
    public int? DesksPerSite { get; init; }

    /// <summary>The roster's file.</summary>
    [Parameter("CSV with columns site, samplers, desks and, for shifts, from and to, or a staffing plan (.json): planned staff of every site, instead of all totals; relative to the scenario file, in --set to the working folder.")]
    public string Roster { get; init; } = "";

    /// <summary>The roster itself: whoever reads a scenario reads the file that <see cref="Roster"/> names into it; null without one.</summary>
    public StaffRoster? Planned { get; init; }

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
