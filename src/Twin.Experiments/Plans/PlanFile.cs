using Twin.Experiments.Sweeps.Files;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Plans;

/// <summary>A staffing plan as its file has it (JSON; YAML is read as well).</summary>
public sealed record PlanFile
{
    /// <summary>The value of <c>schema</c>.</summary>
    public const string Format = "twin-staff-plan/1";

    /// <summary>A role, as a regular expression: no digits and no @, so that no number, address or account gets in.</summary>
    public const string RolePattern = @"[^0-9@\n\t]{1,60}";

    /// <summary>A role in words.</summary>
    public const string RoleText = "a role such as planner, up to 60 characters without digits or @: never a name";

    private const string DigestPattern = "[0-9a-f]{32}";

    private const string DigestText = "32 hexadecimal digits";

    /// <summary>The format.</summary>
    [Parameter("Which format this is.", "文件格式标识。", Required = true, Pattern = Format, PatternText = Format)]
    public string Schema { get; init; } = "";

    /// <summary>The plan's version.</summary>
    [Parameter("Version of the plan, raised with every change.", "方案版本号，每次修改递增。", Required = true, Minimum = 1, Maximum = 1_000_000)]
    public int Version { get; init; } = 1;

    /// <summary>Role of who made it.</summary>
    [Parameter("Role of who made it; never a name.", "编制者的岗位，不得填写姓名。", Required = true, Pattern = RolePattern, PatternText = RoleText)]
    public string Author { get; init; } = "";

    /// <summary>Why it is as it is.</summary>
    [Parameter("Why it is as it is.", "方案如此安排的理由。")]
    public string Note { get; init; } = "";

    /// <summary>The scenario file.</summary>
    [Parameter("Path of the scenario file that it is for, relative to the working folder.", "所对应情景文件的路径，相对于当前文件夹。", Required = true)]
    public string ScenarioFile { get; init; } = "";

    /// <summary>The scenario's name.</summary>
    [Parameter("Name of that scenario; left out: not checked.", "该情景的名称；省略则不核对。")]
    public string Scenario { get; init; } = "";

    /// <summary>Changes to the scenario.</summary>
    [Parameter("Changes to the scenario.", "对情景的改动。", Pattern = ExperimentFile.SetPattern, PatternText = ExperimentFile.SetText)]
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Seed.</summary>
    [Parameter("Seed instead of the scenario's.", "代替情景种子的种子。", Minimum = 0)]
    public ulong? Seed { get; init; }

    /// <summary>Share of the district.</summary>
    [Parameter("Share of the district instead of the scenario's.", "代替情景规模的区域比例。", Minimum = 0.01, Maximum = 20)]
    public double? Scale { get; init; }

    /// <summary>The scenario's start.</summary>
    [Parameter("The scenario's start; needed where an entry has times.", "情景的起始时刻；条目带有时间时必填。")]
    public DateTimeOffset? Start { get; init; }

    /// <summary>Digest of the scenario as resolved, its staff left out.</summary>
    [Parameter("Digest of the scenario as resolved, its staff, names and seed left out; left out: not checked.",
        "解析后情景的摘要，不含人员、名称与种子；省略则不核对。", Pattern = DigestPattern, PatternText = DigestText)]
    public string ScenarioDigest { get; init; } = "";

    /// <summary>Helpers of each party group.</summary>
    [Parameter("Helpers of each party group, leader included, instead of testing.notice.helpers.",
        "每个党小组的协助人员数（含组长），代替 testing.notice.helpers。", Minimum = 0, Maximum = 100)]
    public int? Helpers { get; init; }

    /// <summary>Who works where and when.</summary>
    [Parameter("Who works where and when: each site at least once, one entry for each shift.", "人员在何处、何时工作：每个采样点至少一条，每个班次一条。", Required = true)]
    public IReadOnlyList<PlanEntry> Sites { get; init; } = [];

    /// <summary>Digest of the entries.</summary>
    [Parameter("Digest of helpers and entries as they were when the runs were made; left out: not checked.",
        "模拟时协助人员与各条目的摘要；省略则不核对。", Pattern = DigestPattern, PatternText = DigestText)]
    public string Key { get; init; } = "";

    /// <summary>What it was made to reach.</summary>
    [Parameter("What it was made to reach, and what an hour costs.", "方案所要达到的目标与每小时成本。")]
    public PlanGoal? Goal { get; init; }

    /// <summary>Cost of the window.</summary>
    [Parameter("Cost of its planned hours over the window.", "检测时段内计划工时的成本。", Minimum = 0)]
    public double? Cost { get; init; }

    /// <summary>Whether runs confirm it.</summary>
    [Parameter("Whether the runs that it rests on confirm the goal.", "所依据的模拟是否验证目标达成。")]
    public bool Confirmed { get; init; }

    /// <summary>The runs that it rests on.</summary>
    [Parameter("The runs that it rests on; left out by who makes a plan by hand.", "所依据的模拟；手工编制的方案可省略。")]
    public PlanEvidence? RestsOn { get; init; }

    /// <summary>The command that made it.</summary>
    [Parameter("The command that made it.", "生成该方案的命令。")]
    public string Command { get; init; } = "";

    /// <summary>The software that made it.</summary>
    [Parameter("Name, version and commit of the software that made it.", "生成该方案的软件名称、版本与提交号。")]
    public string Software { get; init; } = "";

    /// <summary>A scenario with the plan's seed and scale, if it has any.</summary>
    /// <param name="scenario">The scenario.</param>
    public Scenario Into(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario with { Seed = Seed ?? scenario.Seed, Scale = Scale ?? scenario.Scale };
    }
}

/// <summary>Some people at a site who come and go together.</summary>
public sealed record PlanEntry
{
    /// <summary>The site's code.</summary>
    [Parameter("The site's code.", "采样点代码。", Required = true, Pattern = "S-[0-9]{3,6}", PatternText = "a site's code such as S-017")]
    public string Site { get; init; } = "";

    /// <summary>When they begin.</summary>
    [Parameter("When they begin; left out: at the opening.", "开始时刻；省略则为开放时。")]
    public Moment? From { get; init; }

    /// <summary>When they go.</summary>
    [Parameter("When they go; left out: when the site is done.", "离岗时刻；省略则为采样点工作结束时。")]
    public Moment? To { get; init; }

    /// <summary>Samplers.</summary>
    [Parameter("Samplers.", "采样人员数。", Required = true, Minimum = 0, Maximum = 10_000)]
    public int Samplers { get; init; }

    /// <summary>Desks.</summary>
    [Parameter("Registration desks.", "登记台数。", Required = true, Minimum = 0, Maximum = 10_000)]
    public int Desks { get; init; }
}
