using Twin.Kernel;

namespace Twin.Silo.Clusters;

/// <summary>Hands a work's tasks out to many silos at a time; what a silo lost is handed out again. For any number of threads.</summary>
/// <typeparam name="TTask">What is to be done.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
public sealed class HandOut<TTask, TResult>
{
    private readonly IReplicationWork<TTask, TResult> _work;
    private readonly Lock _gate = new();
    private readonly Queue<Handed<TTask>> _waiting = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _underWay;
    private volatile bool _isDone;

    /// <summary>Begins.</summary>
    /// <param name="work">Hands out tasks and takes results, one call at a time.</param>
    public HandOut(IReplicationWork<TTask, TResult> work)
    {
        _work = work;
        _isDone = !work.TryTake(out TTask first);
        if (!_isDone)
        {
            _waiting.Enqueue(new Handed<TTask>(first, 1));
        }
    }

    /// <summary>Whether nothing is left and nothing is being done.</summary>
    public bool IsDone => _isDone;

    /// <summary>The next task: one that was lost, else the work's next; waits while there may be more.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when all is done.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<Handed<TTask>?> TakeAsync(CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Task changed;
            lock (_gate)
            {
                if (_waiting.TryDequeue(out Handed<TTask>? waiting))
                {
                    _underWay++;
                    return waiting;
                }

                if (!_isDone && _work.TryTake(out TTask task))
                {
                    _underWay++;
                    return new Handed<TTask>(task, 1);
                }

                _isDone |= _underWay == 0;
                if (_isDone)
                {
                    return null;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    /// <summary>Takes what came of a task.</summary>
    /// <param name="handed">The task.</param>
    /// <param name="result">What came of it.</param>
    public void Accept(Handed<TTask> handed, TResult result)
    {
        lock (_gate)
        {
            _work.Accept(handed.Task, result);
            Change();
        }
    }

    /// <summary>Takes a task back of which nothing came.</summary>
    /// <param name="handed">The task.</param>
    public void GiveBack(Handed<TTask> handed)
    {
        lock (_gate)
        {
            _waiting.Enqueue(handed with { Attempt = handed.Attempt + 1 });
            Change();
        }
    }

    private void Change()
    {
        _underWay--;
        TaskCompletionSource changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }
}

/// <summary>A task that was handed out.</summary>
/// <typeparam name="TTask">What is to be done.</typeparam>
/// <param name="Task">What is to be done.</param>
/// <param name="Attempt">The how-manieth attempt, from 1.</param>
public sealed record Handed<TTask>(TTask Task, int Attempt);
