using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Staff at the sites.</summary>
public sealed record StaffParameters
{
    /// <summary>Samplers in the district at full scale.</summary>
    [Parameter("Samplers in the whole district at full scale; left out: residents / residentsPerSampler.",
        "全规模时全区的采样人员数；省略则为居民数 / residentsPerSampler。", Minimum = 1, Maximum = 1_000_000)]
    [ActsWhen("samplersPerSite = none & roster = none")]
    public int? Samplers { get; init; }

    /// <summary>Residents per sampler.</summary>
    [Parameter("Residents per sampler, when no number is given.", "未给定人数时，每名采样人员对应的居民数。", Grade = "P", Minimum = 1, Maximum = 1_000_000)]
    [ActsWhen("samplers = none & samplersPerSite = none & roster = none | besideGuideline = true")]
    public double ResidentsPerSampler { get; init; } = 360;

    /// <summary>Desks in the district at full scale.</summary>
    [Parameter("Registration desks in the whole district at full scale; left out: residents / residentsPerDesk.",
        "全规模时全区的登记台数；省略则为居民数 / residentsPerDesk。", Minimum = 1, Maximum = 1_000_000)]
    [ActsWhen("desksPerSite = none & roster = none")]
    public int? Desks { get; init; }

    /// <summary>Residents per desk.</summary>
    [Parameter("Residents per registration desk (1 per 600–800), when no number is given.",
        "未给定数量时，每个登记台对应的居民数（每 600–800 人 1 个）。", Grade = "P", Minimum = 1, Maximum = 1_000_000)]
    [ActsWhen("desks = none & desksPerSite = none & roster = none | besideGuideline = true")]
    public double ResidentsPerDesk { get; init; } = 700;

    /// <summary>Whether the guideline's staff are tried beside.</summary>
    [Parameter("true: the same day is also run, on the kernel, with residents / residentsPerSampler and residents / residentsPerDesk, and named in the answer.",
        "true：同一天另以单循环引擎（kernel）按居民数 / residentsPerSampler 和居民数 / residentsPerDesk 的配置运行一遍，并写入结论。")]
    public bool BesideGuideline { get; init; }

    /// <summary>Samplers at each site.</summary>
    [Parameter("Samplers at each site alike, instead of a district total.", "各采样点相同的采样人员数，代替全区总数。", Minimum = 0, Maximum = 10_000)]
    [ActsWhen("roster = none")]
    public int? SamplersPerSite { get; init; }

    /// <summary>Desks at each site.</summary>
    [Parameter("Registration desks at each site alike, instead of a district total.", "各采样点相同的登记台数，代替全区总数。", Minimum = 0, Maximum = 10_000)]
    [ActsWhen("roster = none")]
    public int? DesksPerSite { get; init; }

    /// <summary>The roster's file.</summary>
    [Parameter("CSV with columns site, samplers, desks and, for shifts, from and to, or a staffing plan (.json): planned staff of every site, instead of all totals; relative to the scenario file, in --set to the working folder.",
        "CSV 文件（列为 site、samplers、desks，分班时另加 from 和 to）或人员配置方案（.json）：给出每个采样点的计划人员，代替各项总数；路径相对于情景文件，在 --set 中相对于当前文件夹。")]
    public string Roster { get; init; } = "";

    /// <summary>The roster itself: whoever reads a scenario reads the file that <see cref="Roster"/> names into it; null without one.</summary>
    public StaffRoster? Planned { get; init; }

    /// <summary>Share of absent staff.</summary>
    [Parameter("Probability that a member of staff is absent, drawn for each person.", "工作人员缺勤的概率，逐人抽取。", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Absence { get; init; } = 0.10;

    /// <summary>Times off duty.</summary>
    [Parameter("Times at which some of the staff of each site are off duty: breaks and shifts.", "各采样点部分人员离岗的时间：休息与轮班。")]
    public IReadOnlyList<BreakParameters> Breaks { get; init; } = [];

    /// <summary>What a shift's end does to the person at hand.</summary>
    [Parameter("finish: the person at hand is finished first.", "finish：先完成手头这一人。")]
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
    [Parameter("samplers or desks.", "samplers（采样人员）或 desks（登记台）。", Required = true)]
    public StaffRole Role { get; init; }

    /// <summary>Begin.</summary>
    [Parameter("When it begins.", "开始时刻。", Required = true)]
    public Moment From { get; init; }

    /// <summary>End.</summary>
    [Parameter("When it ends.", "结束时刻。", Required = true)]
    public Moment To { get; init; }

    /// <summary>First staff number.</summary>
    [Parameter("First staff number that is off duty, from 1.", "首个离岗人员的序号，从 1 开始。", Minimum = 1, Maximum = 10_000)]
    public int First { get; init; } = 1;

    /// <summary>Every how many.</summary>
    [Parameter("Every how-manieth staff number from the first is off duty; 1 is all.", "自首个序号起每隔几名离岗一名；1 表示全部。", Minimum = 1, Maximum = 10_000)]
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
