namespace Twin.Grains.Live;

/// <summary>A frame of a topic, as it goes through Orleans Streams; docs/streaming.md has the blob's format.</summary>
/// <param name="Epoch">Changes when the run's publisher starts anew.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Seq">Number of the frame on its topic, from 1; a keyframe carries the number of the latest delta that is in it.</param>
/// <param name="SimTime">The simulated moment that it shows, ms.</param>
/// <param name="WallTime">When it was made, ms since 1970.</param>
/// <param name="IsKeyframe">Whether it holds everything, not only what changed.</param>
/// <param name="Blob">The numbers.</param>
/// <param name="WindowEndedAt">When the last window that is in it had been stepped, ms since 1970; 0 before the first.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.FrameMessage")]
public sealed record FrameMessage(
    [property: Id(0)] string Epoch,
    [property: Id(1)] string Topic,
    [property: Id(2)] long Seq,
    [property: Id(3)] long SimTime,
    [property: Id(4)] long WallTime,
    [property: Id(5)] bool IsKeyframe,
    [property: Id(6)] byte[] Blob,
    [property: Id(7)] long WindowEndedAt = 0);

/// <summary>An entry of a run's log.</summary>
/// <param name="Seq">Number, from 1, without gaps.</param>
/// <param name="SimTime">The simulated moment, ms.</param>
/// <param name="WallTime">When it was written, ms since 1970.</param>
/// <param name="Kind">run, jam, outage, site, escalation or input.</param>
/// <param name="Severity">info or attention.</param>
/// <param name="Code">What it is about; empty for the district.</param>
/// <param name="Text">Key of the text in the catalogue.</param>
/// <param name="Values">What goes into the text's places.</param>
[Immutable]
[GenerateSerializer]
[Alias("twin.LogEntry")]
public sealed record LogEntry(
    [property: Id(0)] long Seq,
    [property: Id(1)] long SimTime,
    [property: Id(2)] long WallTime,
    [property: Id(3)] string Kind,
    [property: Id(4)] string Severity,
    [property: Id(5)] string Code,
    [property: Id(6)] string Text,
    [property: Id(7)] IReadOnlyList<string> Values);

/// <summary>Names of the streams through which a run is watched.</summary>
public static class LiveStreams
{
    /// <summary>The stream provider.</summary>
    public const string Provider = "frames";

    /// <summary>Topic of the log's entries; its stream carries <see cref="LogEntry"/>.</summary>
    public const string Log = "log";

    /// <summary>Topic of run states; its stream carries <see cref="RunState"/>.</summary>
    public const string State = "state";

    /// <summary>The stream of a topic.</summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="topic">The topic.</param>
    public static StreamId Of(int run, string topic) =>
        StreamId.Create($"run-{run.ToString(System.Globalization.CultureInfo.InvariantCulture)}", topic);
}
