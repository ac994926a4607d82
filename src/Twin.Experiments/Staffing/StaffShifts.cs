using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>The shifts that a search may plan.</summary>
public static class StaffShifts
{
    /// <summary>Fewest hours for which somebody is called in unless the lengths are given; an estimate, grade E.</summary>
    public const double LeastHours = 3;

    /// <summary>From the opening to the last entry, and to the middle between last entry and closing: when the queues empty. None that is shorter than <see cref="LeastHours"/>.</summary>
    /// <param name="scenario">The scenario.</param>
    public static IReadOnlyList<StaffShift> Default(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        WindowParameters window = scenario.Testing.Window;
        double lastEntry = Math.Max(0, window.LastEntry.Milliseconds) / 3_600_000.0;
        double hours = Hours(window);
        return Of(scenario, [.. new[] { hours - lastEntry, hours - (lastEntry / 2) }.Where(length => length >= LeastHours && length < hours).Distinct()]);
    }

    /// <summary>Shifts of given lengths, from the opening on.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="lengths">Hours; above 0, below the window's length.</param>
    public static IReadOnlyList<StaffShift> Of(Scenario scenario, IReadOnlyList<double> lengths)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        WindowParameters window = scenario.Testing.Window;
        return [.. lengths.Order().Select(length => new StaffShift(window.Open.SinceStart + (long)Math.Round(length * 3_600_000), length))];
    }

    /// <summary>Length of a window, h.</summary>
    /// <param name="window">The window.</param>
    public static double Hours(WindowParameters window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return (window.Close.SinceStart - window.Open.SinceStart) / 3_600_000.0;
    }
}
