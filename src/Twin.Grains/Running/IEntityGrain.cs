using Twin.Grains.Messages;

namespace Twin.Grains.Running;

/// <summary>What every entity's grain does for its partition.</summary>
public interface IEntityGrain : IGrainWithIntegerKey
{
    /// <summary>Activates the grain, and with it the entity.</summary>
    [Alias("Prepare")]
    ValueTask Prepare();

    /// <summary>Runs the entity through a window.</summary>
    /// <param name="start">The window's start, ms.</param>
    /// <param name="end">The window's end, ms.</param>
    /// <param name="inbox">The entity's events due in the window, in any order.</param>
    [Alias("Advance")]
    ValueTask<StepReply> Advance(long start, long end, EventBlock inbox);

    /// <summary>What the entity adds to the run's outcome.</summary>
    [Alias("Report")]
    ValueTask<EntityReport> Report();

    /// <summary>Ends the grain: its run is over and nobody asks for it any more.</summary>
    [Alias("End")]
    ValueTask End();

    /// <summary>The entity's records, packed; empty unless the plan records them.</summary>
    [Alias("Records")]
    ValueTask<byte[]> Records();
}
