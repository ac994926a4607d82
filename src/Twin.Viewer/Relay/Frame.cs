using MessagePack;
using Twin.Grains.Live;

namespace Twin.Viewer.Relay;

/// <summary>A frame as a viewer gets it: docs/streaming.md.</summary>
/// <param name="Epoch">Changes when the run's publisher starts anew.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Area">Code of the area; empty for all.</param>
/// <param name="Seq">Number of the frame on its topic.</param>
/// <param name="SimTime">The simulated moment that it shows, ms.</param>
/// <param name="WallTime">When it was made, ms since 1970.</param>
/// <param name="Kind"><c>keyframe</c> or <c>delta</c>.</param>
/// <param name="Dropped">Frames that this connection has missed on this topic so far.</param>
/// <param name="Blob">The numbers.</param>
/// <param name="WindowEndedAt">When the last window that is in it had been stepped, ms since 1970; 0 before the first.</param>
[MessagePackObject]
public sealed record Frame(
    [property: Key("epoch")] string Epoch,
    [property: Key("topic")] string Topic,
    [property: Key("area")] string Area,
    [property: Key("seq")] long Seq,
    [property: Key("simTime")] long SimTime,
    [property: Key("wallTime")] long WallTime,
    [property: Key("kind")] string Kind,
    [property: Key("dropped")] long Dropped,
    [property: Key("blob")] byte[] Blob,
    [property: Key("windowEndedAt")] long WindowEndedAt)
{
    /// <summary>A viewer's frame from the run's.</summary>
    /// <param name="frame">The run's frame, blob of the area included.</param>
    /// <param name="area">Code of the area.</param>
    /// <param name="dropped">Frames missed so far.</param>
    internal static Frame Of(FrameMessage frame, string area, long dropped) => new(
        frame.Epoch, frame.Topic, area, frame.Seq, frame.SimTime, frame.WallTime, frame.IsKeyframe ? "keyframe" : "delta", dropped, frame.Blob, frame.WindowEndedAt);
}
