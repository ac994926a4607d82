using Twin.Kernel;
using Twin.Silo.Clusters;

namespace Twin.Silo.Tests.Clusters;

/// <summary>What a cluster hands out comes back once each, whatever is lost on the way.</summary>
public sealed class HandOutTests
{
    [Fact]
    public async Task Take_WorkWithoutTasks_IsDoneAtOnce()
    {
        HandOut<int, int> handOut = new(new Numbers(0));
        Assert.True(handOut.IsDone);
        Assert.Null(await handOut.TakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task GiveBack_Task_IsHandedOutAgainAsTheNextAttempt()
    {
        HandOut<int, int> handOut = new(new Numbers(2));
        Handed<int> lost = (await handOut.TakeAsync(TestContext.Current.CancellationToken))!;
        handOut.GiveBack(lost);
        Assert.Equal(new Handed<int>(0, 2), await handOut.TakeAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Take_LastTaskUnderWay_WaitsForWhatComesOfIt()
    {
        HandOut<int, int> handOut = new(new Numbers(1));
        Handed<int> first = (await handOut.TakeAsync(TestContext.Current.CancellationToken))!;
        Task<Handed<int>?> waiting = handOut.TakeAsync(TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted || handOut.IsDone);
        handOut.GiveBack(first);
        Handed<int> again = (await waiting)!;
        handOut.Accept(again, 7);
        Assert.Null(await handOut.TakeAsync(TestContext.Current.CancellationToken));
        Assert.True(handOut.IsDone);
    }

    [Fact]
    public async Task Take_TasksThatDependOnResults_AreHandedOutOnceTheseCame()
    {
        Numbers work = new(3) { OneAtATime = true };
        HandOut<int, int> handOut = new(work);
        Handed<int> first = (await handOut.TakeAsync(TestContext.Current.CancellationToken))!;
        Task<Handed<int>?> second = handOut.TakeAsync(TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        handOut.Accept(first, 1);
        Assert.Equal(1, (await second)!.Task);
    }

    [Fact]
    public async Task Take_ManyLanesOfWhichSomeLoseTasks_EachTaskIsAcceptedOnce()
    {
        Numbers work = new(500);
        HandOut<int, int> handOut = new(work);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(lane => Task.Run(
            async () =>
            {
                while (await handOut.TakeAsync(CancellationToken.None) is { } handed)
                {
                    if (handed.Attempt == 1 && handed.Task % 7 == 3)
                    {
                        handOut.GiveBack(handed);
                        continue;
                    }

                    await Task.Yield();
                    handOut.Accept(handed, handed.Task);
                }
            },
            TestContext.Current.CancellationToken)));
        Assert.Equal(Enumerable.Range(0, 500), work.Accepted.Order());
        Assert.True(handOut.IsDone);
    }

    [Fact]
    public async Task Take_Cancelled_Ends()
    {
        HandOut<int, int> handOut = new(new Numbers(1));
        using CancellationTokenSource stop = new();
        _ = await handOut.TakeAsync(stop.Token);
        Task<Handed<int>?> waiting = handOut.TakeAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private sealed class Numbers(int count) : IReplicationWork<int, int>
    {
        private int _next;

        public bool OneAtATime { get; init; }

        public List<int> Accepted { get; } = [];

        public bool TryTake(out int task)
        {
            task = _next;
            return (!OneAtATime || Accepted.Count == _next) && _next < count && ++_next > 0;
        }

        public void Accept(int task, int result) => Accepted.Add(result);
    }
}
