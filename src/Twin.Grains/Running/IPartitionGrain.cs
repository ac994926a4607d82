using Twin.Grains.Messages;

namespace Twin.Grains.Running;

/// <summary>A partition of a run: holds the pending events of its entities, and nothing of the model.</summary>
[Alias("twin.IPartitionGrain")]
public interface IPartitionGrain : IGrainWithIntegerKey
{
    /// <summary>Activates the grains of the next so many entities.</summary>
    /// <param name="count">How many, at most.</param>
    /// <returns>How many are still to be activated.</returns>
    [Alias("Prepare")]
    [ResponseTimeout("00:05:00")]
    Task<int> Prepare(int count);

    /// <summary>Puts the run's first events into the calendar.</summary>
    /// <returns>When the earliest is due, ms.</returns>
    [Alias("Begin")]
    [ResponseTimeout("00:05:00")]
    Task<long> Begin();

    /// <summary>Steps every entity with events in a window. A repeat of the latest window gives the same answer; an older one is refused.</summary>
    /// <param name="order">The window, and what other partitions sent here.</param>
    [Alias("StepWindow")]
    [ResponseTimeout("00:05:00")]
    ValueTask<WindowReport> StepWindow(WindowOrder order);

    /// <summary>The numbers in those cells of the live layout that changed since the last call, as far as this partition's entities show in them.</summary>
    [Alias("TakeShown")]
    ValueTask<MetricBlock> TakeShown();

    /// <summary>Ends the grains of the next so many entities, and last the partition itself: nothing of the run stays in memory.</summary>
    /// <param name="count">How many, at most.</param>
    /// <returns>How many are still to be ended.</returns>
    [Alias("End")]
    [ResponseTimeout("00:05:00")]
    Task<int> End(int count);

    /// <summary>Adds up what the entities report.</summary>
    [Alias("Collect")]
    [ResponseTimeout("00:10:00")]
    Task<PartitionOutcome> Collect();

    /// <summary>The records of those of its entities that keep any.</summary>
    /// <returns>Packed names of the entities, and each one's records.</returns>
    [Alias("Records")]
    [ResponseTimeout("00:10:00")]
    Task<IReadOnlyList<RecordBlock>> Records();
}
