using Twin.Grains.Recent;
using Twin.Grains.Running;
using Twin.Grains.Tests.Running;
using Twin.Model.Events;

namespace Twin.Grains.Tests.Recent;

/// <summary>How the last events of an entity are kept.</summary>
public sealed class RecentListTests
{
    private const long Minute = 60_000;

    [Fact]
    public void Read_NothingNoted_IsEmpty() => Assert.Empty(new Told().Read());

    [Fact]
    public void Read_MoreThanAreKept_AreTheLatest()
    {
        Told told = new();
        for (int number = 0; number < 100; number++)
        {
            told.Tell(number * 11 * Minute, number % 2 == 0 ? "even" : "odd", number);
        }

        Assert.Equal(Enumerable.Range(84, RecentEvents.Most).Reverse().Select(number => $"{number}"), told.Read().Select(one => one.Values[0]));
    }

    [Fact]
    public void Read_AlikeSoonAfter_AreOneWithACount()
    {
        Told told = new();
        told.Tell(0, "a", 1);
        told.Tell(5 * Minute, "b", 2);
        told.Tell(10 * Minute, "a", 3);
        told.Tell(20 * Minute, "a", 4, 5);

        GrainEvent[] events = [.. told.Read()];

        Assert.Equal(["a", "b"], events.Select(one => one.Text));
        Assert.Equal((20 * Minute, 0L, 7, "4"), (events[0].At, events[0].Since, events[0].Count, events[0].Values[0]));
        Assert.Equal((5 * Minute, 5 * Minute, 1), (events[1].At, events[1].Since, events[1].Count));
    }

    [Fact]
    public void Read_AlikeLongAfter_AreTwo()
    {
        Told told = new();
        told.Tell(0, "a", 1);
        told.Tell((10 * Minute) + 1, "a", 2);

        Assert.Equal([1, 1], told.Read().Select(one => one.Count));
    }

    [Fact]
    public void Of_Household_IsNone() => Assert.Null(RecentEvents.Of(Entity(EntityKind.Household), Hosted(isShown: true)));

    [Theory]
    [InlineData(EntityKind.District)]
    [InlineData(EntityKind.Compound)]
    [InlineData(EntityKind.BaseGrid)]
    [InlineData(EntityKind.MicroGrid)]
    [InlineData(EntityKind.PartyGroup)]
    [InlineData(EntityKind.Site)]
    public void Of_RunThatIsNotShown_IsNone(EntityKind kind)
    {
        Assert.Null(RecentEvents.Of(Entity(kind), Hosted(isShown: false)));
        Assert.NotNull(RecentEvents.Of(Entity(kind), Hosted(isShown: true)));
    }

    private static Entity Entity(EntityKind kind) => TestPlans.Small().Create(EntityId.Of(kind, 0));

    private static HostedRun Hosted(bool isShown) => new(TestPlans.Small(), [SiloAddress.Zero], new GrainRunOptions { IsShown = isShown }, null);

    private sealed class Told() : RecentEvents(Hosted(isShown: true))
    {
        public void Tell(long at, string text, long first, int count = 1) => Note(at, text, first, 0, count);

        protected override void Look(in Event e)
        {
        }

        protected override IEnumerable<string> Values(string text, long first, long second) => [Number(first)];
    }
}
