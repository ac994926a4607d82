using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>The testing window.</summary>
public sealed record WindowParameters
{
    /// <summary>When sites open, at the earliest.</summary>
    [Parameter("When sites open, at the earliest; left out: 5 h after the start.", "采样点最早的开放时刻；省略则为起始后 5 小时。", Grade = "S")]
    public Moment Open { get; init; } = new(Duration.Minutes(300).Milliseconds);

    /// <summary>When sites close.</summary>
    [Parameter("When sites close; left out: 10 h after the start.", "采样点的关闭时刻；省略则为起始后 10 小时。", Grade = "S")]
    public Moment Close { get; init; } = new(Duration.Minutes(600).Milliseconds);

    /// <summary>Slots end this long before closing.</summary>
    [Parameter("Slots and off-slot arrivals end this long before closing.", "预约时段与非时段到达在关闭前此时长截止。", Grade = "E", Minimum = 0)]
    [ActsWhen("testing.arrivals.file = none")]
    public Duration LastEntry { get; init; } = Duration.Minutes(30);

    /// <summary>What happens to who waits at closing.</summary>
    [Parameter("serveQueue: who waits at closing is served; sendHome: who waits is sent home untested.",
        "serveQueue：关闭时仍在排队者继续完成检测；sendHome：关闭时仍在排队者劝返，不再检测。", Grade = "E")]
    public AtClose AtClose { get; init; } = AtClose.ServeQueue;

    /// <summary>From when the wait of early comers counts.</summary>
    [Parameter("door: the wait of who comes before opening counts from the opening; queue: from their arrival.",
        "door：开放前到达者的等候从开放时起算；queue：从其到达时起算。", Grade = "E")]
    public EarlyWait Early { get; init; } = EarlyWait.Door;
}

/// <summary>What happens to who waits at closing.</summary>
public enum AtClose
{
    /// <summary>They are served.</summary>
    ServeQueue,

    /// <summary>They are sent home.</summary>
    SendHome,
}

/// <summary>From when the wait of early comers counts.</summary>
public enum EarlyWait
{
    /// <summary>From the actual opening.</summary>
    Door,

    /// <summary>From the arrival.</summary>
    Queue,
}
