using Twin.Grains.Live;
using Twin.Model.Live;
using Twin.Viewer.Relay;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Tests.Relay;

/// <summary>A viewer that keeps the numbers as docs/streaming.md says, and fails where the contract is broken.</summary>
internal sealed class Follower
{
    private readonly Dictionary<string, (string Epoch, long Seq)> _heads = new(StringComparer.Ordinal);

    public LiveTable Table { get; } = new(LiveDescription.Layout(FakeDistrict.Description));

    public long Dropped { get; private set; }

    public void Take(Frame frame)
    {
        bool isKeyframe = frame.Kind == "keyframe";
        if (!isKeyframe)
        {
            Assert.Equal((frame.Epoch, frame.Seq - 1), _heads[frame.Topic]);
        }

        FrameBlob.Apply(new FrameMessage(frame.Epoch, frame.Topic, frame.Seq, frame.SimTime, frame.WallTime, isKeyframe, frame.Blob), Table);
        _heads[frame.Topic] = (frame.Epoch, frame.Seq);
        Dropped = frame.Dropped;
    }

    public int[] Of(string key, string level) => Table.Of(Table.Layout.Find(key, LiveDescription.Kind(level))).ToArray();
}
