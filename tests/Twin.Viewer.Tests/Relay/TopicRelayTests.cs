using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Twin.Grains.Live;
using Twin.Viewer.Hosting;
using Twin.Viewer.Relay;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Tests.Relay;

public sealed class TopicRelayTests
{
    private readonly FakeTwin _twin = new();
    private readonly TopicRelays _relays;
    private readonly RunCatalogue _catalogue;

    public TopicRelayTests()
    {
        IOptions<ViewerOptions> options = Options.Create(new ViewerOptions { Belief = TimeSpan.Zero, Silence = TimeSpan.FromMilliseconds(30) });
        _catalogue = new RunCatalogue(_twin, options, TimeProvider.System);
        _relays = new TopicRelays(new RelayContext(_catalogue, _twin.Streams, options, TimeProvider.System, NullLogger<RelayContext>.Instance));
    }

    [Fact]
    public async Task Viewers_Many_ShareOneSubscriptionThatEndsWithTheLast()
    {
        List<Viewing> viewings = [];
        for (int viewer = 0; viewer < 50; viewer++)
        {
            viewings.Add(await OpenAsync(["testing", "sites"], ""));
        }

        Assert.Equal((2, 2, 2), (_twin.Streams.Made, _twin.Streams.Open, _relays.Count));
        foreach (Viewing viewing in viewings[1..])
        {
            await viewing.DisposeAsync();
        }

        Assert.Equal((2, 2), (_twin.Streams.Open, _relays.Count));
        await viewings[0].DisposeAsync();
        Assert.Equal((0, 0), (_twin.Streams.Open, _relays.Count));
        await (await OpenAsync(["testing"], "")).DisposeAsync();
        Assert.Equal((3, 0), (_twin.Streams.Made, _twin.Streams.Open));
    }

    [Fact]
    public async Task Frames_GiveTheNumbersOfTheRun()
    {
        _twin.Run.Set("tested", "microGrid", 2, 40);
        _twin.Run.Publish("testing");
        await using Viewing viewing = await OpenAsync(["testing"], "");
        await using IAsyncEnumerator<Frame> frames = Frames(viewing).GetAsyncEnumerator();
        Follower follower = new();
        follower.Take(await NextAsync(frames));
        Assert.Equal([0, 0, 40, 0, 0, 0], follower.Of("tested", "microGrid"));
        _twin.Run.Set("tested", "microGrid", 2, 0);
        _twin.Run.Set("tested", "microGrid", 5, -7);
        _twin.Run.Publish("testing");
        Frame delta = await NextAsync(frames);
        follower.Take(delta);
        Assert.Equal(("delta", 2L, 0L), (delta.Kind, delta.Seq, delta.Dropped));
        Assert.Equal([0, 0, 0, 0, 0, -7], follower.Of("tested", "microGrid"));
    }

    [Theory]
    [InlineData("AA", "1,2,3,4,0,0")]
    [InlineData("AA-01", "1,2,3,0,0,0")]
    [InlineData("AA-01-01", "1,2,0,0,0,0")]
    [InlineData("BB-01-01", "0,0,0,0,5,6")]
    public async Task Area_HasItsRowsOnly(string area, string values)
    {
        for (int row = 0; row < 6; row++)
        {
            _twin.Run.Set("tested", "microGrid", row, 100);
        }

        await using Viewing viewing = await OpenAsync(["testing"], area);
        await using IAsyncEnumerator<Frame> frames = Frames(viewing).GetAsyncEnumerator();
        Follower follower = new();
        Frame keyframe = await NextAsync(frames);
        Assert.Equal(area, keyframe.Area);
        follower.Take(keyframe);
        Assert.Equal(values.Split(',').Select(value => value == "0" ? 0 : 100), follower.Of("tested", "microGrid"));
        for (int row = 0; row < 6; row++)
        {
            _twin.Run.Set("tested", "microGrid", row, row + 1);
        }

        _twin.Run.Publish("testing");
        follower.Take(await NextAsync(frames));
        Assert.Equal(values, string.Join(',', follower.Of("tested", "microGrid")));
    }

    [Fact]
    public async Task Gap_IsClosedByAKeyframeAndCounted()
    {
        await using Viewing viewing = await OpenAsync(["testing"], "");
        await using IAsyncEnumerator<Frame> frames = Frames(viewing).GetAsyncEnumerator();
        Follower follower = new();
        follower.Take(await NextAsync(frames));
        _twin.Run.Set("tested", "microGrid", 0, 1);
        _twin.Run.Publish("testing");
        follower.Take(await NextAsync(frames));
        _twin.Run.Set("tested", "microGrid", 1, 2);
        _twin.Run.Publish("testing", isLost: true);
        _twin.Run.Set("tested", "microGrid", 2, 3);
        _twin.Run.Publish("testing");
        Frame keyframe = await NextAsync(frames);
        follower.Take(keyframe);
        Assert.Equal(("keyframe", 3L, 1L), (keyframe.Kind, keyframe.Seq, keyframe.Dropped));
        Assert.Equal([1, 2, 3, 0, 0, 0], follower.Of("tested", "microGrid"));
    }

    [Fact]
    public async Task Gap_BeforeASilence_IsFoundToo()
    {
        await using Viewing viewing = await OpenAsync(["testing"], "");
        await using IAsyncEnumerator<Frame> frames = Frames(viewing).GetAsyncEnumerator();
        Follower follower = new();
        follower.Take(await NextAsync(frames));
        _twin.Run.Set("tested", "microGrid", 4, 9);
        _twin.Run.Publish("testing", isLost: true);
        follower.Take(await NextAsync(frames));
        Assert.Equal([0, 0, 0, 0, 9, 0], follower.Of("tested", "microGrid"));
    }

    [Fact]
    public async Task Epoch_Another_BeginsAnew()
    {
        _twin.Run.Set("tested", "microGrid", 0, 5);
        await using Viewing viewing = await OpenAsync(["testing"], "AA");
        await using IAsyncEnumerator<Frame> frames = Frames(viewing).GetAsyncEnumerator();
        Follower follower = new();
        follower.Take(await NextAsync(frames));
        _twin.Run.NewEpoch("e2");
        _twin.Run.Set("tested", "microGrid", 3, 6);
        _twin.Run.Publish("testing");
        Frame keyframe = await NextAsync(frames);
        follower.Take(keyframe);
        Assert.Equal(("e2", "keyframe", 1L, 0L), (keyframe.Epoch, keyframe.Kind, keyframe.Seq, keyframe.Dropped));
        Assert.Equal([0, 0, 0, 6, 0, 0], follower.Of("tested", "microGrid"));
    }

    [Fact]
    public async Task Reader_WhoStops_LeavesOthersAlone()
    {
        await using Viewing quick = await OpenAsync(["testing"], "");
        await using Viewing slow = await OpenAsync(["testing"], "");
        await using IAsyncEnumerator<Frame> quickFrames = Frames(quick).GetAsyncEnumerator();
        await using IAsyncEnumerator<Frame> slowFrames = Frames(slow).GetAsyncEnumerator();
        Follower quickFollower = new();
        Follower slowFollower = new();
        quickFollower.Take(await NextAsync(quickFrames));
        slowFollower.Take(await NextAsync(slowFrames));
        for (int round = 1; round <= 30; round++)
        {
            _twin.Run.Set("tested", "microGrid", round % 6, round);
            _twin.Run.Publish("testing");
            Frame delta = await NextAsync(quickFrames);
            Assert.Equal(("delta", (long)round, 0L), (delta.Kind, delta.Seq, delta.Dropped));
            quickFollower.Take(delta);
        }

        Frame newest = await NextAsync(slowFrames);
        slowFollower.Take(newest);
        Assert.Equal(("keyframe", 30L, 29L), (newest.Kind, newest.Seq, newest.Dropped));
        Assert.Equal(quickFollower.Of("tested", "microGrid"), slowFollower.Of("tested", "microGrid"));
    }

    [Fact]
    public async Task Run_ThatGoes_EndsItsViewersWithAReason()
    {
        await using Viewing viewing = await OpenAsync(["testing"], "");
        await using IAsyncEnumerator<Frame> frames = Frames(viewing).GetAsyncEnumerator();
        await NextAsync(frames);
        _twin.Run.IsGone = true;
        LiveInputException failure = await Assert.ThrowsAsync<LiveInputException>(() => NextAsync(frames));
        Assert.Equal(404, failure.Status);
        await Assert.ThrowsAsync<LiveInputException>(() => OpenAsync(["testing"], ""));
    }

    [Fact]
    public async Task Cluster_ThatFallsSilent_IsAskedAgain()
    {
        await using Viewing viewing = await OpenAsync(["testing"], "");
        await using IAsyncEnumerator<Frame> frames = Frames(viewing).GetAsyncEnumerator();
        Follower follower = new();
        follower.Take(await NextAsync(frames));
        _twin.Run.Trouble = new TimeoutException("late");
        _twin.Run.Set("tested", "microGrid", 1, 8);
        _twin.Run.Publish("testing", isLost: true);
        _twin.Run.Publish("testing");
        _twin.Run.Trouble = null;
        follower.Take(await NextAsync(frames));
        Assert.Equal([0, 8, 0, 0, 0, 0], follower.Of("tested", "microGrid"));
    }

    private async Task<Viewing> OpenAsync(IReadOnlyList<string> topics, string area)
    {
        WatchRequest asked = await WatchRequest.CheckAsync(await _catalogue.GetAsync(1), topics, area);
        DropCount dropped = new();
        return await Viewing.OpenAsync(_relays, asked, _ => dropped, CancellationToken.None).WaitAsync(ViewerHost.Patience);
    }

    private static async IAsyncEnumerable<Frame> Frames(Viewing viewing, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (Frame? frame in viewing.FramesAsync(heartbeat: null, TimeProvider.System, cancellation))
        {
            yield return frame!;
        }
    }

    private static async Task<Frame> NextAsync(IAsyncEnumerator<Frame> frames)
    {
        Assert.True(await frames.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience));
        return frames.Current;
    }
}
