using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>A scenario's activity, made ready to run: its plan, its replications, and how its results are read.</summary>
public abstract class ActivityRun
{
    /// <summary>Plan of the main run, which is replication 0.</summary>
    public abstract SimulationPlan Plan { get; }

    /// <summary>Those whom progress counts; 0 if it cannot.</summary>
    public abstract long Expected { get; }

    /// <summary>Header of the file of records; null if the activity has none.</summary>
    public abstract string? RecordHeader { get; }

    /// <summary>Lines of the file of records, without the header.</summary>
    /// <param name="outcome">What the engine handed back.</param>
    public virtual IEnumerable<string> RecordLines(EngineOutcome outcome) => outcome.Records ?? [];

    /// <summary>Reads what the main run came to.</summary>
    /// <param name="record">What is known so far.</param>
    /// <param name="outcome">What the engine handed back.</param>
    public abstract RunRecord WithResult(RunRecord record, EngineOutcome outcome);

    /// <summary>Runs replications 1 to count − 1 side by side on the kernel; the main run is number 0.</summary>
    /// <param name="record">What is known so far, the main run's result included.</param>
    /// <param name="outcome">What the engine handed back for the main run.</param>
    /// <param name="count">Replications in all.</param>
    /// <param name="cancellation">Ends them.</param>
    /// <exception cref="OperationCanceledException">They were interrupted.</exception>
    public abstract RunRecord WithReplications(RunRecord record, EngineOutcome outcome, int count, CancellationToken cancellation);

    /// <summary>Makes a scenario ready: generates its district and compiles its plan.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="scenarioFile">Its path; files that it names lie beside it.</param>
    /// <param name="recordsVisits">Whether every visit is recorded.</param>
    /// <param name="inputs">Inputs of an earlier run, to be repeated.</param>
    /// <exception cref="InputException">A file that it names cannot be read, or inputs of another activity are given.</exception>
    /// <exception cref="ScenarioFormatException">A file that it names is wrong.</exception>
    /// <exception cref="ScenarioInputException">It asks for what its district cannot give.</exception>
    public static ActivityRun Of(Scenario scenario, string scenarioFile, bool recordsVisits, IReadOnlyList<TimedInput> inputs)
    {
        switch (scenario.Activity)
        {
            case Activity.Queue:
                return inputs.Count > 0
                    ? throw InputException.At("--inputs", "a scenario of activity queue", "with activity massTesting")
                    : QueueRun.Of(scenario, scenarioFile, recordsVisits);
            case Activity.MassTesting:
                return MassTestRun.Of(scenario, scenarioFile, recordsVisits, inputs);
            default:
                throw new ArgumentOutOfRangeException(nameof(scenario), scenario.Activity, "An activity without a plan.");
        }
    }
}
