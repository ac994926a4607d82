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

    /// <summary>Kinds of customers; empty for one kind.</summary>
    [Parameter("Kinds of customers with arrivals, services and routes of their own; left out: all are alike, and stations say when they arrive.",
        "顾客类别，各有自己的到达、服务与路线；省略则所有顾客相同，到达由站点给出。")]
    public IReadOnlyList<CustomerKindParameters> Kinds { get; init; } = [];

    /// <summary>How many kinds there are, at least one.</summary>
    public int KindCount => Math.Max(1, Kinds.Count);

    /// <summary>What a kind has of its own at a station; null for nothing.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="station">Which station.</param>
    public KindAtStationParameters? Own(int kind, int station) =>
        Kinds.Count == 0 ? null : Kinds[kind].At.FirstOrDefault(at => at.Station == Stations[station].Name);

    /// <summary>A kind's arrivals at a station from outside; null for none.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="station">Which station.</param>
    public ArrivalParameters? ArrivalsOf(int kind, int station) => Kinds.Count == 0 ? Stations[station].Arrivals : Own(kind, station)?.Arrivals;

    /// <summary>A kind's service time at a station.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="station">Which station.</param>
    public Distribution ServiceOf(int kind, int station) => Own(kind, station)?.Service ?? Stations[station].Service;

    /// <summary>A kind's patience at a station; null if they never give up.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="station">Which station.</param>
    public Distribution? PatienceOf(int kind, int station) => Own(kind, station)?.Patience ?? Stations[station].Patience;

    /// <summary>Where a kind goes after a station.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="station">Which station.</param>
    public IReadOnlyDictionary<string, double> NextOf(int kind, int station) =>
        Own(kind, station) is { } own && (own.Next.Count > 0 || own.Leaves) ? own.Next : Stations[station].Next;
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

    /// <summary>Servers on duty by time.</summary>
    [Parameter("Other numbers of servers from given times on, in order; who leaves finishes the service at hand first.",
        "自给定时刻起的服务台数，依次列出；离岗者先完成手头的服务。")]
    public IReadOnlyList<ServerChangeParameters> Schedule { get; init; } = [];

    /// <summary>Whether priorities interrupt a service.</summary>
    [Parameter("Whether a higher priority interrupts a service, which goes on later from where it was: never or resume.",
        "较高优先级是否打断服务，被打断者之后从中断处继续：never（不打断）或 resume（打断后续接）。")]
    [ActsWhen("queue.kinds = given")]
    public Preemption Preemption { get; init; } = Preemption.Never;

    /// <summary>How long customers wait before they give up.</summary>
    [Parameter("How long somebody waits for a service to begin before they give up and leave the network; left out: for ever.",
        "等候服务开始的耐心时长，超过则放弃并离开网络；省略则一直等待。")]
    public Distribution? Patience { get; init; }

    /// <summary>Balking by the number who wait.</summary>
    [Parameter("Who finds so many waiting, or more, turns away with this probability, such as {5: 0.3, 10: 1}; the greatest number that is reached counts.",
        "到达时见有不少于该人数在等候者，以此概率转身离开，如 {5: 0.3, 10: 1}；取已达到的最大人数。", Minimum = 0, Maximum = 1)]
    public IReadOnlyDictionary<string, double> Balk { get; init; } = new Dictionary<string, double>();

    /// <summary>Service of several at once.</summary>
    [Parameter("A server serves several at once; left out: one at a time.", "一次服务多人；省略则逐一服务。")]
    public BatchServiceParameters? Batch { get; init; }

    /// <summary>Ways to other stations.</summary>
    [Parameter("How long the way to another station takes; left out: no time.", "前往其他站点所需的时间；省略则不耗时。")]
    public IReadOnlyList<TravelParameters> Travel { get; init; } = [];

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

/// <summary>Whether a customer of higher priority interrupts a service.</summary>
public enum Preemption
{
    /// <summary>Never: they are next.</summary>
    Never,

    /// <summary>Yes; the service goes on later from where it was.</summary>
    Resume,
}
