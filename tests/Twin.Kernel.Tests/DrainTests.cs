namespace Twin.Kernel.Tests;

public sealed class DrainTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Drain_MoreIsWantedOnlyAfterResults_WaitsForThemAndDoesAll(int parallelism)
    {
        Doubling work = new(64);
        Replications.Drain(work, (task, _) => task, parallelism);
        Assert.Equal(Enumerable.Range(0, 64), work.Done.Order());
    }

    [Fact]
    public void Drain_ResultIsRefused_EndsWithThatException()
    {
        Refusing work = new();
        Assert.Equal("refused", Assert.Throws<InvalidOperationException>(() => Replications.Drain(work, (task, _) => task, 2)).Message);
    }

    [Fact]
    public void Drain_CancelledWhileATaskWaits_Ends()
    {
        using CancellationTokenSource stop = new();
        Doubling work = new(64);
        Assert.Throws<OperationCanceledException>(() => Replications.Drain(
            work,
            (task, token) =>
            {
                if (task == 5)
                {
                    stop.Cancel();
                }

                token.ThrowIfCancellationRequested();
                return task;
            },
            3,
            stop.Token));
        Assert.DoesNotContain(5, work.Done);
    }

    /// <summary>Hands out the next generation, twice as many tasks, when all of the last are done.</summary>
    private sealed class Doubling(int most) : IReplicationWork<int, int>
    {
        private int _handedOut;
        private int _generation = 1;

        public List<int> Done { get; } = [];

        public bool TryTake(out int task)
        {
            task = _handedOut;
            return _handedOut < Math.Min(most, _generation) && ++_handedOut > 0;
        }

        public void Accept(int task, int result)
        {
            Assert.Equal(task, result);
            Done.Add(result);
            _generation = Done.Count == _generation ? 2 * _generation : _generation;
        }
    }

    private sealed class Refusing : IReplicationWork<int, int>
    {
        public bool TryTake(out int task)
        {
            task = 0;
            return true;
        }

        public void Accept(int task, int result) => throw new InvalidOperationException("refused");
    }
}
