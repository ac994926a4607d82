using Twin.Model.Events;

namespace Twin.Silo.Runs;

/// <summary>An entity failed: said with its code, the time, the event and the cause.</summary>
/// <param name="plan">What was run.</param>
/// <param name="failure">The entity's failure.</param>
public sealed class RunFailedException(SimulationPlan plan, SimulationException failure)
    : Exception($"{plan.CodeOf(failure.Entity)} failed on {plan.Describe(failure.Cause)}: {failure.Reason}", failure);
