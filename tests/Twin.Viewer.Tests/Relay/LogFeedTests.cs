using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Twin.Grains.Live;
using Twin.Viewer.Hosting;
using Twin.Viewer.Relay;
using Twin.Viewer.Runs;

namespace Twin.Viewer.Tests.Relay;

public sealed class LogFeedTests
{
    private readonly FakeTwin _twin = new();
    private readonly LogFeeds _logs;

    public LogFeedTests()
    {
        IOptions<ViewerOptions> options = Options.Create(new ViewerOptions { Belief = TimeSpan.Zero, Silence = TimeSpan.FromMilliseconds(30) });
        _logs = new LogFeeds(new RelayContext(
            new RunCatalogue(_twin, options, TimeProvider.System), _twin.Streams, options, TimeProvider.System, NullLogger<RelayContext>.Instance));
    }

    [Fact]
    public async Task Log_IsLosslessAndInOrder_HoweverMuchTheStreamLoses()
    {
        const int Seed = 20220510;
        Random random = new(Seed);
        for (int entry = 0; entry < 1_200; entry++)
        {
            _twin.Run.Write($"before {entry}", isLost: true);
        }

        await using IAsyncEnumerator<LogEntry> entries = _logs.ReadAsync(1, 100, CancellationToken.None).GetAsyncEnumerator();
        for (long expected = 101; expected <= 3_000; expected++)
        {
            if (expected > 1_200)
            {
                _twin.Run.Write($"entry {expected}", isLost: random.Next(10) == 0);
            }

            Assert.True(await entries.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience), $"seed {Seed}, entry {expected}");
            Assert.Equal(expected, entries.Current.Seq);
        }
    }

    [Fact]
    public async Task Readers_Many_ShareOneSubscriptionAndOneCatchUp()
    {
        List<IAsyncEnumerator<LogEntry>> readers = [.. Enumerable.Range(0, 40).Select(_ => _logs.ReadAsync(1, 0, CancellationToken.None).GetAsyncEnumerator())];
        _twin.Run.Write("first");
        foreach (IAsyncEnumerator<LogEntry> reader in readers)
        {
            Assert.True(await reader.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience));
        }

        int asked = _twin.Run.LogsAsked;
        for (int entry = 0; entry < 100; entry++)
        {
            List<Task<bool>> next = [.. readers.Select(reader => reader.MoveNextAsync().AsTask())];
            _twin.Run.Write("more");
            await Task.WhenAll(next).WaitAsync(ViewerHost.Patience);
        }

        Assert.All(readers, reader => Assert.Equal(101, reader.Current.Seq));
        Assert.Equal(1, _twin.Streams.Made);
        Assert.True(_twin.Run.LogsAsked - asked < 100, $"{_twin.Run.LogsAsked - asked} catch-ups for 100 entries and 40 readers");
        foreach (IAsyncEnumerator<LogEntry> reader in readers)
        {
            await reader.DisposeAsync();
        }

        Assert.Equal((0, 0), (_logs.Count, _twin.Streams.Open));
    }

    [Fact]
    public async Task Run_ThatGoes_EndsItsLogWithAReason()
    {
        await using IAsyncEnumerator<LogEntry> entries = _logs.ReadAsync(1, 0, CancellationToken.None).GetAsyncEnumerator();
        _twin.Run.Write("first");
        Assert.True(await entries.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience));
        _twin.Run.IsGone = true;
        await Assert.ThrowsAsync<LiveInputException>(() => entries.MoveNextAsync().AsTask().WaitAsync(ViewerHost.Patience));
    }
}
