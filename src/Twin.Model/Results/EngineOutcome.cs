namespace Twin.Model.Results;

/// <summary>What an engine hands back.</summary>
public sealed record EngineOutcome
{
    /// <summary>Sum over entities of their trace shares, modulo 2¹²⁸.</summary>
    public required UInt128 Digest { get; init; }

    /// <summary>The metrics.</summary>
    public required MetricTable Metrics { get; init; }

    /// <summary>Events handled, as the entities count them.</summary>
    public required long Events { get; init; }

    /// <summary>Windows stepped.</summary>
    public required long Windows { get; init; }

    /// <summary>Entities stepped, summed over windows: one call each with the grain engine.</summary>
    public required long Steps { get; init; }

    /// <summary>Whether all events before the horizon were handled; false when interrupted.</summary>
    public required bool Completed { get; init; }

    /// <summary>Active grains by kind, as Orleans counts them; empty with the kernel.</summary>
    public IReadOnlyDictionary<string, int> Grains { get; init; } = new Dictionary<string, int>();

    /// <summary>Wall time from the plan at hand until every grain is active, s: what is left of the silo's start included.</summary>
    public double ActivateSeconds { get; init; }

    /// <summary>Wall time to step everything, s.</summary>
    public required double StepSeconds { get; init; }

    /// <summary>Wall time stepping the events due in the measured window, s.</summary>
    public required double WindowStepSeconds { get; init; }

    /// <summary>What the plan's recorders packed, by entity; null unless the plan records something.</summary>
    public IReadOnlyList<(Events.EntityId Recorder, byte[] Packed)>? Packed { get; init; }

    /// <summary>The records (every visit) as CSV lines without the header; null unless the plan records them.</summary>
    public IReadOnlyList<string>? Records { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="SimulatedMilliseconds">Start of the window at hand, ms since the scenario's start.</param>
/// <param name="Events">Events handled so far.</param>
/// <param name="Windows">Windows stepped so far.</param>
/// <param name="Tested">People tested so far, as far as the engine knows; −1 if it does not.</param>
/// <param name="Phase">What is being done: activate, step, collect.</param>
public readonly record struct RunProgress(long SimulatedMilliseconds, long Events, long Windows, long Tested, string Phase);
