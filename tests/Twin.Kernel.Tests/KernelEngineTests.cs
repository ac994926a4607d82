using Twin.Model.Events;
using Twin.Model.Results;
using Twin.Model.Testing;

namespace Twin.Kernel.Tests;

public sealed class KernelEngineTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(10_001)]
    public void Window_OutsideTheLookahead_IsRefused(long window) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new KernelEngine(SmallDistrict.Plan(SmallDistrict.Scenario), window));

    [Fact]
    public void Run_Observer_SeesEveryEventOnceInOrderOfEachEntity()
    {
        Notebook notebook = new();
        EngineOutcome outcome = new KernelEngine(SmallDistrict.Plan(SmallDistrict.Scenario), observer: notebook).Run();
        Assert.Equal(outcome.Events, notebook.Events.Count);
        foreach (IGrouping<EntityId, Event> entity in notebook.Events.GroupBy(e => e.Target))
        {
            Event[] events = [.. entity];
            Assert.All(Enumerable.Range(1, events.Length - 1), i => Assert.True(Event.Compare(in events[i - 1], in events[i]) < 0));
        }

        // Between entities nothing is due before the lookahead.
        ILookup<EntityId, Event> bySource = notebook.Events.ToLookup(e => e.Source);
        Assert.DoesNotContain(bySource[EntityId.Outside], e => e.IsOwn);
        Assert.True(outcome.Completed);
    }

    [Fact]
    public void Run_Cancelled_SaysThatItIsNotComplete()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        MassTestPlan plan = SmallDistrict.Plan(SmallDistrict.Scenario);
        EngineOutcome outcome = new KernelEngine(plan).Run(cancellation: source.Token);
        Assert.False(outcome.Completed);
        Assert.Equal(0, MassTestResultReader.Read(plan, outcome.Metrics, outcome.Completed).Tested);
    }

    [Fact]
    public void Run_CancelledHalfway_ResultIsReadAsFarAsItGoes()
    {
        using CancellationTokenSource source = new();
        MassTestPlan plan = SmallDistrict.Plan(SmallDistrict.Scenario);
        EngineOutcome outcome = new KernelEngine(plan, observer: new Stopper(source, 15_000)).Run(cancellation: source.Token);
        MassTestResult result = MassTestResultReader.Read(plan, outcome.Metrics, outcome.Completed);
        Assert.False(outcome.Completed);
        Assert.InRange(result.Tested, 1, result.Residents - 1);
        Assert.Throws<InvalidOperationException>(() => MassTestResultReader.Read(plan, outcome.Metrics));
    }

    [Fact]
    public void Run_Warm_AllocatesNextToNothingPerEvent()
    {
        KernelEngine engine = new(SmallDistrict.Plan(SmallDistrict.Scenario));
        long before = GC.GetAllocatedBytesForCurrentThread();
        EngineOutcome outcome = engine.Run();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        // Buffers grow and the metric table is made: bytes for each event, not objects.
        Assert.InRange((bytes - (8L * outcome.Metrics.Cells.Length)) / (double)outcome.Events, 0, 150);
    }

    private sealed class Notebook : IEventObserver
    {
        public List<Event> Events { get; } = [];

        public void Handled(in Event e) => Events.Add(e);
    }

    private sealed class Stopper(CancellationTokenSource source, int after) : IEventObserver
    {
        private int _seen;

        public void Handled(in Event e)
        {
            if (++_seen == after)
            {
                source.Cancel();
            }
        }
    }
}
