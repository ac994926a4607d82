namespace Twin.Model.Events;

/// <summary>An entity failed: ends the run and says which entity, at what time, at which event, and why.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>Describes a failure.</summary>
    /// <param name="entity">The entity that failed.</param>
    /// <param name="cause">The event at hand.</param>
    /// <param name="reason">What went wrong.</param>
    /// <param name="inner">The entity's own exception, if it threw one.</param>
    public SimulationException(EntityId entity, in Event cause, string reason, Exception? inner = null)
        : base($"{entity} failed at {cause.Due} ms on {cause.Kind} from {cause.Source}: {reason}", inner)
    {
        Entity = entity;
        Cause = cause;
        Reason = reason;
    }

    /// <summary>The entity that failed.</summary>
    public EntityId Entity { get; }

    /// <summary>The event at hand.</summary>
    public Event Cause { get; }

    /// <summary>What went wrong.</summary>
    public string Reason { get; }
}
