using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>How often each point is run: a fixed number, or until a figure is known well enough.</summary>
public sealed record ReplicationEntry
{
    /// <summary>A fixed number.</summary>
    [Parameter("So many at each point; none, without until: 10.", "每个方案的重复次数；未给出且无 until 时为 10。", Minimum = 1, Maximum = Sweep.MostReplications)]
    public int? Count { get; init; }

    /// <summary>When there are enough.</summary>
    [Parameter("Instead of a fixed number: until the 95 % interval of a response is narrow enough.", "代替固定次数：直至某项响应的 95% 区间足够窄。")]
    public UntilEntry? Until { get; init; }

    /// <summary>With until: the least number.</summary>
    [Parameter("With until: so many at least.", "与 until 同用：最少次数。", Minimum = StoppingRule.LeastToStop, Maximum = Sweep.MostReplications)]
    public int Least { get; init; } = StoppingRule.LeastToStop;

    /// <summary>With until: the cap.</summary>
    [Parameter("With until: no more than so many.", "与 until 同用：最多次数。", Minimum = StoppingRule.LeastToStop, Maximum = Sweep.MostReplications)]
    public int Most { get; init; } = 100;
}

/// <summary>When a figure is known well enough.</summary>
public sealed record UntilEntry
{
    /// <summary>The figure.</summary>
    [Parameter("Key of a measure.", "指标的键。", Required = true)]
    public string Response { get; init; } = "";

    /// <summary>How well.</summary>
    [Parameter("Greatest half of its 95 % interval's width: a duration for times, else a number in the measure's unit (a share is 0 to 1).",
        "其 95% 区间宽度的一半的上限：时间类指标为时长，其余为以该指标单位表示的数（比例为 0 至 1）。", Required = true,
        PatternText = "a duration such as 2min, or a number")]
    public ScenarioValue HalfWidth { get; init; }
}
