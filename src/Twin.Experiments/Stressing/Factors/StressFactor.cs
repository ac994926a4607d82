using Twin.Model.Scenarios;

namespace Twin.Experiments.Stressing.Factors;

/// <summary>Something that may get worse than the scenario has it, in steps from the scenario's own value to a far end.</summary>
/// <param name="Key">Its name in commands and tables, such as <c>absence</c> or <c>outage-1h</c>.</param>
/// <param name="Group">Factors of a group are one thing in several ways: an outage at several hours. Pairs are made of one factor of each group.</param>
/// <param name="Unit">Of its values.</param>
/// <param name="Grade">How far to trust its range: P published, E estimate.</param>
public sealed record StressFactor(string Key, string Group, StressUnit Unit, string Grade)
{
    /// <summary>The scenario's own value.</summary>
    public required double Own { get; init; }

    /// <summary>End of the range that is thought plausible.</summary>
    public required double Plausible { get; init; }

    /// <summary>Where the search ends; beyond <see cref="Plausible"/> or equal to it.</summary>
    public required double Furthest { get; init; }

    /// <summary>Steps from <see cref="Own"/> to <see cref="Furthest"/>; at least 1.</summary>
    public required int Steps { get; init; }

    /// <summary>When it happens, ms since the start; null for a factor without a time of its own.</summary>
    public long? At { get; init; }

    /// <summary>The scenario under this stress.</summary>
    public required StressApplication Apply { get; init; }

    /// <summary>The value at a step; a whole number where only these make sense.</summary>
    /// <param name="step">0 is the scenario's own value.</param>
    public double ValueAt(double step)
    {
        double value = Own + ((Furthest - Own) * step / Steps);
        return Unit == StressUnit.Sites ? Math.Round(value) : value;
    }

    /// <summary>How far a step is on the way from the scenario's own value (0) to the end of the plausible range (1).</summary>
    /// <param name="step">The step.</param>
    public double PlausibleShare(double step) => (ValueAt(step) - Own) / (Plausible - Own);
}

/// <summary>Puts a scenario under stress.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="value">The factor's value.</param>
/// <param name="seed">The day's seed, for what is different on each day.</param>
public delegate Scenario StressApplication(Scenario scenario, double value, ulong seed);

/// <summary>Units of factors.</summary>
public enum StressUnit
{
    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Sites.</summary>
    Sites,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Hours.</summary>
    Hours,
}
