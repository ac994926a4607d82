using CsCheck;
using Twin.Model.Events;

namespace Twin.Model.Tests.Events;

public sealed class EventCalendarTests
{
    private static readonly EntityIndex Index = new([(EntityKind.Household, 7), (EntityKind.Site, 3)]);

    private static Event To(int entity, long due, int a) => new()
    {
        Due = due,
        Target = entity < 7 ? EntityId.Of(EntityKind.Household, entity) : EntityId.Of(EntityKind.Site, entity - 7),
        A = a,
        Kind = EventKind.Notified,
    };

    private static List<(int Entity, long Due, int A)> Taken(EventCalendar calendar)
    {
        List<(int, long, int)> taken = [];
        HashSet<int> entities = [];
        for (int touched = 0; touched < calendar.TouchedCount; touched++)
        {
            Span<Event> inbox = calendar.Inbox(touched, out int entity);
            Assert.True(entities.Add(entity), $"entity {entity} has two inboxes");
            foreach (Event e in inbox)
            {
                Assert.Equal(entity, Index.Of(e.Target));
                taken.Add((entity, e.Due, e.A));
            }
        }

        return taken;
    }

    /// <summary>Random additions between windows of random width, against a plain list.</summary>
    [Fact]
    public void Take_RandomEvents_GivesThoseDueInTheWindowAndNoOthers() => Gen.Select(
        Gen.Select(Gen.Int[0, 9], Gen.Long[0, 60_000]).Array[0, 80].Array[1, 12], Gen.Int[0, 3].Select(i => (long)new[] { 1, 250, 3333, 10_000 }[i])).Sample((rounds, width) =>
    {
        EventCalendar calendar = new(Index);
        List<(int Entity, long Due, int A)> pending = [];
        long now = 0;
        int number = 0;
        foreach ((int Entity, long After)[] round in rounds)
        {
            foreach ((int entity, long after) in round)
            {
                pending.Add((entity, now + after, number));
                Event e = To(entity, now + after, number++);
                calendar.Add(in e);
            }

            for (int step = 0; step < 5; step++)
            {
                long earliest = pending.Count == 0 ? long.MaxValue : pending.Min(e => e.Due);
                Assert.Equal(earliest, calendar.Earliest());
                if (pending.Count == 0)
                {
                    break;
                }

                long end = EventCalendar.WindowEnd(earliest, width);
                Assert.InRange(end, earliest + 1, earliest + width);
                calendar.Take(end);
                Assert.Equal(pending.Where(e => e.Due < end).Order(), Taken(calendar).Order());
                pending.RemoveAll(e => e.Due < end);
                Assert.Equal(pending.Count, calendar.Pending);
                now = end;
            }
        }
    }, iter: 300, threads: 1);

    [Fact]
    public void Add_DueBeforeTheLastWindowsEnd_IsFatal()
    {
        EventCalendar calendar = new(Index);
        Event first = To(0, 12_000, 1);
        calendar.Add(in first);
        calendar.Take(EventCalendar.WindowEnd(12_000, 250));
        Event early = To(1, 12_249, 2);
        Assert.Throws<SimulationException>(() => calendar.Add(in early));
        Event timely = To(1, 12_250, 3);
        calendar.Add(in timely);
        Assert.Equal(12_250, calendar.Earliest());
    }

    [Fact]
    public void Earliest_FarApart_JumpsOverEmptyTime()
    {
        EventCalendar calendar = new(Index);
        Event late = To(9, 400L * 86_400_000, 1);
        calendar.Add(in late);
        Assert.Equal(late.Due, calendar.Earliest());
        calendar.Take(late.Due + 1);
        Assert.Equal([(9, late.Due, 1)], Taken(calendar));
        Assert.Equal(long.MaxValue, calendar.Earliest());
    }
}
