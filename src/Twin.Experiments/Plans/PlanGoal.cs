using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Plans;

/// <summary>What a plan was made to reach.</summary>
public sealed record PlanGoal
{
    /// <summary>Least probability of each constraint.</summary>
    [Parameter("Least probability of each constraint.", "每项约束须达到的最低概率。", Minimum = 0, Maximum = 1)]
    public double Confidence { get; init; } = 0.95;

    /// <summary>How sure that must be.</summary>
    [Parameter("How sure it must be that the probabilities are that high.", "认定概率达标所需的置信度。", Minimum = 0, Maximum = 1)]
    public double Assurance { get; init; } = 0.95;

    /// <summary>Confidence of each bound.</summary>
    [Parameter("Confidence of each attempt's bounds.", "每次尝试所用界限的置信度。", Minimum = 0, Maximum = 1)]
    public double BoundConfidence { get; init; } = 0.95;

    /// <summary>Wait target.</summary>
    [Parameter("At each site 90 % of people wait at most so long, s.", "每个采样点 90% 的人等候不超过此时长（秒）。", Minimum = 0)]
    public double WaitTargetSeconds { get; init; } = TestTargets.Usual.WaitSeconds;

    /// <summary>Time target.</summary>
    [Parameter("98 % of those expected are tested at most so long after opening, s.", "开放后此时长（秒）内，应到人员的 98% 完成检测。", Minimum = 0)]
    public double BySeconds { get; init; } = TestTargets.Usual.Milliseconds / 1000.0;

    /// <summary>Cost of a sampler's hour.</summary>
    [Parameter("Cost of a sampler's hour, in any currency.", "采样人员每小时成本，币种不限。", Grade = "E", Minimum = 0, ExclusiveMinimum = true)]
    public double CostSampler { get; init; } = 60;

    /// <summary>Cost of a desk's hour.</summary>
    [Parameter("Cost of a registration desk's hour.", "登记台每小时成本。", Grade = "E", Minimum = 0, ExclusiveMinimum = true)]
    public double CostDesk { get; init; } = 40;

    /// <summary>Cost of a helper's hour.</summary>
    [Parameter("Cost of a party-group helper's hour.", "党小组协助人员每小时成本。", Grade = "E", Minimum = 0)]
    public double CostHelper { get; init; } = 20;

    /// <summary>Shifts that might be planned.</summary>
    [Parameter("Hours paid for each shift that might be planned besides the whole window.", "除全时段外，每种可排班次按多少小时计费。", Minimum = 0)]
    public IReadOnlyList<double> ShiftHours { get; init; } = [];

    /// <summary>Length of the window.</summary>
    [Parameter("Length of the window, h.", "检测时段的长度（小时）。", Minimum = 0)]
    public double WindowHours { get; init; }
}

/// <summary>The runs that a plan rests on: replications of its scenario with its staff.</summary>
public sealed record PlanEvidence
{
    /// <summary>Days simulated.</summary>
    [Parameter("Days simulated.", "模拟的天数。", Required = true, Minimum = 1, Maximum = 1_000_000)]
    public int Days { get; init; } = 1;

    /// <summary>Number of the first replication.</summary>
    [Parameter("Number of the first replication; the others follow it.", "首次重复模拟的编号，其余依次递增。", Required = true, Minimum = 0, Maximum = 100_000_000)]
    public int FirstReplication { get; init; }

    /// <summary>Days on which every site's wait held.</summary>
    [Parameter("Days on which every site's wait was within the target.", "所有采样点等候均在目标之内的天数。", Minimum = 0)]
    public int WaitHeld { get; init; }

    /// <summary>Days in time.</summary>
    [Parameter("Days on which 98 % were tested in time.", "98% 人员按时完成检测的天数。", Minimum = 0)]
    public int InTime { get; init; }

    /// <summary>Sum of the digests.</summary>
    [Parameter("Sum of the days' trace digests modulo 2¹²⁸.", "各日轨迹摘要之和，对 2¹²⁸ 取模。", Required = true, Pattern = "[0-9a-f]{32}", PatternText = "32 hexadecimal digits")]
    public string Digest { get; init; } = "";

    /// <summary>Trace digest of each day.</summary>
    [Parameter("Trace digest of each day.", "每日的轨迹摘要。", Required = true, Pattern = "[0-9a-f]{32}", PatternText = "32 hexadecimal digits")]
    public IReadOnlyList<string> Digests { get; init; } = [];

    /// <summary>Seed of each day.</summary>
    [Parameter("Seed of each day.", "每日的种子。", Required = true, Minimum = 0)]
    public IReadOnlyList<ulong> Seeds { get; init; } = [];
}
