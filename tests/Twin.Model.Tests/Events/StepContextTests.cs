using Twin.Model.Events;

namespace Twin.Model.Tests.Events;

public sealed class StepContextTests
{
    private static readonly EntityId Site = EntityId.Of(EntityKind.Site, 0);
    private static readonly EntityId House = EntityId.Of(EntityKind.Household, 0);

    private static Event Told(long due, int a, uint counter = 0) => new() { Due = due, Target = Site, Source = House, Counter = counter, Kind = EventKind.Arrive, A = a };

    [Fact]
    public void Advance_InboxAndOwnEvents_AreMergedInOneOrder()
    {
        ScriptedEntity site = new(Site, (e, context) =>
        {
            if (e.A == 1)
            {
                context.SendSelf(150, EventKind.RegistrationEnd, 10);
                context.SendSelf(120, EventKind.RegistrationEnd, 11);
                context.SendSelf(101, EventKind.RegistrationEnd, 12);
                context.SendSelf(120, EventKind.RegistrationEnd, 13);
                context.SendSelf(200, EventKind.RegistrationEnd, 14);
            }
        });
        StepContext context = new();
        Assert.Equal(7, context.Advance(site, 100, 200, [Told(120, 3), Told(199, 4), Told(100, 1)]));
        Assert.Equal([(100, 1), (101, 12), (120, 11), (120, 13), (120, 3), (150, 10), (199, 4)], site.Log);
        Assert.Equal([-1, -1, 13, 3, -1, -1, -1], site.Followers);
        Assert.Equal([(200L, 14, 4u)], context.Sent.ToArray().Select(e => (e.Due, e.A, e.Counter)));
        Assert.Equal(7u, site.Handled);
    }

    [Fact]
    public void Advance_ManyEvents_AreSortedLikeFew()
    {
        Event[] many = [.. Enumerable.Range(0, 200).Select(i => Told((i * 37) % 100, (i * 37) % 100, (uint)i))];
        ScriptedEntity site = new(Site);
        new StepContext().Advance(site, 0, 100, many);
        Assert.Equal(site.Log.OrderBy(entry => entry.Due), site.Log);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(200)]
    public void Advance_EventOutsideTheWindow_IsFatalAndNothingIsHandled(long due)
    {
        ScriptedEntity site = new(Site);
        SimulationException error = Assert.Throws<SimulationException>(() => new StepContext().Advance(site, 100, 200, [Told(150, 1), Told(due, 2)]));
        Assert.Equal((Site, due), (error.Entity, error.Cause.Due));
        Assert.Empty(site.Log);
    }

    [Fact]
    public void Send_BeforeTheLookahead_IsFatal()
    {
        ScriptedEntity site = new(Site, (_, context) => context.Send(House, context.Now + 9_999, EventKind.Left));
        SimulationException error = Assert.Throws<SimulationException>(() => new StepContext().Advance(site, 0, 10_000, [Told(5, 1)]));
        Assert.Contains("10000 ms later", error.Message, StringComparison.Ordinal);
        StepContext context = new();
        ScriptedEntity patient = new(Site, (_, step) => step.Send(House, step.Now + 10_000, EventKind.Left));
        context.Advance(patient, 0, 10_000, [Told(5, 1)]);
        Assert.Equal(10_005, context.Sent[0].Due);
    }

    [Fact]
    public void Send_ToOneself_IsFatal()
    {
        ScriptedEntity site = new(Site, (_, context) => context.Send(Site, context.Now + 20_000, EventKind.Left));
        Assert.Throws<SimulationException>(() => new StepContext().Advance(site, 0, 10_000, [Told(5, 1)]));
    }

    [Fact]
    public void SendSelf_NotLater_IsFatal()
    {
        ScriptedEntity site = new(Site, (_, context) => context.SendSelf(context.Now, EventKind.RegistrationEnd));
        Assert.Throws<SimulationException>(() => new StepContext().Advance(site, 0, 10_000, [Told(5, 1)]));
    }

    [Fact]
    public void Advance_EntityThrows_TheErrorSaysWhoWhenAndWhy()
    {
        ScriptedEntity site = new(Site, (_, _) => throw new InvalidOperationException("no tubes"));
        SimulationException error = Assert.Throws<SimulationException>(() => new StepContext().Advance(site, 0, 10_000, [Told(5, 1)]));
        Assert.Equal((Site, 5L, "no tubes"), (error.Entity, error.Cause.Due, error.Reason));
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public void TraceShare_LossDuplicateOrSwapOfAnEvent_ChangesIt()
    {
        UInt128 Share(params Event[] events)
        {
            ScriptedEntity site = new(Site);
            StepContext context = new();
            foreach (Event e in events)
            {
                context.Advance(site, e.Due, e.Due + 1, [e]);
            }

            return site.TraceShare;
        }

        (Event a, Event b, Event c) = (Told(1, 1, 0), Told(2, 2, 1), Told(3, 3, 2));
        UInt128[] shares =
        [
            Share(a, b, c), Share(a, c), Share(a, b), Share(a, b, b, c), Share(b, a, c), Share(a, c, b), Share(), Share(a, b, c, c),
            Share(a, b with { Due = 3 }, c with { Due = 3 }), Share(a, b with { A = 3 }, c with { A = 2 }), Share(a, b with { C = 1 }, c), Share(a, b with { B = 1 }, c),
            Share(a, b with { Counter = 2 }, c with { Counter = 1 }), Share(a, b with { Kind = EventKind.Left }, c), Share(a, b with { Source = EntityId.Outside }, c),
        ];
        Assert.Equal(shares.Length, shares.Distinct().Count());
        Assert.Equal(shares[0], Share(a, b, c));
        Assert.NotEqual(new ScriptedEntity(House).TraceShare, new ScriptedEntity(Site).TraceShare);
    }
}
