using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>Another number of servers from a time on.</summary>
public sealed record ServerChangeParameters
{
    /// <summary>From when.</summary>
    [Parameter("From this long after the start.", "区间起点，以起始后的时长表示。", Required = true, Minimum = 0)]
    public Duration From { get; init; }

    /// <summary>Servers.</summary>
    [Parameter("Servers on duty from then on; those of the highest numbers leave first.", "自该时刻起在岗的服务台数；编号最大者先离岗。", Required = true, Minimum = 0, Maximum = 100_000)]
    public int Servers { get; init; }
}

/// <summary>Service of several customers at once.</summary>
public sealed record BatchServiceParameters
{
    /// <summary>At most so many.</summary>
    [Parameter("At most so many in one service.", "一次服务的最多人数。", Required = true, Minimum = 1, Maximum = 100_000)]
    public int Most { get; init; } = 1;

    /// <summary>At least so many.</summary>
    [Parameter("A service begins only when so many wait; at most `most`.", "等候者达到此人数才开始服务；不大于 `most`。", Minimum = 1, Maximum = 100_000)]
    public int Least { get; init; } = 1;
}

/// <summary>The way from a station to another.</summary>
public sealed record TravelParameters
{
    /// <summary>The other station.</summary>
    [Parameter("Name of the station at its end; one of `next`.", "所到站点的名称；须在 `next` 之中。", Required = true)]
    public string To { get; init; } = "";

    /// <summary>How long it takes.</summary>
    [Parameter("How long the way takes.", "路上所需时间。", Required = true)]
    public Distribution Time { get; init; } = new Constant(60);
}
