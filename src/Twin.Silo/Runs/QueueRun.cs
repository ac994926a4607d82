using Twin.Experiments.Queueing;
using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Queueing;
using Twin.Model.Randomness;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using Twin.Silo.Commands;

namespace Twin.Silo.Runs;

/// <summary>A network of queues.</summary>
/// <param name="scenario">The scenario as resolved, its arrivals files read.</param>
/// <param name="recordsVisits">Whether every visit is kept, however many there are.</param>
public sealed class QueueRun(Scenario scenario, bool recordsVisits) : ActivityRun
{
    private readonly QueuePlan _plan = new(scenario, scenario.Seed, QueueRecording.Of(scenario.Queue, recordsVisits ? long.MaxValue : QueueRecording.FewVisits));

    /// <summary>Reads the files that a scenario's arrivals name.</summary>
    /// <param name="scenario">The scenario as resolved.</param>
    /// <param name="scenarioFile">Its path; the files lie beside it.</param>
    /// <param name="recordsVisits">Whether every visit is kept, however many there are.</param>
    /// <exception cref="InputException">A file cannot be read.</exception>
    /// <exception cref="ScenarioFormatException">A file is wrong.</exception>
    public static QueueRun Of(Scenario scenario, string scenarioFile, bool recordsVisits)
    {
        string Open(string key, string file)
        {
            string path = Path.Combine(Path.GetDirectoryName(scenarioFile) ?? "", file);
            try
            {
                return ScenarioFiles.Open(path);
            }
            catch (IOException failure)
            {
                throw InputException.At(key, $"{OptionValue.Quoted(path)}, which cannot be read ({failure.Message})", "a CSV file, its path relative to the scenario file");
            }
        }

        return new QueueRun(scenario with { Queue = QueueFiles.Inlined(scenario.Queue, scenario.Start, Open) }, recordsVisits);
    }

    /// <inheritdoc/>
    public override SimulationPlan Plan => _plan;

    /// <inheritdoc/>
    public override long Expected => 0;

    /// <inheritdoc/>
    public override string RecordHeader => QueueVisitTable.Header;

    /// <inheritdoc/>
    public override IEnumerable<string> RecordLines(EngineOutcome outcome) => QueueVisitTable.Lines(scenario, RecordsOf(_plan, outcome).Visits);

    /// <inheritdoc/>
    public override RunRecord WithResult(RunRecord record, EngineOutcome outcome)
    {
        QueueRecords records = RecordsOf(_plan, outcome);
        bool isMany = records.Visits.Count > QueueRecording.FewVisits;
        return record with
        {
            Queue = QueueResultReader.Read(_plan, outcome.Metrics),
            QueueRecords = isMany ? records with { Visits = [.. records.Visits.Take(QueueRecording.FewVisits)] } : records,
            QueueStart = StartBias.Of(_plan, [records.Series!]),
        };
    }

    /// <inheritdoc/>
    public override RunRecord WithReplications(RunRecord record, EngineOutcome outcome, int count, CancellationToken cancellation)
    {
        QueueSeries all = record.QueueRecords!.Series!;
        Lock adding = new();
        IReadOnlyList<(QueueResult Result, QueueSeries Numbers)> others = Replications.Run(
            count - 1,
            i => new QueuePlan(scenario, new Draws(scenario.Seed).ReplicationSeed(i + 1), QueueRecording.Of(scenario.Queue, 0)),
            (_, plan, replication) =>
            {
                QueueSeries series = RecordsOf((QueuePlan)plan, replication).Series!;
                lock (adding)
                {
                    all = all.Plus(series); // Whole numbers: the order does not matter.
                }

                return (QueueResultReader.Read((QueuePlan)plan, replication.Metrics), series.Merged(StartBias.MostSteps));
            },
            Environment.ProcessorCount,
            cancellation);
        return record with
        {
            QueueReplications = [record.Queue!, .. others.Select(other => other.Result)],
            QueueSeriesOfAll = all,
            QueueStart = StartBias.Of(_plan, [record.QueueRecords.Series!, .. others.Select(other => other.Numbers)]),
        };
    }

    private static QueueRecords RecordsOf(QueuePlan plan, EngineOutcome outcome) => QueueRecords.Unpack(plan, outcome.Packed!.Single().Packed);
}
