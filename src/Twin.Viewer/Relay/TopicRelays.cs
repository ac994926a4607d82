namespace Twin.Viewer.Relay;

/// <summary>The relays of this process: one for each run and topic that somebody watches.</summary>
/// <param name="context">What relays share.</param>
internal sealed class TopicRelays(RelayContext context)
{
    private readonly SharedByKey<(int Run, string Topic), TopicRelay> _relays =
        new(key => new TopicRelay(key.Run, key.Topic, context), relay => relay.HasFailed);

    /// <summary>How many there are.</summary>
    public int Count => _relays.Count;

    /// <summary>Joins a relay.</summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="topic">The topic.</param>
    public SharedByKey<(int Run, string Topic), TopicRelay>.Share Join(int run, string topic) => _relays.Join((run, topic));
}
