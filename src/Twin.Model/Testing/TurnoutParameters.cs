using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>Who comes.</summary>
public sealed record TurnoutParameters
{
    /// <summary>Probability that members come together.</summary>
    [Parameter("Probability that the members of a household come together; otherwise each comes alone.",
        "一户成员结伴前来的概率；否则各自单独前来。", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Together { get; init; } = 0.8;

    /// <summary>Share at the home site.</summary>
    [Parameter("Share who come to the home site.", "前往所属采样点的人员比例。", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Home { get; init; } = 0.70;

    /// <summary>Share elsewhere.</summary>
    [Parameter("Share who come to one of the nearest other sites, equally likely.", "前往其他最近采样点之一的人员比例，各点概率相同。", Grade = "E", Minimum = 0, Maximum = 1)]
    public double Elsewhere { get; init; } = 0.28;

    /// <summary>Number of nearest other sites.</summary>
    [Parameter("Among how many nearest other sites.", "在几个最近的其他采样点中选择。", Grade = "E", Minimum = 1, Maximum = 20)]
    public int NearestOthers { get; init; } = 5;

    /// <summary>Share after a reminder.</summary>
    [Parameter("Share who come only after a reminder or a knock; the rest never comes.", "经提醒或敲门才前来的人员比例；其余始终不来。", Grade = "E", Minimum = 0, Maximum = 1)]
    public double AfterReminder { get; init; } = 0.02;
}

/// <summary>Walking.</summary>
public sealed record WalkParameters
{
    /// <summary>Adults' speed.</summary>
    [Parameter("Walking speed of adults and children, m/s.", "成人与儿童的步行速度（米/秒）。", Grade = "P", Minimum = 0.1, Maximum = 5)]
    public double Speed { get; init; } = 1.1;

    /// <summary>Speed of people aged 65 or more.</summary>
    [Parameter("Walking speed of people aged 65 or more, m/s; a group walks as its slowest.",
        "65 岁及以上人员的步行速度（米/秒）；结伴者按最慢者行走。", Grade = "P", Minimum = 0.1, Maximum = 5)]
    public double SpeedAged { get; init; } = 0.8;

    /// <summary>Detour.</summary>
    [Parameter("Length of the way over the straight line.", "实际路程与直线距离之比。", Grade = "E", Minimum = 1, Maximum = 5)]
    public double Detour { get; init; } = 1.3;

    /// <summary>Slowdown of the actual walk.</summary>
    [Parameter("Actual walking time over the dry one that people reckon with (rain, crowding).",
        "实际步行时间与人们按晴天预计的步行时间之比（雨天、拥挤）。", Grade = "E", Minimum = 1, Maximum = 10)]
    public double Slowdown { get; init; } = 1;
}
