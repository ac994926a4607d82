using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing.Searching;

/// <summary>Asks for one day after another and decides by what they came to.</summary>
internal interface IDaySearch
{
    /// <summary>The next day that it needs.</summary>
    /// <param name="run">The day.</param>
    /// <returns>False if it is done.</returns>
    bool TryNext(out StressRun run);

    /// <summary>Takes what the day that was asked for last came to.</summary>
    /// <param name="day">What it came to.</param>
    void Accept(StressDay day);
}

/// <summary>A day to be simulated.</summary>
/// <param name="What">What is tried, for errors.</param>
/// <param name="Scenario">The scenario under stress.</param>
/// <param name="Day">The day's number, from 0.</param>
internal readonly record struct StressRun(string What, Scenario Scenario, int Day);
