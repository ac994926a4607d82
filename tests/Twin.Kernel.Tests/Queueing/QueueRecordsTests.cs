using Twin.Model.Distributions;
using Twin.Model.Queueing;
using Twin.Model.Results;
using Twin.Model.Scenarios;
using static Twin.Kernel.Tests.Queueing.QueueScenario;

namespace Twin.Kernel.Tests.Queueing;

/// <summary>What a run records beside its metrics.</summary>
public sealed class QueueRecordsTests
{
    private static readonly Scenario Network = Of(
        600, 7_200,
        Station(2, new ExponentialDuration(60), PerHour(90), room: 6, next: ("B", 0.5)),
        Station(1, new ExponentialDuration(50), PerHour(20), name: "B", next: ("A", 0.25)));

    private static (QueueRecords Records, EngineOutcome Outcome, QueuePlan Plan) Record(Scenario scenario, QueueRecording recording, ulong seed = 1)
    {
        QueuePlan plan = new(scenario, seed, recording);
        EngineOutcome outcome = new KernelEngine(plan).Run();
        return (QueueRecords.Unpack(plan, Assert.Single(outcome.Packed!).Packed), outcome, plan);
    }

    [Fact]
    public void Records_HandComputedDay_HasEveryVisitAndTheNumbersOfEachStep()
    {
        // Served 0–15 and 15–30; who comes at 10 waits 5 s; who comes at 12 finds room for two taken.
        (QueueRecords records, _, _) = Record(Of(5, 40, Station(1, new Constant(15), At(0, 10, 12), room: 2)), new QueueRecording(10_000, 10));
        Assert.Equal((3, 3L, true), (records.Visits.Count, records.VisitCount, records.HasAllVisits));
        Assert.Equal((1L, 0L), (records.PresentAtBegin, records.PresentAtEnd));
        QueueVisit Visit(int number) => records.Visits.Single(visit => visit.Number == number);
        Assert.Equal((0L, 0L, 15_000L, VisitEnd.Served), (Visit(0).Arrived, Visit(0).Started, Visit(0).Left, Visit(0).End));
        Assert.Equal((10_000L, 15_000L, 30_000L, VisitEnd.Served), (Visit(1).Arrived, Visit(1).Started, Visit(1).Left, Visit(1).End));
        Assert.Equal((12_000L, -1L, 12_000L, VisitEnd.Refused), (Visit(2).Arrived, Visit(2).Started, Visit(2).Left, Visit(2).End));
        StationSeries series = Assert.Single(records.Series!.Stations);
        Assert.Equal([10_000, 15_000, 10_000, 0], series.Present);
        Assert.Equal([0, 5_000, 0, 0], series.Waiting);
        Assert.Equal([10_000, 10_000, 10_000, 10_000], series.OnDuty);
    }

    [Theory]
    [InlineData(60_000)]
    [InlineData(7_000)]
    [InlineData(100_000_000)]
    public void Records_Network_SeriesAndVisitsGiveTheTimeAverages(long step)
    {
        (QueueRecords records, EngineOutcome outcome, QueuePlan plan) = Record(Network with { Queue = Network.Queue with { WarmUp = new(0) } }, new QueueRecording(step, 1_000_000));
        QueueResult result = QueueResultReader.Read(plan, outcome.Metrics);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(result.Stations[i].Little.NumberTime, records.Series!.Stations[i].Present.Sum());
            Assert.Equal(result.Stations[i].LittleQueue.NumberTime, records.Series.Stations[i].Waiting.Sum());
            Assert.Equal(result.Stations[i].Little.NumberTime, records.Visits.Where(visit => visit.Station == i)
                .Sum(visit => Math.Min(plan.End, visit.Left < 0 ? plan.End : visit.Left) - visit.Arrived));
            Assert.Equal(result.Stations[i].Arrived, records.Visits.Count(visit => visit.Station == i));
        }

        QueueSeries merged = records.Series!.Merged(7);
        Assert.InRange(merged.Steps, 1, 7);
        Assert.Equal(records.Series.Stations[0].Present.Sum(), merged.Stations[0].Present.Sum());
    }

    [Fact]
    public void Records_FewerVisitsThanHappened_AreCountedAll()
    {
        (QueueRecords all, _, _) = Record(Network, new QueueRecording(0, 1_000_000));
        (QueueRecords few, _, _) = Record(Network, new QueueRecording(0, 5));
        Assert.Equal((5, all.VisitCount, false), (few.Visits.Count, few.VisitCount, few.HasAllVisits));
        Assert.Null(few.Series);
        Assert.Equal(all.Visits.Take(5), few.Visits);
    }

    [Fact]
    public void Run_Recorded_HasTheSameDigests()
    {
        EngineOutcome plain = Simulate(Network, 3, out _);
        (_, EngineOutcome recorded, _) = Record(Network, new QueueRecording(60_000, 10), seed: 3);
        Assert.Equal((plain.Digest, plain.Metrics.Digest()), (recorded.Digest, recorded.Metrics.Digest()));
        Assert.Null(plain.Packed);
    }

    [Theory]
    [InlineData(600, 60)]
    [InlineData(60, 5)]
    [InlineData(2, 1)]
    [InlineData(420 * 3600, 300)]
    [InlineData(360_000_000, 43_200)]
    public void StepFor_AnyLength_IsRoundAndGivesFewSteps(long endSeconds, long expectedSeconds)
    {
        long step = QueueRecording.StepFor(endSeconds * 1000);
        Assert.Equal(expectedSeconds * 1000, step);
        Assert.InRange(QueueRecording.StepsOf(step, endSeconds * 1000), 1, QueueRecording.FewSteps);
    }
}
