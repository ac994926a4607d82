using System.Runtime.CompilerServices;
using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>The logs that somebody follows: one subscription for each run.</summary>
/// <param name="context">What relays share.</param>
internal sealed class LogFeeds(RelayContext context)
{
    private readonly SharedByKey<int, LogFeed> _feeds = new(run => new LogFeed(run, context), feed => feed.HasFailed);

    /// <summary>How many there are.</summary>
    public int Count => _feeds.Count;

    /// <summary>A run's log as it is written.</summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="after">Number of the entry before the first one wanted; 0 for all.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<LogEntry> ReadAsync(int run, long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using SharedByKey<int, LogFeed>.Share share = _feeds.Join(run);
        await foreach (LogEntry entry in share.Value.ReadAsync(after, cancellation))
        {
            yield return entry;
        }
    }
}
