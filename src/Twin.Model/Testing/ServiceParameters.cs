using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Service times.</summary>
public sealed record ServiceParameters
{
    /// <summary>Registration with a code ready.</summary>
    [Parameter("Registration of a person with a code ready.", "已备好二维码人员的登记时间。", Grade = "E")]
    public Distribution Registration { get; init; } = new LogNormal(14, 7);

    /// <summary>Assisted registration.</summary>
    [Parameter("Registration with assistance (no phone).", "需协助登记（无手机）的登记时间。", Grade = "E")]
    public Distribution Assisted { get; init; } = new LogNormal(50, 20);

    /// <summary>Paper registration.</summary>
    [Parameter("Registration on paper, while the registration system is down.", "登记系统中断期间的纸质登记时间。", Grade = "E")]
    public Distribution Paper { get; init; } = new LogNormal(60, 20);

    /// <summary>Swab.</summary>
    [Parameter("Swab time of an adult.", "成人的采样时间。", Grade = "E")]
    public Distribution Swab { get; init; } = new LogNormal(20, 8);

    /// <summary>Factor for the aged.</summary>
    [Parameter("Factor on the swab time of people aged 65 or more.", "65 岁及以上人员采样时间的系数。", Grade = "E", Minimum = 0.1, Maximum = 10)]
    public double SwabAged { get; init; } = 1.4;

    /// <summary>Factor for children.</summary>
    [Parameter("Factor on the swab time of children (0–14).", "儿童（0–14 岁）采样时间的系数。", Grade = "E", Minimum = 0.1, Maximum = 10)]
    public double SwabChild { get; init; } = 1.6;

    /// <summary>Changeover.</summary>
    [Parameter("Changeover after a swab (hand and surface disinfection).", "每次采样后的换人时间（手部与台面消毒）。", Grade = "E")]
    public Distribution Changeover { get; init; } = new LogNormal(25, 8);

    /// <summary>Pool.</summary>
    [Parameter("People per tube.", "每管混采人数。", Grade = "P", Minimum = 1, Maximum = 100)]
    public int Pool { get; init; } = 10;

    /// <summary>Tube change.</summary>
    [Parameter("Tube change after every pool-th person of a sampler.", "采样人员每采满一管后的换管时间。", Grade = "E", Minimum = 0)]
    public Duration TubeChange { get; init; } = Duration.Seconds(25);

    /// <summary>Walk from desk to swab queue.</summary>
    [Parameter("Walk from the desk to the swab queue; left out: none.", "从登记台步行到采样队列的时间；省略则不计。", Grade = "E")]
    public Distribution? InnerWalk { get; init; }
}

/// <summary>Balking.</summary>
public sealed record BalkParameters
{
    /// <summary>Queue space.</summary>
    [Parameter("A person balks when so many are in the registration queue and at the door; none: never.",
        "登记队列与门口合计达到此人数时，来者不再排队而离开；none 表示从不离开。", Grade = "E", Minimum = 1, Maximum = 1_000_000)]
    public int? QueueSpace { get; init; } = 200;

    /// <summary>Share who come back.</summary>
    [Parameter("Share of those who balk who come back to the same site later.", "因队长离开者中稍后回到同一采样点的比例。", Grade = "E", Minimum = 0, Maximum = 1)]
    [ActsWhen("queueSpace = given")]
    public double ComeBack { get; init; } = 0.70;

    /// <summary>Share who try the next site.</summary>
    [Parameter("Share of those who balk who try the next nearest site; the rest gives up.",
        "因队长离开者中改去次近采样点的比例；其余放弃检测。", Grade = "E", Minimum = 0, Maximum = 1)]
    [ActsWhen("queueSpace = given")]
    public double NextSite { get; init; } = 0.20;

    /// <summary>Delay.</summary>
    [Parameter("How long who comes back stays away, from leaving to arriving again; at least two lookaheads (20 s).",
        "稍后返回者从离开到再次到达的间隔；至少为两个前瞻步长（20 秒）。", Grade = "E")]
    [ActsWhen("queueSpace = given")]
    public Distribution Delay { get; init; } = new UniformDuration(1800, 3600);

    /// <summary>Visits in all.</summary>
    [Parameter("Visits in all; who balks at the last gives up.", "每人最多到访的总次数；最后一次仍离开者即放弃检测。", Grade = "E", Minimum = 1, Maximum = 100)]
    [ActsWhen("queueSpace = given")]
    public int Tries { get; init; } = 3;
}
