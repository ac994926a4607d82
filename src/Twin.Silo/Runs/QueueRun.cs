using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Queueing;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Scenarios;

namespace Twin.Silo.Runs;

/// <summary>An open network of queues.</summary>
/// <param name="scenario">The scenario as resolved.</param>
public sealed class QueueRun(Scenario scenario) : ActivityRun
{
    private readonly QueuePlan _plan = new(scenario, scenario.Seed);

    /// <inheritdoc/>
    public override SimulationPlan Plan => _plan;

    /// <inheritdoc/>
    public override long Expected => 0;

    /// <inheritdoc/>
    public override string? RecordHeader => null;

    /// <inheritdoc/>
    public override RunRecord WithResult(RunRecord record, EngineOutcome outcome) =>
        record with { Queue = QueueResultReader.Read(_plan, outcome.Metrics) };

    /// <inheritdoc/>
    public override RunRecord WithReplications(RunRecord record, EngineOutcome outcome, int count, CancellationToken cancellation)
    {
        IReadOnlyList<QueueResult> others = Replications.Run(
            count - 1,
            i => new QueuePlan(scenario, new Draws(scenario.Seed).ReplicationSeed(i + 1)),
            (_, plan, replication) => QueueResultReader.Read((QueuePlan)plan, replication.Metrics),
            Environment.ProcessorCount,
            cancellation);
        return record with { QueueReplications = [record.Queue!, .. others] };
    }
}
