using Orleans.Streams;
using Twin.Model.Live;

namespace Twin.Grains.Live;

/// <summary>Publishes a run's frames, log and state through Orleans Streams.</summary>
/// <param name="streams">The stream provider.</param>
/// <param name="run">Number of the run.</param>
/// <param name="epoch">Epoch of its frames.</param>
/// <param name="layout">Places of what is shown.</param>
/// <param name="time">Wall time.</param>
internal sealed class FramePublisher(IStreamProvider streams, int run, string epoch, LiveLayout layout, TimeProvider time)
{
    private const long HeartbeatMilliseconds = 1_000;

    private readonly Topic[] _topics =
        [.. layout.Topics.Select(topic => new Topic(topic, streams.GetStream<FrameMessage>(LiveStreams.Of(run, topic))))];

    private readonly IAsyncStream<LogEntry> _log = streams.GetStream<LogEntry>(LiveStreams.Of(run, LiveStreams.Log));
    private readonly IAsyncStream<RunState> _state = streams.GetStream<RunState>(LiveStreams.Of(run, LiveStreams.State));

    /// <summary>Publishes what changed: the first topic each time, so that the clock goes on; the others when they changed, or as a sign of life.</summary>
    /// <param name="table">What is shown, with its changes.</param>
    /// <param name="simTime">The simulated moment, ms.</param>
    /// <param name="windowEndedAt">When the last window had been stepped, ms since 1970.</param>
    public async Task PublishAsync(LiveTable table, long simTime, long windowEndedAt)
    {
        int[] changed = [.. table.Changed.Order()];
        HashSet<string> touched = [.. changed.Select(layout.MeasureOf).Distinct().Select(measure => layout.Measures[measure].Topic)];
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        List<Task> sends = [];
        foreach (Topic topic in _topics)
        {
            (topic.SimTime, topic.WindowEndedAt) = (simTime, windowEndedAt);
            if (touched.Contains(topic.Name) || topic.Name == "overview" || now - topic.Sent >= HeartbeatMilliseconds)
            {
                topic.Sent = now;
                topic.Seq++;
                byte[] blob = FrameBlob.Delta(table, topic.Name, changed);
                sends.Add(topic.Stream.OnNextAsync(new FrameMessage(epoch, topic.Name, topic.Seq, simTime, now, false, blob, windowEndedAt)));
            }
        }

        await Task.WhenAll(sends);
    }

    /// <summary>Everything that a topic shows, as of its latest frame.</summary>
    /// <param name="table">What is shown; without changes that were not published yet.</param>
    /// <param name="name">The topic.</param>
    /// <exception cref="LiveInputException">There is no such topic.</exception>
    public FrameMessage Keyframe(LiveTable table, string name)
    {
        Topic topic = _topics.FirstOrDefault(topic => topic.Name == name)
            ?? throw new LiveInputException(404, new LiveInputError("topic", $"'{name}'", string.Join(", ", layout.Topics)));
        return new FrameMessage(
            epoch, name, topic.Seq, topic.SimTime, time.GetUtcNow().ToUnixTimeMilliseconds(), true, FrameBlob.Keyframe(table, name), topic.WindowEndedAt);
    }

    /// <summary>Publishes an entry of the log.</summary>
    /// <param name="entry">The entry.</param>
    public Task PublishAsync(LogEntry entry) => _log.OnNextAsync(entry);

    /// <summary>Publishes where the run stands.</summary>
    /// <param name="state">Where it stands.</param>
    public Task PublishAsync(RunState state) => _state.OnNextAsync(state);

    private sealed class Topic(string name, IAsyncStream<FrameMessage> stream)
    {
        public string Name { get; } = name;

        public IAsyncStream<FrameMessage> Stream { get; } = stream;

        public long Seq { get; set; }

        public long SimTime { get; set; }

        public long WindowEndedAt { get; set; }

        public long Sent { get; set; }
    }
}
