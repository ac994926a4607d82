using System.Runtime.ExceptionServices;
using Twin.Model.Events;
using Twin.Model.Results;

namespace Twin.Kernel;

/// <summary>Runs replications side by side, each in a kernel of its own on one thread.</summary>
public static class Replications
{
    /// <summary>Runs replications 0 to count − 1.</summary>
    /// <typeparam name="T">What is kept of a replication.</typeparam>
    /// <param name="count">How many; at least 1.</param>
    /// <param name="planOf">Makes a replication's plan; called on its thread.</param>
    /// <param name="read">Reads what is kept from a replication's number, plan and outcome; called on its thread.</param>
    /// <param name="parallelism">Most replications at a time; at least 1. Changes no result.</param>
    /// <param name="cancellation">Ends all replications after the window at hand.</param>
    /// <returns>What was kept, in the order of the numbers.</returns>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    /// <remarks>An exception in one ends the others and is thrown as it was; of several, that of the lowest number.</remarks>
    public static IReadOnlyList<T> Run<T>(
        int count,
        Func<int, SimulationPlan> planOf,
        Func<int, SimulationPlan, EngineOutcome, T> read,
        int parallelism,
        CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        T[] kept = new T[count];
        Exception?[] failures = new Exception?[count];
        int next = -1;
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(parallelism, count)).Select(_ => new Thread(Work) { IsBackground = true })];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        cancellation.ThrowIfCancellationRequested();
        return kept;

        void Work()
        {
            int number;
            while (!stop.IsCancellationRequested && (number = Interlocked.Increment(ref next)) < count)
            {
                try
                {
                    SimulationPlan plan = planOf(number);
                    EngineOutcome outcome = new KernelEngine(plan).Run(cancellation: stop.Token);
                    if (outcome.Completed)
                    {
                        kept[number] = read(number, plan, outcome);
                    }
                }
#pragma warning disable CA1031 // The exception leaves this thread to be thrown on the caller's.
                catch (Exception failure)
#pragma warning restore CA1031
                {
                    failures[number] = failure;
                    stop.Cancel();
                }
            }
        }
    }
}
