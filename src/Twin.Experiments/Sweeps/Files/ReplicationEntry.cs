using Twin.Model.Scenarios;

namespace Twin.Experiments.Sweeps.Files;

/// <summary>How often each point is run: a fixed number, or until a figure is known well enough.</summary>
public sealed record ReplicationEntry
{
    /// <summary>A fixed number.</summary>
    [Parameter("So many at each point; none, without until: 10.", Minimum = 1, Maximum = Sweep.MostReplications)]
    public int? Count { get; init; }

    /// <summary>When there are enough.</summary>
    [Parameter("Instead of a fixed number: until the 95 % interval of a response is narrow enough.")]
    public UntilEntry? Until { get; init; }

    /// <summary>With until: the least number.</summary>
    [Parameter("With until: so many at least.", Minimum = StoppingRule.LeastForInterval, Maximum = Sweep.MostReplications)]
    public int Least { get; init; } = StoppingRule.LeastForInterval;

    /// <summary>With until: the cap.</summary>
    [Parameter("With until: no more than so many.", Minimum = StoppingRule.LeastForInterval, Maximum = Sweep.MostReplications)]
    public int Most { get; init; } = 100;
}

/// <summary>When a figure is known well enough.</summary>
public sealed record UntilEntry
{
    /// <summary>The figure.</summary>
    [Parameter("Key of a measure.", Required = true)]
    public string Response { get; init; } = "";

    /// <summary>How well.</summary>
    [Parameter("Greatest half-width of its 95 % interval: a duration for times, else a number in the measure's unit (a share is 0 to 1).", Required = true,
        PatternText = "a duration such as 2min, or a number")]
    public ScenarioValue HalfWidth { get; init; }
}
