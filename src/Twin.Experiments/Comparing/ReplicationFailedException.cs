using Twin.Model.Events;

namespace Twin.Experiments.Comparing;

/// <summary>An entity failed in a replication: said with variant, replication, its code, the time, the event and the cause.</summary>
public sealed class ReplicationFailedException : Exception
{
    /// <summary>Without a message of its own.</summary>
    public ReplicationFailedException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What failed.</param>
    public ReplicationFailedException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and a cause.</summary>
    /// <param name="message">What failed.</param>
    /// <param name="innerException">The cause.</param>
    public ReplicationFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Describes a failure.</summary>
    /// <param name="variant">The variant's name.</param>
    /// <param name="replication">The replication's number, from 0.</param>
    /// <param name="plan">What was run.</param>
    /// <param name="failure">The entity's failure.</param>
    public ReplicationFailedException(string variant, int replication, SimulationPlan plan, SimulationException failure)
        : base($"{variant}, replication {replication}: {plan.CodeOf(failure.Entity)} failed on {plan.Describe(failure.Cause)}: {failure.Reason}", failure)
    {
    }
}
