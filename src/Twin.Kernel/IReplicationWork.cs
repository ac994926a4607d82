namespace Twin.Kernel;

/// <summary>Says what is to be replicated next, and takes the results. Asked and told by one thread at a time.</summary>
/// <typeparam name="TTask">What is to be done: a replication of a point.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
public interface IReplicationWork<TTask, TResult>
{
    /// <summary>Hands out the next task.</summary>
    /// <param name="task">The task.</param>
    /// <returns>False if there is none now: asked again after each result, and at an end when no task is under way.</returns>
    bool TryTake(out TTask task);

    /// <summary>Takes a result; results come in the order in which tasks end, which is not that in which they began.</summary>
    /// <param name="task">The task.</param>
    /// <param name="result">What came of it.</param>
    void Accept(TTask task, TResult result);
}
