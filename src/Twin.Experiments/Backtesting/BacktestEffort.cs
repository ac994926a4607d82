namespace Twin.Experiments.Backtesting;

/// <summary>How much a backtest simulates for what.</summary>
public sealed record BacktestEffort
{
    /// <summary>Fewest days with 95 % bands.</summary>
    public const int FewestReplications = 39;

    /// <summary>Days of the model, with the plan as it is. 119 give bands of exactly 90 and 95 %.</summary>
    public int Replications { get; init; } = 119;

    /// <summary>Days of each round in which parameters are varied; 0 for none.</summary>
    public int FitPoints { get; init; } = 128;

    /// <summary>Keys of the parameters that are looked for; empty for all that matter in the scenario.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Most days at a time; at least 1. Changes no result.</summary>
    public int Threads { get; init; } = 1;
}
