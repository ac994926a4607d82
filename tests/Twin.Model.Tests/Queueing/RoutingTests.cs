using Twin.Model.Queueing;

namespace Twin.Model.Tests.Queueing;

public sealed class RoutingTests
{
    private static Routing Of(params (string To, double P)[] next) => new(new QueueNetworkParameters
    {
        Stations =
        [
            new StationParameters { Name = "A", Next = next.ToDictionary(to => to.To, to => to.P) },
            new StationParameters { Name = "B" },
            new StationParameters { Name = "C" },
        ],
    });

    [Fact]
    public void Next_DrawsAtTheThresholds_GoInTheOrderOfTheStations()
    {
        Routing routing = Of(("C", 0.25), ("A", 0.5));
        Assert.Equal(0, routing.Next(0, 0));
        Assert.Equal(0, routing.Next(0, 0x7FFF_FFFF));
        Assert.Equal(2, routing.Next(0, 0x8000_0000));
        Assert.Equal(2, routing.Next(0, 0xBFFF_FFFF));
        Assert.Equal(-1, routing.Next(0, 0xC000_0000));
        Assert.True(routing.LeavesAfter(0));
    }

    [Fact]
    public void Next_ProbabilitiesOfOne_NobodyLeaves()
    {
        Routing routing = Of(("A", 0.1), ("B", 0.2), ("C", 0.7));
        Assert.Equal(2, routing.Next(0, uint.MaxValue));
        Assert.False(routing.LeavesAfter(0));
    }

    [Fact]
    public void Next_NoTargets_EverybodyLeaves()
    {
        Routing routing = Of();
        Assert.Equal(-1, routing.Next(0, 0));
        Assert.False(routing.Any);
    }
}
