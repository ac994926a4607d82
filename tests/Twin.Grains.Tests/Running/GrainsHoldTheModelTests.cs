using System.Diagnostics.Metrics;
using System.Reflection;
using Orleans.Hosting;
using Twin.Grains.Districts;
using Twin.Grains.Running;
using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Grains.Tests.Running;

/// <summary>The grains are not decoration: the state of the model is in them and nowhere else.</summary>
public sealed class GrainsHoldTheModelTests
{
    [Fact]
    public async Task Run_RequestMeter_CountsACallPerEntityAndWindow()
    {
        await using TestCluster cluster = await TestCluster.StartAsync(1);
        long requests = 0;
        using MeterListener listener = new()
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument is { Meter.Name: "Microsoft.Orleans", Name: "orleans-app-requests-latency" })
                {
                    it.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref requests));
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref requests));
        listener.Start();

        EngineOutcome outcome = await cluster.Runs.RunAsync(() => TestPlans.Small());

        Assert.True(outcome.Steps > 10_000);
        Assert.True(requests >= outcome.Steps, $"Orleans counted {requests} requests for {outcome.Steps} entities stepped");
    }

    [Fact]
    public async Task Run_ManagementGrain_CountsAGrainPerEntity()
    {
        MassTestPlan plan = TestPlans.Small();
        await using TestCluster cluster = await TestCluster.StartAsync(2);

        EngineOutcome outcome = await cluster.Runs.RunAsync(() => TestPlans.Small());

        Assert.Equal(
            plan.Population.ToDictionary(kind => char.ToLowerInvariant(kind.Kind.ToString()[0]) + kind.Kind.ToString()[1..], kind => kind.Count),
            outcome.Grains);
    }

    [Fact]
    public async Task Run_HouseholdChangedInItsGrain_ChangesTheDigest()
    {
        await using TestCluster plain = await TestCluster.StartAsync(1);
        EngineOutcome expected = await plain.Runs.RunAsync(() => TestPlans.Small());
        EntityId changed = EntityId.Of(EntityKind.Household, 17);
        await using TestCluster cluster = await TestCluster.StartAsync(
            1, silo => silo.AddIncomingGrainCallFilter(new HouseholdChange(changed)));

        EngineOutcome outcome = await cluster.Runs.RunAsync(() => TestPlans.Small());

        Assert.NotEqual(expected.Digest, outcome.Digest);
        Assert.NotEqual(expected.Metrics.Digest(), outcome.Metrics.Digest());
    }

    [Fact]
    public async Task Run_HouseholdThrows_EndsWithItsCodeTimeAndEvent()
    {
        EntityId failing = EntityId.Of(EntityKind.Household, 123);
        await using TestCluster cluster = await TestCluster.StartAsync(2);

        Event impossible = new() { Due = 7_200_000, Target = failing, Kind = EventKind.Open, Counter = 1_000_000 };

        SimulationException failure = await Assert.ThrowsAsync<SimulationException>(() => cluster.Runs.RunAsync(
            () => new PlanWithEvent(TestPlans.Small(), impossible)));

        Assert.Equal(failing, failure.Entity);
        Assert.Equal(impossible, failure.Cause);
        Assert.Contains("cannot handle Open", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Cancelled_EndsWithWhatWasDone()
    {
        await using TestCluster cluster = await TestCluster.StartAsync(1);
        using CancellationTokenSource stop = new();
        Progress progress = new(seen =>
        {
            if (seen.Phase == "step" && seen.Windows > 100)
            {
                stop.Cancel();
            }
        });

        EngineOutcome outcome = await cluster.Runs.RunAsync(() => TestPlans.Small(), progress: progress, cancellation: stop.Token);

        Assert.False(outcome.Completed);
        Assert.InRange(outcome.Windows, 101, 200);
        Assert.True(outcome.Events > 0);
    }

    private sealed class Progress(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => report(value);
    }

    /// <summary>Lets a household, in its own grain, take itself for notified before it is first stepped: nobody of it will come.</summary>
    private sealed class HouseholdChange(EntityId changed) : IIncomingGrainCallFilter
    {
        private bool _done;

        public async Task Invoke(IIncomingGrainCallContext context)
        {
            if (!_done && context.MethodName == "Advance" && context.TargetContext?.GrainInstance is HouseholdGrain { Entity.Id: var id } grain && id == changed)
            {
                _done = true;
                typeof(Household).GetField("_notifiedAt", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(grain.Entity, 0L);
            }

            await context.Invoke();
        }
    }
}
