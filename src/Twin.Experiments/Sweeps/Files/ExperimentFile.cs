using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>An experiment as its file has it: a scenario, what is varied, what is looked at, and how often.</summary>
public sealed record ExperimentFile
{
    /// <summary>Name.</summary>
    [Parameter("Short name, as in the file's name: lower-case letters, digits and hyphens.", "简称，与文件名一致：小写字母、数字和连字符。", Required = true,
        Pattern = "[a-z0-9]+(-[a-z0-9]+)*", PatternText = "lower-case letters, digits and hyphens, such as staffing-grid")]
    public string Name { get; init; } = "";

    /// <summary>Title in English.</summary>
    [Parameter("Title in English.", "英文标题。")]
    public string Title { get; init; } = "";

    /// <summary>Title in Chinese.</summary>
    [Parameter("Title in Chinese.", "中文标题。")]
    public string TitleZh { get; init; } = "";

    /// <summary>The scenario that is varied.</summary>
    [Parameter("The scenario file that is varied, relative to this file; of activity massTesting.",
        "所变动的情景文件，路径相对于本文件；其活动须为 massTesting。", Required = true)]
    public string Scenario { get; init; } = "";

    /// <summary>Seed instead of the scenario's.</summary>
    [Parameter("Seed of the replications and of points that are drawn; none: the scenario's.", "重复模拟与抽取方案所用的种子；none 表示用情景的种子。", Minimum = 0)]
    public ulong? Seed { get; init; }

    /// <summary>Scale instead of the scenario's.</summary>
    [Parameter("Share of the district; none: the scenario's.", "区域比例；none 表示用情景的比例。", Minimum = 0.01, Maximum = 20)]
    public double? Scale { get; init; }

    /// <summary>Changes to the scenario at every point.</summary>
    [Parameter("Changes to the scenario that hold at every point.", "对所有方案均生效的情景改动。", Pattern = SetPattern, PatternText = SetText)]
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>What is varied.</summary>
    [Parameter("What is varied; in a full design the first varies slowest.", "变动的因素；全面设计中首个因素变化最慢。", Required = true)]
    public IReadOnlyList<FactorEntry> Factors { get; init; } = [];

    /// <summary>How the points are chosen.</summary>
    [Parameter("full: every combination; latinHypercube or sobol: so many points spread over ranges and lists; morris or saltelli: points for sensitivity indices.",
        "full：所有组合；latinHypercube 或 sobol：在各范围与列表上均匀分布若干方案；morris 或 saltelli：用于敏感性指数的方案。")]
    public DesignKind Design { get; init; } = DesignKind.Full;

    /// <summary>How many points a Latin hypercube or Sobol design has.</summary>
    [Parameter("Points of a latinHypercube or sobol design; a power of 2 suits sobol best.",
        "latinHypercube 或 sobol 设计的方案数；sobol 以 2 的幂为宜。", Minimum = 2, Maximum = Sweep.MostPoints)]
    public int? Points { get; init; }

    /// <summary>How many trajectories a Morris design has.</summary>
    [Parameter("Trajectories of a morris design, of a point more than there are factors each; intervals need 5.",
        "morris 设计的轨迹数，每条轨迹的方案数为因素数加一；给出区间至少需要 5 条。", Minimum = 2, Maximum = 1_000)]
    public int? Trajectories { get; init; }

    /// <summary>How many levels a range has in a Morris design.</summary>
    [Parameter("Levels of a range in a morris design, evenly spaced, both ends included; an even number; none: 4.",
        "morris 设计中一个范围的水平数，等距且含两端；须为偶数；none 表示 4。", Minimum = 2, Maximum = 20)]
    public int? GridLevels { get; init; }

    /// <summary>How many base points a Saltelli design has.</summary>
    [Parameter("Base points of a saltelli design, of two points more than there are factors each; intervals need 5, and are narrow with some hundreds.",
        "saltelli 设计的基点数，每个基点的方案数为因素数加二；给出区间至少需要 5 个，数百个时区间较窄。",
        Minimum = 2, Maximum = 3_000)]
    public int? BasePoints { get; init; }

    /// <summary>What is looked at.</summary>
    [Parameter("Keys of the measures that are shown; the catalogue says which direction is better.", "所展示指标的键；优劣方向见指标目录。")]
    public IReadOnlyList<string> Responses { get; init; } = ["coverageAtTarget", "t98", "lastTest", "wait.p90", "sites.waitAtTarget.worst", "staff.hours"];

    /// <summary>How often each point is run.</summary>
    [Parameter("How often each point is run.", "每个方案运行多少次。")]
    public ReplicationEntry Replications { get; init; } = new();

    /// <summary>Whether points share random numbers.</summary>
    [Parameter("true: replication r has the same seed, so the same people and luck, at every point (morris, saltelli: of a trajectory or base point); false: each point has seeds of its own.",
        "true：第 r 次重复在所有方案（morris、saltelli 为同一轨迹或基点）使用相同种子，即相同的人员与随机条件；false：各方案使用各自的种子。")]
    public bool Crn { get; init; } = true;

    internal const string SetPattern = "[^=]+=(.|\\n)+";

    internal const string SetText = "PATH=VALUE, such as testing.staff.absence=0.2";
}

/// <summary>How the points of an experiment are chosen.</summary>
public enum DesignKind
{
    /// <summary>Every combination of the levels.</summary>
    Full,

    /// <summary>A Latin hypercube drawn from the seed.</summary>
    LatinHypercube,

    /// <summary>The first points of the Sobol sequence.</summary>
    Sobol,

    /// <summary>Trajectories for Morris's elementary effects.</summary>
    Morris,

    /// <summary>Base points and mixtures of them for Sobol indices.</summary>
    Saltelli,
}
