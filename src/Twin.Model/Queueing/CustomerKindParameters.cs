using Twin.Model.Distributions;
using Twin.Model.Scenarios;

namespace Twin.Model.Queueing;

/// <summary>A kind of customers.</summary>
public sealed record CustomerKindParameters
{
    /// <summary>Name.</summary>
    [Parameter("Name, unique among the kinds.", "名称，在各类别中唯一。", Required = true)]
    public string Name { get; init; } = "";

    /// <summary>Priority.</summary>
    [Parameter("Priority: at every station the waiting of the greatest are next, first come first served among equals.",
        "优先级：各站点均先服务数值最大者，相同者先到先服务。", Minimum = -1000, Maximum = 1000)]
    public int Priority { get; init; }

    /// <summary>What the kind has of its own at stations.</summary>
    [Parameter("What this kind has of its own, station by station; what is left out is as the station says.", "该类别在各站点的特有设置；省略者与站点相同。")]
    public IReadOnlyList<KindAtStationParameters> At { get; init; } = [];
}

/// <summary>What a kind of customers has of its own at a station.</summary>
public sealed record KindAtStationParameters
{
    /// <summary>The station.</summary>
    [Parameter("Name of the station.", "站点名称。", Required = true)]
    public string Station { get; init; } = "";

    /// <summary>Outside arrivals.</summary>
    [Parameter("Arrivals of this kind from outside; left out: none.", "该类别的外部到达；省略则没有。")]
    public ArrivalParameters? Arrivals { get; init; }

    /// <summary>Service time.</summary>
    [Parameter("Service time of this kind.", "该类别的服务时间。")]
    public Distribution? Service { get; init; }

    /// <summary>Patience.</summary>
    [Parameter("Patience of this kind.", "该类别的耐心时长。")]
    public Distribution? Patience { get; init; }

    /// <summary>Where this kind goes next.</summary>
    [Parameter("Where this kind goes next, instead of the station's own; the rest leaves.", "该类别的下一站，代替站点的设置；其余离开。", Minimum = 0, Maximum = 1)]
    public IReadOnlyDictionary<string, double> Next { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether this kind leaves the network here.</summary>
    [Parameter("Whether this kind leaves the network after this station, wherever others go.", "该类别是否在本站之后离开网络，而不论其他类别去向。")]
    [ActsWhen("next = none")]
    public bool Leaves { get; init; }
}
