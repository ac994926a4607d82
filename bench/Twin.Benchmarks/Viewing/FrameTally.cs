using MessagePack;
using Twin.Grains.Live;
using Twin.Model.Live;

namespace Twin.Benchmarks.Viewing;

/// <summary>Counts the frames of one viewer: how late they are, with what gaps, and whether one follows the other.</summary>
/// <param name="table">Where the numbers of a frame are written; null for a viewer that does not look at them.</param>
internal sealed class FrameTally(LiveTable? table = null)
{
    /// <summary>The field of a frame from which its latency is counted, ms since 1970.</summary>
    public const string Stamp = "windowEndedAt";

    private const int StreamItem = 2;

    private readonly Dictionary<string, long> _seq = new(StringComparer.Ordinal);
    private long _last;
    private long _lastSimTime;

    /// <summary>From <see cref="Stamp"/> to the frame's numbers being in the viewer's table, ms.</summary>
    public List<double> Latencies { get; } = [];

    /// <summary>Between two frames of the first topic, ms.</summary>
    public List<double> Gaps { get; } = [];

    /// <summary>Deltas that did not follow the frame before.</summary>
    public int OutOfSequence { get; private set; }

    /// <summary>Keyframes after a topic's first one: the viewer had fallen behind.</summary>
    public int Resyncs { get; private set; }

    /// <summary>Bytes of the largest keyframe, by topic.</summary>
    public Dictionary<string, int> Keyframes { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a message of the hub; what is not an item of a stream is passed over.</summary>
    /// <param name="message">The message, without its length.</param>
    public void Take(ReadOnlyMemory<byte> message)
    {
        MessagePackReader reader = new(message);
        int items = reader.ReadArrayHeader();
        if (reader.ReadInt32() != StreamItem || items < 4)
        {
            return;
        }

        reader.Skip();
        reader.Skip();
        string topic = "";
        string kind = "";
        long seq = 0;
        long stamp = 0;
        long sim = 0;
        byte[] blob = [];
        for (int entries = reader.ReadMapHeader(); entries > 0; entries--)
        {
            switch (reader.ReadString())
            {
                case "topic":
                    topic = reader.ReadString()!;
                    break;
                case "kind":
                    kind = reader.ReadString()!;
                    break;
                case "seq":
                    seq = reader.ReadInt64();
                    break;
                case Stamp:
                    stamp = reader.ReadInt64();
                    break;
                case "simTime":
                    sim = reader.ReadInt64();
                    break;
                case "blob":
                    blob = ToArray(reader.ReadBytes());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        Note(new FrameMessage("", topic, seq, sim, stamp, kind == "keyframe", blob));
    }

    private void Note(FrameMessage frame)
    {
        if (table is not null)
        {
            FrameBlob.Apply(frame, table);
        }

        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        if (frame.IsKeyframe)
        {
            Resyncs += _seq.ContainsKey(frame.Topic) ? 1 : 0;
            Keyframes[frame.Topic] = Math.Max(Keyframes.GetValueOrDefault(frame.Topic), frame.Blob.Length);
        }
        else
        {
            OutOfSequence += frame.Seq == _seq.GetValueOrDefault(frame.Topic) + 1 ? 0 : 1;
            Latencies.Add(now - frame.WallTime);
        }

        _seq[frame.Topic] = frame.Seq;
        if (frame.Topic == ViewerSuite.Topics[0])
        {
            NoteGap(frame.SimTime, now);
        }
    }

    private void NoteGap(long sim, long now)
    {
        // While the run is paused a sign of life comes each second: that is no gap.
        if (_last > 0 && sim > _lastSimTime && _lastSimTime > 0)
        {
            Gaps.Add(now - _last);
        }

        (_last, _lastSimTime) = (sim == _lastSimTime ? 0 : now, sim);
    }

    private static byte[] ToArray(System.Buffers.ReadOnlySequence<byte>? bytes) => bytes is { } some ? System.Buffers.BuffersExtensions.ToArray(in some) : [];
}
