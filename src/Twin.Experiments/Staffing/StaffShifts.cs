using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing;

/// <summary>The shifts that a search may plan.</summary>
public static class StaffShifts
{
    /// <summary>Fewest hours for which somebody is called in unless the lengths are given; an estimate, grade E.</summary>
    public const double LeastHours = 3;

    /// <summary>From the opening to the last entry, when arrivals end; none if that is shorter than <see cref="LeastHours"/> or there is no last entry before closing.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <remarks>Later starts are not among them: the load is greatest at the opening. Shifts that end somewhat earlier or later save next to nothing more (docs/staffing.md).</remarks>
    public static IReadOnlyList<StaffShift> Default(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        WindowParameters window = scenario.Testing.Window;
        double hours = Hours(window);
        double toLastEntry = hours - (window.LastEntry.Milliseconds / 3_600_000.0);
        return toLastEntry >= LeastHours && toLastEntry < hours ? Of(scenario, [toLastEntry]) : [];
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
