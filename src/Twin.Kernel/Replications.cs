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
        Numbered<T> work = new(count);
        Drain(work, (number, stop) => Of(planOf(number), (plan, outcome) => read(number, plan, outcome), stop), parallelism, cancellation);
        return work.Kept;
    }

    /// <summary>Runs one replication on this thread.</summary>
    /// <typeparam name="T">What is kept of it.</typeparam>
    /// <param name="plan">Its plan.</param>
    /// <param name="read">Reads what is kept from plan and outcome.</param>
    /// <param name="cancellation">Ends it after the window at hand.</param>
    /// <param name="observer">Sees every event after it was handled; null for none.</param>
    /// <exception cref="OperationCanceledException">Cancelled before it was done.</exception>
    public static T Of<T>(SimulationPlan plan, Func<SimulationPlan, EngineOutcome, T> read, CancellationToken cancellation, IEventObserver? observer = null)
    {
        EngineOutcome outcome = new KernelEngine(plan, observer: observer).Run(cancellation: cancellation);
        return outcome.Completed ? read(plan, outcome) : throw new OperationCanceledException(cancellation);
    }

    /// <summary>Does what is handed out, several at a time, until there is nothing more and all is done.</summary>
    /// <typeparam name="TTask">What is to be done.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="work">Hands out tasks and takes results.</param>
    /// <param name="perform">Does a task; called on a thread of its own, with a token that ends it.</param>
    /// <param name="parallelism">Most tasks at a time; at least 1.</param>
    /// <param name="cancellation">Ends all tasks.</param>
    /// <exception cref="OperationCanceledException">Cancelled before all were done.</exception>
    /// <remarks>An exception in one ends the others and is thrown as it was; of several, that of the task handed out first.</remarks>
    public static void Drain<TTask, TResult>(
        IReplicationWork<TTask, TResult> work, Func<TTask, CancellationToken, TResult> perform, int parallelism, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parallelism, 1);
        new Crew<TTask, TResult>(work, perform).Run(parallelism, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    private sealed class Numbered<T>(int count) : IReplicationWork<int, T>
    {
        private int _next;

        public T[] Kept { get; } = new T[count];

        public bool TryTake(out int task)
        {
            task = _next;
            return _next < count && ++_next > 0;
        }

        public void Accept(int task, T result) => Kept[task] = result;
    }
}
