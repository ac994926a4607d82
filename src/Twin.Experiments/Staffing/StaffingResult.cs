using Twin.Experiments.Staffing.Selection;
using Twin.Model.Scenarios;

namespace Twin.Experiments.Staffing;

/// <summary>What a search for the cheapest staffing came to.</summary>
public sealed record StaffingResult
{
    /// <summary>The scenario as resolved.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What was asked for.</summary>
    public required StaffGoal Goal { get; init; }

    /// <summary>How much was simulated for what.</summary>
    public required StaffEffort Effort { get; init; }

    /// <summary>Length of the window, h.</summary>
    public required double WindowHours { get; init; }

    /// <summary>The staffing found, on fresh days; null if no staffing keeps the constraints.</summary>
    public StaffMeasured? Best { get; init; }

    /// <summary>Whether the fresh days confirm it.</summary>
    public bool Confirmed { get; init; }

    /// <summary>Attempts that it took.</summary>
    public int Attempts { get; init; }

    /// <summary>No staffing of the same reckoned risk costs less; cost of the window.</summary>
    public double Bound { get; init; }

    /// <summary>How the finalists were told apart; null if there was one only.</summary>
    public Picked? Picked { get; init; }

    /// <summary>The first staffing, by the queueing approximation, on the search's days.</summary>
    public required StaffMeasured Start { get; init; }

    /// <summary>The cheapest uniform staffing in one shift, on the same fresh days; null if it was not looked for or none holds.</summary>
    public StaffComparison? Uniform { get; init; }

    /// <summary>The cheapest uniform staffing with shifts, the same shares of all sites' staff working the same shift, on the same fresh days.</summary>
    public StaffComparison? UniformShifted { get; init; }

    /// <summary>The greedy staffing of the same reckoned risk, on the first of the same fresh days: not put to a confirmation of its own.</summary>
    public StaffComparison? Greedy { get; init; }

    /// <summary>Helpers of each party group; null if helpers do nothing in the scenario.</summary>
    public Helping.HelperPlan? Helpers { get; init; }

    /// <summary>Samplers and desks found, and helpers; 0 if no staffing keeps the constraints.</summary>
    public double TotalCost => Best is null ? 0 : Best.Cost + (Helpers?.Cost ?? 0);

    /// <summary>With all the staff that sites can use, on the search's days; null unless no staffing keeps the constraints.</summary>
    public StaffMeasured? Most { get; init; }

    /// <summary>Cost against probability, in rising order of the probability.</summary>
    public IReadOnlyList<FrontierPoint> Frontier { get; init; } = [];

    /// <summary>Without the wait target, and without the time: what each constraint costs.</summary>
    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];

    /// <summary>Days simulated in all.</summary>
    public required int DaysSimulated { get; init; }

    /// <summary>Parts that a time limit cut, by key; empty without one.</summary>
    public IReadOnlyList<string> Cut { get; init; } = [];

    /// <summary>Codes of what the replays leave out and the scenario has: breaks, closures, interventions.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

/// <summary>Another way to staff, confirmed as the best is.</summary>
/// <param name="Measured">The staffing on fresh days.</param>
/// <param name="Confirmed">Whether they confirm it.</param>
/// <param name="Attempts">Attempts that it took.</param>
public sealed record StaffComparison(StaffMeasured Measured, bool Confirmed, int Attempts);

/// <summary>A point of the frontier.</summary>
/// <param name="Level">Probability that was aimed at.</param>
/// <param name="Measured">The staffing on days that the search had not seen.</param>
public sealed record FrontierPoint(double Level, StaffMeasured Measured);

/// <summary>The cheapest staffing when something is otherwise.</summary>
/// <param name="Key">wait: without the wait target; time: without the time; slots: with the other slot scheme.</param>
/// <param name="Measured">The staffing on days that the search had not seen; null if none keeps what is left.</param>
/// <param name="Reference">Cost of the scenario's own cheapest staffing at the same reckoned risk.</param>
public sealed record Relaxation(string Key, StaffMeasured? Measured, double Reference);
