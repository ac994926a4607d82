using System.Runtime.ExceptionServices;

namespace Twin.Kernel;

/// <summary>Threads that do what a work hands out.</summary>
/// <param name="work">Hands out tasks and takes results.</param>
/// <param name="perform">Does a task.</param>
internal sealed class Crew<TTask, TResult>(IReplicationWork<TTask, TResult> work, Func<TTask, CancellationToken, TResult> perform)
{
    private readonly object _gate = new();
    private readonly SortedDictionary<int, Exception> _failures = [];
    private int _handedOut;
    private int _underWay;

    /// <summary>Works until nothing is left, or until something failed or was cancelled.</summary>
    /// <param name="parallelism">Threads.</param>
    /// <param name="cancellation">Ends all tasks.</param>
    /// <remarks>An exception is thrown as it was; of several, that of the task handed out first.</remarks>
    public void Run(int parallelism, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Thread[] workers = [.. Enumerable.Range(0, parallelism).Select(_ => new Thread(() => Work(stop)) { IsBackground = true })];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        if (_failures.Count > 0)
        {
            ExceptionDispatchInfo.Throw(_failures.First().Value);
        }
    }

    private void Work(CancellationTokenSource stop)
    {
        while (TryTake(stop.Token, out int number, out TTask task))
        {
            Exception? failure = Try(() => perform(task, stop.Token), out TResult? result);
            lock (_gate)
            {
                failure ??= Try(() => Accept(task, result!), out _);
                if (failure is not null && !(failure is OperationCanceledException && stop.IsCancellationRequested))
                {
                    _failures[number] = failure;
                    stop.Cancel();
                }

                _underWay--;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool Accept(TTask task, TResult result)
    {
        work.Accept(task, result);
        return true;
    }

    /// <summary>Calls something; an exception leaves this thread to be thrown on the caller's.</summary>
    private static Exception? Try<T>(Func<T> call, out T? result)
    {
        result = default;
        try
        {
            result = call();
            return null;
        }
#pragma warning disable CA1031
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    private bool TryTake(CancellationToken stop, out int number, out TTask task)
    {
        lock (_gate)
        {
            number = _handedOut;
            while (!stop.IsCancellationRequested)
            {
                if (work.TryTake(out task))
                {
                    _handedOut++;
                    _underWay++;
                    return true;
                }

                if (_underWay == 0)
                {
                    break;
                }

                Monitor.Wait(_gate);
                number = _handedOut;
            }

            task = default!;
            Monitor.PulseAll(_gate);
            return false;
        }
    }
}
