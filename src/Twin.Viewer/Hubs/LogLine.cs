using MessagePack;
using Twin.Grains.Live;

namespace Twin.Viewer.Hubs;

/// <summary>An entry of a run's log as a viewer gets it.</summary>
/// <param name="Seq">Number, from 1, without gaps.</param>
/// <param name="SimTime">The simulated moment, ms.</param>
/// <param name="WallTime">When it was written, ms since 1970.</param>
/// <param name="Kind">run, jam, outage, site, escalation or input.</param>
/// <param name="Severity">info or attention.</param>
/// <param name="Code">What it is about; empty for the district.</param>
/// <param name="Text">Key of the text in the catalogue.</param>
/// <param name="Values">What goes into the text's places.</param>
[MessagePackObject]
public sealed record LogLine(
    [property: Key("seq")] long Seq,
    [property: Key("simTime")] long SimTime,
    [property: Key("wallTime")] long WallTime,
    [property: Key("kind")] string Kind,
    [property: Key("severity")] string Severity,
    [property: Key("code")] string Code,
    [property: Key("text")] string Text,
    [property: Key("values")] IReadOnlyList<string> Values)
{
    /// <summary>An entry as a viewer gets it.</summary>
    /// <param name="entry">The entry.</param>
    internal static LogLine Of(LogEntry entry) =>
        new(entry.Seq, entry.SimTime, entry.WallTime, entry.Kind, entry.Severity, entry.Code, entry.Text, entry.Values);
}
