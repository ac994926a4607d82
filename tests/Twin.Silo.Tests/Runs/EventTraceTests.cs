using Twin.Model.Events;
using Twin.Silo.Commands;
using Twin.Silo.Runs;

namespace Twin.Silo.Tests.Runs;

public sealed class EventTraceTests
{
    private static readonly DateTimeOffset Start = new(2022, 4, 1, 2, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Csv_EventsOfTwoEntities_AreInOrderOfTimeAndOnlyOfThose()
    {
        EventTrace trace = new(new NamedPlan("A", "B", "C"), Start, ["C", "A"]);
        Handle(trace, 2, 5_000, 0);
        Handle(trace, 1, 1_000, 1);
        Handle(trace, 0, 5_000, 2);
        Handle(trace, 2, 1_500, 3);

        Assert.Equal(
            [
                "time,milliseconds,entity,event,source,counter,a,b,c",
                "2022-04-01T02:00:01.500+08:00,1500,C,Open,outside,3,1,2,3",
                "2022-04-01T02:00:05.000+08:00,5000,A,Open,outside,2,1,2,3",
                "2022-04-01T02:00:05.000+08:00,5000,C,Open,outside,0,1,2,3",
            ],
            trace.Csv());
    }

    [Fact]
    public void JsonLines_AnEvent_HasTheColumnsAsNames()
    {
        EventTrace trace = new(new NamedPlan("A"), Start, ["A"]);
        Handle(trace, 0, 0, 7);

        Assert.Equal(
            """{"time":"2022-04-01T02:00:00.000\u002B08:00","milliseconds":0,"entity":"A","event":"Open","source":"outside","counter":7,"a":1,"b":2,"c":3}""",
            Assert.Single(trace.JsonLines()));
    }

    [Fact]
    public void Constructor_UnknownCodes_NamesEachAndWhatIsAllowed()
    {
        InputException refused = Assert.Throws<InputException>(() => new EventTrace(new NamedPlan("A", "B"), Start, ["X", "A", "Y"]));

        Assert.Equal(2, refused.Lines.Count);
        Assert.Equal("--entity: found \"X\"; allowed: a code of this scenario, such as B", refused.Lines[0]);
    }

    [Fact]
    public async Task Handled_OnSeveralThreads_LosesNothing()
    {
        EventTrace trace = new(new NamedPlan("A"), Start, ["A"]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            for (int i = 0; i < 1_000; i++)
            {
                Handle(trace, 0, i, (uint)thread);
            }
        })));

        Assert.Equal(4_001, trace.Csv().Count());
    }

    private static void Handle(EventTrace trace, int ordinal, long due, uint counter) => trace.Handled(
        new Event { Target = EntityId.Of(EntityKind.Site, ordinal), Due = due, Counter = counter, Kind = EventKind.Open, A = 1, B = 2, C = 3 });
}
