using CsCheck;
using Twin.Model.Events;

namespace Twin.Model.Tests.Events;

public sealed class EventOrderTests
{
    private static readonly EntityId Target = EntityId.Of(EntityKind.Site, 5);

    private static Event At(long due, EntityId source, uint counter) => new() { Due = due, Target = Target, Source = source, Counter = counter, Kind = EventKind.Arrive };

    [Fact]
    public void Compare_DueThenOwnThenSourceThenCounter()
    {
        Event[] inOrder =
        [
            At(9, EntityId.Of(EntityKind.Household, 9), 9),
            At(10, Target, 7),
            At(10, Target, 8),
            At(10, EntityId.Outside, 0),
            At(10, EntityId.Outside, 6),
            At(10, EntityId.Of(EntityKind.Community, 9), 0),
            At(10, EntityId.Of(EntityKind.Household, 1), 5),
            At(10, EntityId.Of(EntityKind.Household, 2), 1),
            At(10, EntityId.Of(EntityKind.Household, 2), 3),
            At(10, EntityId.Of(EntityKind.Site, 4), 0),
            At(11, Target, 0),
        ];
        for (int i = 0; i < inOrder.Length; i++)
        {
            for (int j = 0; j < inOrder.Length; j++)
            {
                Assert.Equal(Math.Sign(i - j), Math.Sign(Event.Compare(in inOrder[i], in inOrder[j])));
            }
        }
    }

    [Fact]
    public void Compare_IsAStrictOrderOfDifferentEvents()
    {
        Gen<Event> events = Gen.Select(Gen.Long[0, 2], Gen.Int[0, 2], Gen.UInt[0, 3], (due, source, counter) =>
            At(due, source == 0 ? EntityId.Outside : source == 1 ? Target : EntityId.Of(EntityKind.Household, 0), counter));
        Gen.Select(events, events, events).Sample((x, y, z) =>
            Math.Sign(Event.Compare(in x, in y)) == -Math.Sign(Event.Compare(in y, in x))
            && (Event.Compare(in x, in y) == 0) == (x == y)
            && (Event.Compare(in x, in y) >= 0 || Event.Compare(in y, in z) >= 0 || Event.Compare(in x, in z) < 0));
    }

    [Fact]
    public void EntityKind_Numbers_AreFrozen() => Assert.Equal(
        "Outside=0 District=1 Street=2 Community=3 Compound=4 BaseGrid=5 PartyGroup=6 MicroGrid=7 Household=8 Site=9 Council=10 Alliance=11 QueueNetwork=12",
        string.Join(' ', Enum.GetValues<EntityKind>().Select(kind => $"{kind}={(int)kind}")));

    [Fact]
    public void EntityId_PacksKindAndOrdinal()
    {
        EntityId id = EntityId.Of(EntityKind.Alliance, EntityId.MaximumOrdinal);
        Assert.Equal((EntityKind.Alliance, EntityId.MaximumOrdinal), (id.Kind, id.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => EntityId.Of(EntityKind.Household, EntityId.MaximumOrdinal + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EntityId.Of(EntityKind.Household, -1));
    }

    [Fact]
    public void EntityIndex_IsDenseKindAfterKind()
    {
        EntityIndex index = new([(EntityKind.District, 1), (EntityKind.Site, 3), (EntityKind.Household, 2)]);
        Assert.Equal(6, index.Count);
        Assert.Equal(Enumerable.Range(0, 6), index.All().Select(index.Of));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Of(EntityId.Of(EntityKind.Site, 3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Of(EntityId.Of(EntityKind.Street, 0)));
    }
}
