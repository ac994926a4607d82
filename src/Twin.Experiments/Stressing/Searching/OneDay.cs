using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing.Searching;

/// <summary>A single day.</summary>
/// <param name="what">What is tried, for errors.</param>
/// <param name="scenario">The scenario.</param>
/// <param name="number">The day's number.</param>
internal sealed class OneDay(string what, Scenario scenario, int number) : IDaySearch
{
    private StressDay? _result;

    /// <summary>What it came to, once it was simulated.</summary>
    public StressDay Result => _result ?? throw new InvalidOperationException($"Day {number} of {what} was not simulated.");

    /// <inheritdoc/>
    public bool TryNext(out StressRun run)
    {
        run = new StressRun(what, scenario, number);
        return _result is null;
    }

    /// <inheritdoc/>
    public void Accept(StressDay day) => _result = day;
}
