using Twin.Grains.Live;
using Twin.Viewer.Relay;

namespace Twin.Viewer.Tests.Relay;

public sealed class MailboxTests
{
    private static readonly Func<FrameMessage> NoKeyframe = () => throw new InvalidOperationException("No keyframe was due.");

    [Fact]
    public void First_IsAKeyframe()
    {
        Mailbox mailbox = new(new DropCount(), () => { });
        Assert.Equal(("keyframe", 7L, 0L), Read(mailbox.Take("", () => Message(7, true))));
        Assert.Null(mailbox.Take("", NoKeyframe));
    }

    [Fact]
    public void Reader_WhoKeepsUp_GetsEachDelta()
    {
        Mailbox mailbox = Begun(7);
        foreach (long seq in new[] { 8L, 9, 10 })
        {
            mailbox.Post(Message(seq));
            Assert.Equal(("delta", seq, 0L), Read(mailbox.Take("", NoKeyframe)));
        }
    }

    [Fact]
    public void Reader_WhoStops_GetsTheNewestKeyframeAndHowMuchWasMissed()
    {
        Mailbox mailbox = Begun(7);
        for (long seq = 8; seq <= 20; seq++)
        {
            mailbox.Post(Message(seq));
        }

        Assert.Equal(("keyframe", 20L, 12L), Read(mailbox.Take("", () => Message(20, true))));
        Assert.Null(mailbox.Take("", NoKeyframe));
        mailbox.Post(Message(21));
        Assert.Equal(("delta", 21L, 12L), Read(mailbox.Take("", NoKeyframe)));
    }

    [Fact]
    public void Reset_WithNewEpoch_CountsNothing()
    {
        Mailbox mailbox = Begun(7);
        mailbox.Post(Message(8));
        mailbox.Reset();
        Assert.Equal(("keyframe", 900L, 0L), Read(mailbox.Take("", () => Message(900, true) with { Epoch = "e2" })));
    }

    [Fact]
    public void Resume_GivesWhatCameSince()
    {
        Mailbox mailbox = new(new DropCount(), () => { });
        mailbox.Resume("e1", 7, [Message(8), Message(9)]);
        Assert.Equal(("delta", 8L, 0L), Read(mailbox.Take("", NoKeyframe)));
        Assert.Equal(("delta", 9L, 0L), Read(mailbox.Take("", NoKeyframe)));
        Assert.Null(mailbox.Take("", NoKeyframe));
    }

    [Fact]
    public void Resume_OvertakenByTheNext_IsAKeyframe()
    {
        Mailbox mailbox = new(new DropCount(), () => { });
        mailbox.Resume("e1", 7, [Message(8), Message(9)]);
        mailbox.Post(Message(10));
        Assert.Equal(("keyframe", 10L, 2L), Read(mailbox.Take("", () => Message(10, true))));
    }

    private static Mailbox Begun(long seq)
    {
        Mailbox mailbox = new(new DropCount(), () => { });
        Assert.NotNull(mailbox.Take("", () => Message(seq, true)));
        return mailbox;
    }

    private static (string Kind, long Seq, long Dropped) Read(Frame? frame) => (frame!.Kind, frame.Seq, frame.Dropped);

    private static FrameMessage Message(long seq, bool isKeyframe = false) => new("e1", "testing", seq, seq * 1_000, 0, isKeyframe, []);
}
