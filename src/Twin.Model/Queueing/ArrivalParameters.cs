using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>Arrivals from outside: one of a Poisson rate, given times, Poisson rates by interval, a file of either, or a closed population.</summary>
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

    /// <summary>A file of arrival times.</summary>
    [Parameter("CSV file of arrival times, relative to the scenario file: a header with time and, where there are kinds, kind; a line for each person.",
        "到达时刻的 CSV 文件，相对于场景文件：首行为 time，如有类别则加 kind；每人一行。")]
    public string File { get; init; } = "";

    /// <summary>A file of rates.</summary>
    [Parameter("CSV file of Poisson rates by interval, relative to the scenario file: a header from,to,perHour; a line for each interval.",
        "各区间泊松到达率的 CSV 文件，相对于场景文件：首行为 from,to,perHour；每个区间一行。")]
    public string RatesFile { get; init; } = "";

    /// <summary>Sizes of batches.</summary>
    [Parameter("So many arrive together, with probabilities that add up to 1, such as {1: 0.5, 4: 0.5}; the rates are those of batches. Left out: one at a time.",
        "同时到达的人数及其概率，合计为 1，如 {1: 0.5, 4: 0.5}；到达率为批次的到达率。省略则逐一到达。", Minimum = 0, Maximum = 1)]
    [ActsWhen("poissonPerHour = given | rates = given | ratesFile = given")]
    public IReadOnlyDictionary<string, double> BatchSizes { get; init; } = new Dictionary<string, double>();

    /// <summary>How late people come to given times.</summary>
    [Parameter("The given times are appointments: how much later somebody comes, less than 0 for earlier; nobody before the start. Left out: on time.",
        "给定时刻为预约时刻：实际到达比预约晚多少，负值为提前；不早于起始。省略则准时。", MayBeNegative = true)]
    [ActsWhen("times = given | file = given")]
    public Distribution? Lateness { get; init; }

    /// <summary>Share of appointments that are not kept.</summary>
    [Parameter("Probability that somebody does not come at a given time at all.", "未按给定时刻前来（爽约）的概率。", Minimum = 0, Maximum = 1)]
    [ActsWhen("times = given | file = given")]
    public double NoShow { get; init; }

    /// <summary>A closed population.</summary>
    [Parameter("A closed population of so many, who come here again and again, each after a think time, the first time too.",
        "封闭人群的人数：每人经思考时间后来到本站，如此循环，首次亦然。", Minimum = 1, Maximum = 100_000)]
    public int? Population { get; init; }

    /// <summary>How long members of the population stay away.</summary>
    [Parameter("How long a member of the population stays away, from leaving the network to coming again.", "封闭人群成员自离开网络至再次到来的间隔。")]
    [ActsWhen("population = given")]
    public Distribution? ThinkTime { get; init; }
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
