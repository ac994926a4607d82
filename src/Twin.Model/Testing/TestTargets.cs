using Twin.Model.Scenarios;

namespace Twin.Model.Testing;

/// <summary>A mass test's targets as they stand for one scenario: what every text, picture, limit and goal is measured against.</summary>
/// <param name="Open">The window's opening, ms since the start.</param>
/// <param name="Milliseconds">By when, ms after opening.</param>
/// <param name="Share">Share of those expected on site who are to be tested by then; above 0, at most 1.</param>
/// <param name="WaitMilliseconds">Longest wait at a site for the share <paramref name="WaitQuantile"/> of its people, ms.</param>
/// <param name="WaitQuantile">That share; above 0, at most 1.</param>
public sealed record TestTargets(long Open, long Milliseconds, double Share, long WaitMilliseconds, double WaitQuantile)
{
    /// <summary>The quantile at which waits are judged unless a scenario says otherwise (domain: 90 % of people, grade P).</summary>
    public const double UsualQuantile = 0.9;

    /// <summary>Rounding of shares in decimal notation, so that 0.07 of 100 people are 7, not 8.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The targets of a scenario that says nothing of them nor of its window.</summary>
    public static TestTargets Usual { get; } = Of(new MassTestingParameters());

    /// <summary>The target time, ms since the start.</summary>
    public long Line => Open + Milliseconds;

    /// <summary>Longest wait, s.</summary>
    public double WaitSeconds => WaitMilliseconds / 1000.0;

    /// <summary>Whether waits are judged at a quantile of their own, beside those that every run counts.</summary>
    public bool HasOwnQuantile => WaitQuantile != UsualQuantile;

    /// <summary>The targets of a scenario.</summary>
    /// <param name="scenario">The scenario as resolved, a mass test.</param>
    /// <remarks>The time left out is the planned length of the window: an intervention that extends it moves no target.</remarks>
    public static TestTargets Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Of(scenario.Testing);
    }

    /// <summary>A scenario with other targets, where they are given: what a command's own options ask for, read everywhere that the scenario's are.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="wait">Longest wait; null to leave it.</param>
    /// <param name="time">By when after opening; null to leave it.</param>
    public static Scenario Moved(Scenario scenario, Duration? wait, Duration? time)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        TargetParameters targets = scenario.Testing.Targets;
        return scenario with { Testing = scenario.Testing with { Targets = targets with { Wait = wait ?? targets.Wait, Time = time ?? targets.Time } } };
    }

    private static TestTargets Of(MassTestingParameters testing)
    {
        (WindowParameters window, TargetParameters targets) = (testing.Window, testing.Targets);
        return new TestTargets(
            window.Open.SinceStart, targets.Time?.Milliseconds ?? window.Close.SinceStart - window.Open.SinceStart, targets.Share,
            targets.Wait.Milliseconds, targets.WaitQuantile);
    }

    /// <summary>How many of those expected are to be tested by the target time.</summary>
    /// <param name="expected">People expected on site.</param>
    public long Needed(long expected) => (long)Math.Ceiling((Share * expected) - Rounding);

    /// <summary>Place, from 0, of the judged wait among so many in ascending order.</summary>
    /// <param name="count">How many waits, at least 1.</param>
    public int RankOf(int count) => Math.Max(1, (int)Math.Ceiling((WaitQuantile * count) - Rounding)) - 1;
}
