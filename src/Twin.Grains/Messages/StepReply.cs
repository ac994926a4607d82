using Twin.Model.Events;

namespace Twin.Grains.Messages;

/// <summary>What an entity's grain did in a window.</summary>
/// <param name="Sent">Events for other entities, and its own beyond the window.</param>
/// <param name="Handled">Events handled.</param>
/// <param name="Completed">People tested or customers served in the window, for progress.</param>
/// <param name="Failure">Why the entity failed; null when it did not.</param>
/// <param name="Shown">By how much what it shows has changed, by cell; empty unless the run is shown.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.StepReply")]
public readonly record struct StepReply(
    [property: Id(0)] EventBlock Sent,
    [property: Id(1)] int Handled,
    [property: Id(2)] int Completed,
    [property: Id(3)] StepFailure? Failure,
    [property: Id(4)] MetricBlock Shown);

/// <summary>An entity's failure.</summary>
/// <param name="Entity">Packed name of the entity.</param>
/// <param name="Cause">The event at hand, a block of one.</param>
/// <param name="Reason">What went wrong.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.StepFailure")]
public sealed record StepFailure([property: Id(0)] uint Entity, [property: Id(1)] EventBlock Cause, [property: Id(2)] string Reason)
{
    /// <summary>The failure as an exception.</summary>
    public SimulationException ToException() => new(new EntityId(Entity), in Cause.Events[0], Reason);
}
