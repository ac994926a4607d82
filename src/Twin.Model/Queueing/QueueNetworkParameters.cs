using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>An open network of stations.</summary>
public sealed record QueueNetworkParameters
{
    /// <summary>When statistics begin.</summary>
    [Parameter("Statistics begin this long after the start; must be before `end`.", "起始后经过此时长开始统计；须早于 `end`。", Minimum = 0, Maximum = 360_000_000)]
    public Duration WarmUp { get; init; } = new(0);

    /// <summary>When statistics end.</summary>
    [Parameter("Statistics end this long after the start: time averages are over [warmUp, end], waits of those who arrive in it, followed until they leave.",
        "起始后经过此时长结束统计：时间均值取 [warmUp, end] 区间，等候取该区间内到达者并跟踪至其离开。", Minimum = 0.001, Maximum = 360_000_000)]
    public Duration End { get; init; } = Duration.Minutes(600);

    /// <summary>How long people are followed.</summary>
    [Parameter("Who arrived by `end` is followed for at most this long after it; the run ends then (`horizon` is for other activities).",
        "`end` 之前到达者在其后至多再跟踪此时长，届时运行结束（`horizon` 用于其他活动）。", Minimum = 0, Maximum = 36_000_000)]
    public Duration FollowUp { get; init; } = Duration.Minutes(366 * 24 * 60);

    /// <summary>What is studied.</summary>
    [Parameter("What is studied: steadyState (the empty start is an artefact, and the report warns where it shows), day (the empty start is the real one); auto: a day where arrivals are given or change by time, otherwise the steady state.",
        "研究对象：steadyState 为稳态（空系统起始并非真实情况，若影响结果报告会提示），day 为一天（起始时确实无人）；auto：到达为给定时刻或随时间变化时按一天，否则按稳态。")]
    public QueueStudy Study { get; init; } = QueueStudy.Auto;

    /// <summary>Step of the time series.</summary>
    [Parameter("Step of series.csv, at most 1,000,000 steps over all stations; left out: 1 min, or longer so that there are at most 10,000, or shorter in a run of under 10 min.",
        "series.csv 的时间步长，各站点合计至多 1,000,000 步；不填：1 分钟，步数超过 10,000 时加长，运行不足 10 分钟时缩短。", Minimum = 0.001, Maximum = 360_000_000)]
    public Duration? Step { get; init; }

    /// <summary>The stations.</summary>
    [Parameter("The stations, in order; at least one.", "依次列出各站点；至少一个。")]
    public IReadOnlyList<StationParameters> Stations { get; init; } = [];
}

/// <summary>What a run of a network is meant to tell.</summary>
public enum QueueStudy
{
    /// <summary>A day where arrivals are given or change by time, otherwise the steady state.</summary>
    Auto,

    /// <summary>The long run: that the network starts empty is an artefact.</summary>
    SteadyState,

    /// <summary>A day, or anything else that really starts empty.</summary>
    Day,
}

/// <summary>One station: a queue with parallel servers.</summary>
public sealed record StationParameters
{
    /// <summary>Name.</summary>
    [Parameter("Name, unique in the network.", "名称，在网络内唯一。", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Parallel servers.</summary>
    [Parameter("Parallel servers.", "并行服务台数。", Minimum = 1, Maximum = 100_000)]
    public int Servers { get; init; } = 1;

    /// <summary>Service time.</summary>
    [Parameter("Service time.", "服务时间。", Required = true)]
    public Distribution Service { get; init; } = new Constant(60);

    /// <summary>Room, those in service included; none given is unlimited.</summary>
    [Parameter("Room for so many, those in service included; left out: unlimited.", "可容纳人数，含正在接受服务者；省略则不限。", Minimum = 1, Maximum = 10_000_000)]
    public int? Room { get; init; }

    /// <summary>What happens to an arrival at a full station.</summary>
    [Parameter("What happens to an arrival when the room is full: lost.", "容量已满时到达者的去向：lost（流失）。")]
    [ActsWhen("room = given")]
    public WhenFull Full { get; init; } = WhenFull.Lost;

    /// <summary>Outside arrivals.</summary>
    [Parameter("Arrivals from outside; left out: none.", "外部到达；省略则没有。")]
    public ArrivalParameters? Arrivals { get; init; }

    /// <summary>Where customers go next; the rest leaves.</summary>
    [Parameter("Where customers go next, by station name, with probabilities that add up to at most 1; the rest leaves.",
        "顾客的下一站，按站点名给出概率，合计至多为 1；其余离开。", Minimum = 0, Maximum = 1)]
    public IReadOnlyDictionary<string, double> Next { get; init; } = new Dictionary<string, double>();
}

/// <summary>What happens to an arrival at a full station.</summary>
public enum WhenFull
{
    /// <summary>It is lost: it leaves the network.</summary>
    Lost,
}

/// <summary>Arrivals from outside: one of a Poisson rate, given times, or Poisson rates by interval.</summary>
public sealed record ArrivalParameters
{
    /// <summary>Poisson arrivals per hour.</summary>
    [Parameter("Poisson arrivals: this many an hour.", "泊松到达：每小时人数。", Minimum = 0, Maximum = 100_000_000, ExclusiveMinimum = true)]
    public double? PoissonPerHour { get; init; }

    /// <summary>Given arrival times.</summary>
    [Parameter("Given arrival times, each this long after the start; equal ones arrive together.", "给定的到达时刻，以起始后的时长表示；相同者同时到达。")]
    public IReadOnlyList<Duration> Times { get; init; } = [];

    /// <summary>Poisson rates by interval.</summary>
    [Parameter("Poisson arrivals with a rate for each interval; nobody arrives between and after the intervals.", "各区间分别给定到达率的泊松到达；区间之间与之后无人到达。")]
    public IReadOnlyList<RateInterval> Rates { get; init; } = [];
}

/// <summary>A Poisson rate for an interval.</summary>
public sealed record RateInterval
{
    /// <summary>From when.</summary>
    [Parameter("From this long after the start.", "区间起点，以起始后的时长表示。", Required = true, Minimum = 0)]
    public Duration From { get; init; }

    /// <summary>To when.</summary>
    [Parameter("To this long after the start.", "区间终点，以起始后的时长表示。", Required = true, Minimum = 0)]
    public Duration To { get; init; }

    /// <summary>Arrivals per hour.</summary>
    [Parameter("Arrivals an hour.", "每小时到达人数。", Required = true, Minimum = 0, Maximum = 100_000_000)]
    public double PerHour { get; init; }
}
