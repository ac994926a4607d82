using Twin.Viewer.Relay;

namespace Twin.Viewer.Tests.Relay;

public sealed class SharedByKeyTests
{
    [Fact]
    public async Task Thing_LivesFromTheFirstToTheLast_HoweverManyComeAndGo()
    {
        const int Seed = 11;
        int alive = 0;
        SharedByKey<int, Thing> things = new(_ => new Thing(() => Interlocked.Decrement(ref alive), Interlocked.Increment(ref alive)), thing => thing.IsOver);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            Random random = new(Seed + worker);
            for (int visit = 0; visit < 500; visit++)
            {
                await using SharedByKey<int, Thing>.Share share = things.Join(random.Next(3));
                Assert.False(share.Value.IsDisposed);
                if (random.Next(20) == 0)
                {
                    share.Value.IsOver = true;
                }
            }
        })));
        Assert.Equal((0, 0), (alive, things.Count));
    }

    private sealed class Thing(Action end, int number) : IAsyncDisposable
    {
        public int Number => number;

        public bool IsOver { get; set; }

        public bool IsDisposed { get; private set; }

        public ValueTask DisposeAsync()
        {
            Assert.False(IsDisposed);
            IsDisposed = true;
            end();
            return ValueTask.CompletedTask;
        }
    }
}
