using System.Numerics;
using Twin.Model.Events;
using Twin.Model.Testing;

namespace Twin.Experiments.Staffing.Observing;

/// <summary>Watches a day and notes who comes to which site when. First visits only: later ones are a consequence of the staff.</summary>
/// <param name="plan">The day's plan.</param>
internal sealed class ArrivalObserver(MassTestPlan plan) : IEventObserver
{
    private readonly List<TracedPerson>[] _people = [.. Enumerable.Range(0, plan.Layout.Count).Select(_ => new List<TracedPerson>())];
    private readonly List<(long At, bool Begins)>[] _systems = [.. Enumerable.Range(0, plan.Layout.Count).Select(_ => new List<(long, bool)>())];
    private readonly long[] _ready = [.. Enumerable.Repeat(-1L, plan.Layout.Count)];

    /// <inheritdoc/>
    public void Handled(in Event e)
    {
        if (e.Target.Kind != EntityKind.Site)
        {
            return;
        }

        switch (e.Kind)
        {
            case EventKind.Arrive when e.B == 0 && e.Due < plan.Close:
                Arrive(in e);
                break;
            case EventKind.SiteReady or EventKind.OpenSite when _ready[e.Target.Ordinal] < 0:
                _ready[e.Target.Ordinal] = e.Due;
                break;
            case EventKind.RegistrationSystem:
                _systems[e.Target.Ordinal].Add((e.Due, e.A == 1));
                break;
            default:
                break;
        }
    }

    /// <summary>What was seen, by site.</summary>
    public SiteTrace[] Traces() => [.. _people.Select((people, site) => new SiteTrace(
        _ready[site] < 0 ? -1 : Math.Max(plan.Open, _ready[site]), [.. people], Outages(_systems[site])))];

    private void Arrive(in Event e)
    {
        int household = e.Source.Kind == EntityKind.Household ? e.Source.Ordinal : (int)e.C;
        EntityId id = EntityId.Of(EntityKind.Household, household);
        for (uint left = (uint)e.A; left != 0; left &= left - 1)
        {
            int member = BitOperations.TrailingZeroCount(left);
            bool back = plan.Tries > 1 && plan.AfterBalking(id, member, 0) == BalkChoice.ComeBack;
            _people[e.Target.Ordinal].Add(new TracedPerson(
                e.Due,
                (int)plan.RegistrationTime(household, member, 0, false),
                (int)plan.RegistrationTime(household, member, 0, true),
                (int)plan.InnerWalk(household, member, 0),
                (int)plan.SwabTime(household, member, 0),
                (int)plan.ChangeoverTime(household, member, 0),
                back ? (int)plan.BalkDelay(id, member, 0) : 0));
        }
    }

    private static (long From, long To)[] Outages(List<(long At, bool Begins)> changes)
    {
        List<(long, long)> outages = [];
        int depth = 0;
        long from = 0;
        foreach ((long at, bool begins) in changes)
        {
            from = begins && depth == 0 ? at : from;
            depth += begins ? 1 : -1;
            if (depth == 0)
            {
                outages.Add((from, at));
            }
        }

        return [.. outages];
    }
}
