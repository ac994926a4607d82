using Twin.Experiments.Replicating;
using Twin.Kernel;
using Twin.Model.Events;
using Twin.Model.Randomness;
using Twin.Model.Scenarios;
using Twin.Model.Testing;

namespace Twin.Experiments.Comparing;

/// <summary>Variants compared over paired replications under common random numbers.</summary>
public sealed class Comparison
{
    private Comparison(ComparisonOrder order, IReadOnlyList<VariantTally> tallies)
    {
        Order = order;
        Tallies = tallies;
        int comparisons = order.Pairs.Count;
        Differences = [.. order.Pairs.SelectMany(pair => Enumerable.Range(0, MassTestMeasures.All.Count)
            .Select(measure => MeasureDifference.Of(measure, tallies[pair.First], tallies[pair.Second], pair, order.Confidence, comparisons)))];
        Targets = TargetDifference.Of(order, tallies);
    }

    /// <summary>What was compared, and how.</summary>
    public ComparisonOrder Order { get; }

    /// <summary>Each variant over its replications, in the order of the variants.</summary>
    public IReadOnlyList<VariantTally> Tallies { get; }

    /// <summary>Each measure of each pair of variants, pair by pair.</summary>
    public IReadOnlyList<MeasureDifference> Differences { get; }

    /// <summary>Each target of each pair of variants, pair by pair: what the headline goes by.</summary>
    public IReadOnlyList<TargetDifference> Targets { get; }

    /// <summary>The headline of a pair.</summary>
    /// <param name="pair">Places of the variants.</param>
    public ComparisonHeadline HeadlineOf((int First, int Second) pair) => new([.. Targets.Where(target => (target.First, target.Second) == pair)], Of(pair));

    /// <summary>A comparison from the tallies of its variants.</summary>
    /// <param name="order">What was compared.</param>
    /// <param name="tallies">Each variant over its replications, in the order of the variants.</param>
    /// <exception cref="InvalidDataException">There are not as many tallies as variants, or not of as many replications as ordered.</exception>
    internal static Comparison Of(ComparisonOrder order, IReadOnlyList<VariantTally> tallies) =>
        tallies.Count == order.Variants.Count && tallies.All(tally => tally.Count == order.Replications)
            ? new Comparison(order, tallies)
            : throw new InvalidDataException($"{order.Variants.Count} variants of {order.Replications} replications were ordered, and {tallies.Count} tallies are there");

    /// <summary>The differences of a pair of variants.</summary>
    /// <param name="pair">Places of the variants.</param>
    public IReadOnlyList<MeasureDifference> Of((int First, int Second) pair) =>
        [.. Differences.Where(difference => (difference.First, difference.Second) == pair)];

    /// <summary>Runs the replications, several at a time, and compares them. Replication r has the same seed in every variant.</summary>
    /// <param name="order">What is compared.</param>
    /// <param name="shelf">Compiles plans.</param>
    /// <param name="threads">Most replications at a time; at least 1. Changes no result.</param>
    /// <param name="ended">Told how many replications have ended, after each; by one thread at a time.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">The scenarios cannot be paired.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    /// <exception cref="ReplicationFailedException">An entity failed.</exception>
    public static Comparison Run(ComparisonOrder order, PlanShelf shelf, int threads, Action<int>? ended = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(shelf);
        if (PairingCheck.Faults(order.Variants) is { Count: > 0 } faults)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(order));
        }

        Work work = new(order, ended);
        Replications.Drain(work, (task, stop) => Day(order.Variants[task.Variant], shelf, task.Replication, stop), threads, cancellation);
        return new Comparison(order, work.Tallies);
    }

    private static DaySketch Day(ComparedVariant variant, PlanShelf shelf, int replication, CancellationToken cancellation)
    {
        Scenario scenario = variant.Scenario;
        MassTestPlan plan = shelf.PlanOf(scenario, new Draws(scenario.Seed).ReplicationSeed(replication));
        try
        {
            return Replications.Of(plan, (_, outcome) => DaySketch.Of(MassTestResultReader.Read(plan, outcome.Metrics)), cancellation);
        }
        catch (SimulationException failure)
        {
            throw new ReplicationFailedException(variant.Name, replication, plan, failure);
        }
    }

    /// <summary>All variants of a replication before the next, so that pairs end together.</summary>
    private sealed class Work(ComparisonOrder order, Action<int>? ended) : IReplicationWork<(int Variant, int Replication), DaySketch>
    {
        private int _next;
        private int _ended;

        public IReadOnlyList<VariantTally> Tallies { get; } = [.. order.Variants.Select(variant => new VariantTally(variant, order.Replications))];

        public bool TryTake(out (int Variant, int Replication) task)
        {
            task = (_next % order.Variants.Count, _next / order.Variants.Count);
            return task.Replication < order.Replications && ++_next > 0;
        }

        public void Accept((int Variant, int Replication) task, DaySketch result)
        {
            Tallies[task.Variant].Add(task.Replication, result);
            ended?.Invoke(++_ended);
        }
    }
}
